import { useCallback, useMemo, useState } from "react";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { countWaiting } from "./prepare-order.ts";

export interface SteadyRows {
  rows: VmRow[];
  /** Rows that left the list and stay as they were last seen until the reader lets them go. */
  leftIds: ReadonlySet<string>;
  /** How many VMs have something to show that the order on the screen does not. */
  changes: number;
  show: () => void;
}

interface Shown {
  question: string;
  /** Grows as pages come: then nobody has read the new end yet, and the new order may be taken. */
  generation: number;
  rows: VmRow[];
}

/**
 * Keeps the order that is being read. Facts change in place; rows that would come, go or move wait until they are
 * asked for, because a list that reorders itself under the pointer is a list in which the wrong thing is clicked.
 */
export function useSteadyRows(
  wanted: VmRow[],
  question: string,
  generation: number,
  isBeingRead: boolean,
): SteadyRows {
  const [shown, setShown] = useState<Shown>({ question, generation, rows: wanted });

  const steady = settle(shown, { question, generation, rows: wanted }, isBeingRead);
  if (steady !== shown) setShown(steady);

  const { rows, leftIds, changes } = useMemo(() => compare(steady.rows, wanted), [steady, wanted]);
  const show = useCallback(
    () => setShown({ question, generation, rows: wanted }),
    [question, generation, wanted],
  );
  return { rows, leftIds, changes, show };
}

const NONE: ReadonlySet<string> = new Set();

function compare(shown: VmRow[], wanted: VmRow[]): Omit<SteadyRows, "show"> {
  if (beginsWith(wanted, shown) && wanted.length === shown.length)
    return { rows: wanted, leftIds: NONE, changes: 0 };
  const current = new Map(wanted.map((row) => [row.id, row]));
  return {
    rows: shown.map((row) => current.get(row.id) ?? row),
    leftIds: new Set(shown.flatMap((row) => (current.has(row.id) ? [] : [row.id]))),
    changes: countWaiting(shown, wanted),
  };
}

/** What is shown next: the new order where nobody reads yet, else the old one with new pages at its end. */
function settle(shown: Shown, wanted: Shown, isBeingRead: boolean): Shown {
  if (shown.question !== wanted.question || shown.rows.length === 0)
    return shown.question === wanted.question && wanted.rows.length === 0 ? shown : wanted;
  if (shown.generation === wanted.generation) return shown;
  if (!isBeingRead || beginsWith(wanted.rows, shown.rows)) return wanted;
  const known = new Set(shown.rows.map((row) => row.id));
  return { ...wanted, rows: [...shown.rows, ...wanted.rows.filter((row) => !known.has(row.id))] };
}

/** Most answers change facts and no order: then nothing of the rest needs to be worked out. */
function beginsWith(rows: readonly VmRow[], start: readonly VmRow[]): boolean {
  return start.length <= rows.length && start.every((row, index) => row.id === rows[index]?.id);
}
