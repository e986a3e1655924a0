import { useCallback, useEffect, useRef, useState } from "react";
import { isServiceKey, isTechnologyKey, type ServiceKey, type TechnologyKey } from "./service-words.ts";

/** The columns whose cells have details. */
export type CardColumn = ServiceKey | TechnologyKey;

export interface OpenCard {
  rowId: string;
  column: CardColumn;
  cell: HTMLElement;
  source: "focus" | "hover";
}

const HOVER_MS = 250;
const LEAVE_MS = 180;

/**
 * Which cell's card is open. Focus opens it at once, the pointer after a moment, so that crossing the matrix opens
 * nothing; the pointer may enter the card to copy from it.
 */
export function useCellCard() {
  const [open, setOpen] = useState<OpenCard | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const later = useCallback((act: () => void, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, ms);
  }, []);
  const stay = useCallback(() => clearTimeout(timer.current), []);
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setOpen(null);
  }, []);

  useEffect(() => () => clearTimeout(timer.current), []);

  const openOnFocus = useCallback((cell: HTMLElement, rowId: string | null) => {
    const column = cell.dataset["column"] ?? "";
    clearTimeout(timer.current);
    setOpen(rowId !== null && hasCard(column) ? { rowId, column, cell, source: "focus" } : null);
  }, []);

  const hover = useCallback(
    (cell: HTMLElement | null, rowId: string | null) => {
      const column = cell?.dataset["column"] ?? "";
      if (cell === null || rowId === null || !hasCard(column)) {
        later(() => setOpen((now) => (now?.source === "hover" ? null : now)), LEAVE_MS);
        return;
      }
      later(() => setOpen({ rowId, column, cell, source: "hover" }), HOVER_MS);
    },
    [later],
  );

  return { open, openOnFocus, hover, stay, close };
}

function hasCard(column: string): column is CardColumn {
  return isServiceKey(column) || isTechnologyKey(column);
}
