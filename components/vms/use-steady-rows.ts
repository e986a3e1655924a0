import { useCallback, useMemo, useState } from "react";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { countWaiting } from "./prepare-order.ts";

export interface SteadyRows {
  rows: VmRow[];
  /** Rows that left the list and stay as last seen until the reader accepts the change. */
  leftIds: ReadonlySet<string>;
  /** The number of VMs with changes that the displayed order does not show. */
  changes: number;
  show: () => void;
}

interface Shown {
  question: string;
  /** Grows as pages load: the new end has not been read yet, so its new order may be used. */
  generation: number;
  rows: VmRow[];
}

/**
 * Keeps the order that is being read. Statuses change in place; rows that would appear, disappear or move wait until
 * the reader accepts it, because a list that reorders itself under the pointer invites wrong clicks.
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

/** What is shown next: the new order if no one is reading yet, else the old one with new pages at its end. */
function settle(shown: Shown, wanted: Shown, isBeingRead: boolean): Shown {
  if (shown.question !== wanted.question || shown.rows.length === 0)
    return shown.question === wanted.question && wanted.rows.length === 0 ? shown : wanted;
  if (shown.generation === wanted.generation) return shown;
  if (!isBeingRead || beginsWith(wanted.rows, shown.rows)) return wanted;
  const known = new Set(shown.rows.map((row) => row.id));
  return { ...wanted, rows: [...shown.rows, ...wanted.rows.filter((row) => !known.has(row.id))] };
}

/** Most responses change statuses and no order: then the rest need not be computed. */
function beginsWith(rows: readonly VmRow[], start: readonly VmRow[]): boolean {
  return start.length <= rows.length && start.every((row, index) => row.id === rows[index]?.id);
}
