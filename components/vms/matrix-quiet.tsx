/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual grid are positioned, which those of a table are not */
"use client";

import { type CSSProperties, memo } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import type { QuietLine } from "./prepare-matrix.ts";
import { HEALTH_ORDER } from "./service-words.ts";

/** The quiet VMs of a host on one line. */
export const MatrixQuiet = memo(function MatrixQuiet({
  line,
  isActive,
  columns,
  lineIndex,
  style,
  onShow,
}: {
  line: QuietLine;
  isActive: boolean;
  columns: readonly string[];
  lineIndex: number;
  style: CSSProperties | undefined;
  onShow: (hostId: string) => void;
}) {
  return (
    <div role="row" aria-rowindex={lineIndex + 2} data-line={lineIndex} className="mx-quiet" style={style}>
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columns.length}
        data-column="name"
        tabIndex={isActive ? 0 : -1}
        className="mx-quiet-cell"
      >
        <Icon name="chevron" className="size-3! -rotate-90 text-ink-3" />
        {HEALTH_ORDER.map((health) =>
          line.health[health] === 0 ? null : (
            <span key={health} className="inline-flex items-center gap-1">
              <Glyph word={health} size={12} />
              {line.health[health]} {health}
            </span>
          ),
        )}
        <button type="button" tabIndex={-1} className="link" onClick={() => onShow(line.hostId)}>
          show
        </button>
      </div>
    </div>
  );
});
