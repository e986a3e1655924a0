"use client";

import { memo, type PointerEvent, useRef } from "react";
import { prepareScrollMap } from "./prepare-scroll-map.ts";
import type { MatrixLine } from "./prepare-matrix.ts";

const STEPS = 600;
const MARKS = {
  critical: { x: 0, className: "fill-critical" },
  warning: { x: 3, className: "fill-warning" },
  unknown: { x: 6, className: "fill-unknown" },
} as const;

/**
 * The whole list at a glance: one hairline per VM, longer for a problem. A click scrolls there. Hidden from screen
 * readers, which have the shortcuts for the next finding.
 */
export const ScrollMap = memo(function ScrollMap({
  lines,
  total,
  view,
  onGo,
}: {
  lines: readonly MatrixLine[];
  total: number;
  /** The visible part of the list, from 0 to 1. */
  view: { from: number; to: number };
  onGo: (share: number) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const go = (event: PointerEvent) => {
    const rect = box.current?.getBoundingClientRect();
    if (!rect) return;
    onGo(Math.min(1, Math.max(0, (event.clientY - rect.top - 4) / (rect.height - 8))));
  };
  return (
    <div
      ref={box}
      aria-hidden
      className="absolute inset-0"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event);
      }}
    >
      <Marks lines={lines} total={total} />
      <div
        hidden={lines.length === 0}
        className="scroll-view"
        style={{
          top: `calc(4px + (100% - 8px) * ${view.from})`,
          height: `calc((100% - 8px) * ${Math.max(0, view.to - view.from)})`,
        }}
      />
    </div>
  );
});

const Marks = memo(function Marks({ lines, total }: { lines: readonly MatrixLine[]; total: number }) {
  const map = prepareScrollMap(lines, total, STEPS);
  return (
    <svg viewBox={`0 0 14 ${STEPS}`} preserveAspectRatio="none">
      <rect x="11" y="0" width="3" height={map.loadedSteps} className="fill-line" />
      {map.marks.map((mark) => {
        const { x, className } = MARKS[mark.health];
        return (
          <rect
            key={mark.from}
            x={x}
            y={mark.from}
            width={14 - x}
            height={Math.max(1.2, mark.steps)}
            className={className}
          />
        );
      })}
      {map.cuts.map((cut) => (
        <rect key={`cut-${cut}`} x="0" y={cut} width="14" height="0.8" className="fill-ground" />
      ))}
    </svg>
  );
});
