import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import { type GridPlace, prepareGridMove, prepareGridSearch } from "@/components/tables/prepare-grid-move.ts";
import { LEAD_COLUMNS } from "./matrix-band.tsx";
import { groundOf, type MatrixLine, type VmLine } from "./prepare-matrix.ts";
import { isServiceKey } from "./service-words.ts";

export interface ActiveCell {
  /** Key of the line: it survives a new order. */
  line: string;
  column: string;
}

export interface MatrixActs {
  open: (line: VmLine, isBeside: boolean) => void;
  fold: (hostId: string) => void;
  showQuiet: (hostId: string) => void;
  /** Toggles a line's VMs; with `isRange`, all from the last selected one on. */
  select: (line: number, isRange: boolean) => void;
  copyFix: (line: VmLine, column: string) => void;
  escape: () => void;
}

interface MatrixKeysInput {
  lines: readonly MatrixLine[];
  columns: readonly string[];
  pageLines: number;
  scroller: RefObject<HTMLElement | null>;
  scrollToLine: (line: number) => void;
  acts: MatrixActs;
}

/** Which cell has focus, and what the keys do there. One cell of the grid is in the tab order. */
export function useMatrixKeys({ lines, columns, pageLines, scroller, scrollToLine, acts }: MatrixKeysInput) {
  const [active, setActive] = useState<ActiveCell | null>(null);
  const isFocusWanted = useRef(false);

  const found = active === null ? -1 : lines.findIndex((line) => line.key === active.line);
  const at: GridPlace = {
    line: Math.max(0, found),
    column: Math.max(0, columns.indexOf(active?.column ?? "name")),
  };
  const activeLine = lines.length === 0 ? null : at.line;
  const activeColumn = columns[at.column] ?? "name";

  useLayoutEffect(() => {
    if (!isFocusWanted.current || activeLine === null) return;
    const kind = lines[activeLine]?.kind;
    const column = cellOf(kind, activeColumn);
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-line="${activeLine}"] [data-column="${column}"]`,
    );
    // A line that was just scrolled to is rendered with the next pass.
    if (!cell) return;
    isFocusWanted.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const go = (to: GridPlace) => {
    const line = lines[to.line];
    const column = columns[to.column];
    if (!line || column === undefined) return;
    isFocusWanted.current = true;
    setActive({ line: line.key, column });
    scrollToLine(to.line);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
    const isInHead = event.target.closest('[role="columnheader"]') !== null;
    if (isInHead) {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      go({ line: 0, column: at.column });
      return;
    }
    const line = lines[at.line];
    if (!line) return;

    const size = { lines: lines.length, columns: columns.length, page: pageLines };
    const move = prepareGridMove(at, event, size);
    if (move !== null) {
      event.preventDefault();
      go(line.kind === "vm" ? move : leaveLead(event.key, at, move, columns));
      return;
    }
    if (event.key === "]" || event.key === "[") {
      event.preventDefault();
      const next = prepareGridSearch(at, event.key === "]" ? 1 : -1, size, (place) =>
        isFinding(lines[place.line], columns[place.column]),
      );
      if (next) go(next);
      return;
    }
    if (event.key === "Escape") {
      acts.escape();
      return;
    }
    if (event.altKey || event.metaKey) return;
    if (event.key === "Enter" && !isPressable(event.target)) {
      event.preventDefault();
      if (line.kind === "vm") acts.open(line, event.ctrlKey);
      else if (line.kind === "band") acts.fold(line.host.id);
      else acts.showQuiet(line.hostId);
    } else if (event.key === " " && !isPressable(event.target)) {
      event.preventDefault();
      acts.select(at.line, event.shiftKey);
    } else if (event.key.toLowerCase() === "c" && !event.ctrlKey && line.kind === "vm") {
      event.preventDefault();
      acts.copyFix(line, activeColumn);
    }
  };

  /** Focus arrived by pointer or tab key: the keys continue from there. */
  const take = useCallback(
    (line: number, column: string) => {
      const key = lines[line]?.key;
      if (key === undefined) return;
      setActive((before) =>
        before?.line === key && cellOf(lines[line]?.kind, before.column) === column
          ? before
          : { line: key, column },
      );
    },
    [lines],
  );

  return { activeLine, activeColumn, onKeyDown, take };
}

/** On bands and folded lines several columns are one cell. */
function cellOf(kind: MatrixLine["kind"] | undefined, column: string): string {
  if (kind === "quiet") return "name";
  return kind === "band" && LEAD_COLUMNS.has(column) ? "name" : column;
}

/** The first cell of a band spans several columns: one step leaves it. */
function leaveLead(key: string, at: GridPlace, move: GridPlace, columns: readonly string[]): GridPlace {
  const isInLead = LEAD_COLUMNS.has(columns[at.column] ?? "");
  if (key === "ArrowRight" && isInLead && move.line === at.line)
    return { line: at.line, column: LEAD_COLUMNS.size };
  return move;
}

function isFinding(line: MatrixLine | undefined, column: string | undefined): boolean {
  if (line?.kind !== "vm" || column === undefined || !isServiceKey(column)) return false;
  const ground = groundOf(line.row, column);
  return ground === "critical" || ground === "warning";
}

function isPressable(target: HTMLElement): boolean {
  return target.closest("button, a, input") !== null;
}
