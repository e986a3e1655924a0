/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual grid are positioned, which those of a table are not */
"use client";

import type { Row } from "@tanstack/react-table";
import { type CSSProperties, memo, type ReactNode, useState } from "react";
import { classes } from "@/components/ui/classes.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import type { matrixFeatures } from "./matrix-columns.tsx";
import { groundOf, isSilent, statusOf } from "./prepare-matrix.ts";
import { isServiceKey, SERVICE_ORDER, type ServiceKey } from "./service-words.ts";

export type MatrixTableRow = Row<typeof matrixFeatures, VmRow>;

interface MatrixRowProps {
  row: MatrixTableRow;
  /** The current data of the VM: the table's row is new with every response, this only when something changed. */
  vm: VmRow;
  isSelected: boolean;
  /** The focused column, if this is its row. */
  activeColumn: string | null;
  /** Changes when columns appear or disappear. */
  columns: readonly string[];
  lineIndex: number;
  /** It left the list and stays until the reader accepts the change. */
  hasLeft: boolean;
  style: CSSProperties | undefined;
  onTick: (lineIndex: number) => void;
  drawCell: (row: MatrixTableRow, columnId: string) => ReactNode;
}

/** One VM: a glyph for each status, on the background of its severity. */
export const MatrixRow = memo(function MatrixRow({
  row,
  vm,
  isSelected,
  activeColumn,
  columns,
  lineIndex,
  hasLeft,
  style,
  onTick,
  drawCell,
}: MatrixRowProps) {
  const changed = useChangedServices(vm);
  return (
    <div
      role="row"
      // The head is the first row of the grid.
      aria-rowindex={lineIndex + 2}
      aria-selected={isSelected}
      data-line={lineIndex}
      data-health={vm.health}
      data-silent={isSilent(vm.freshness) ? "" : undefined}
      data-left={hasLeft ? "" : undefined}
      className="matrix-line mx-row"
      style={style}
    >
      {columns.map((id, index) => (
        <Cell
          key={id}
          id={id}
          index={index}
          vm={vm}
          isActive={id === activeColumn}
          isChanged={changed.has(id)}
        >
          {id === "select" ? (
            <input
              type="checkbox"
              tabIndex={-1}
              className="tick-box"
              aria-label={`Select ${vm.name}`}
              checked={isSelected}
              onChange={() => onTick(lineIndex)}
            />
          ) : (
            drawCell(row, id)
          )}
        </Cell>
      ))}
    </div>
  );
}, isSameRow);

function isSameRow(before: MatrixRowProps, after: MatrixRowProps): boolean {
  return (
    before.vm === after.vm &&
    before.isSelected === after.isSelected &&
    before.activeColumn === after.activeColumn &&
    before.columns === after.columns &&
    before.lineIndex === after.lineIndex &&
    before.hasLeft === after.hasLeft &&
    before.style?.marginTop === after.style?.marginTop
  );
}

function Cell({
  id,
  index,
  vm,
  isActive,
  isChanged,
  children,
}: {
  id: string;
  index: number;
  vm: VmRow;
  isActive: boolean;
  isChanged: boolean;
  children: ReactNode;
}) {
  const ground = isServiceKey(id) ? groundOf(vm, id) : undefined;
  return (
    <>
      {isGapBefore(id) ? <span className="mx-gap" aria-hidden /> : null}
      <div
        role={id === "name" ? "rowheader" : "gridcell"}
        aria-colindex={index + 1}
        data-column={id}
        tabIndex={isActive ? 0 : -1}
        className={classes(
          classOf(id),
          ground !== undefined && `mx-ground-${ground}`,
          id === "generation" && vm.generation === 1 && "mx-generation-one",
          isChanged && "mx-changed",
        )}
      >
        {children}
      </div>
    </>
  );
}

const CLASSES: Partial<Record<string, string>> = {
  select: "mx-sticky mx-select",
  health: "mx-sticky mx-health",
  name: "mx-sticky mx-name",
  guestOs: "mx-os",
  findings: "mx-findings",
  generation: "mx-generation",
  lastReportedAt: "mx-seen",
};

export function classOf(id: string): string {
  return CLASSES[id] ?? "mx-cell";
}

/** A narrow gap on both sides of the generation, which is neither a service nor a technology. */
export function isGapBefore(id: string): boolean {
  return id === "generation" || id === "sr-iov" || id === "lastReportedAt";
}

const NONE: ReadonlySet<string> = new Set();

/** The services whose status changed with the last response: each cell shows that once. */
function useChangedServices(vm: VmRow): ReadonlySet<string> {
  const [last, setLast] = useState<{ vm: VmRow; changed: ReadonlySet<string> }>({ vm, changed: NONE });
  if (last.vm === vm) return last.changed;
  const changed =
    last.vm.id === vm.id
      ? new Set<string>(
          SERVICE_ORDER.filter((key: ServiceKey) => statusOf(last.vm, key) !== statusOf(vm, key)),
        )
      : NONE;
  setLast({ vm, changed });
  return changed;
}
