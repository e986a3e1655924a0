import { useCallback, useMemo, useState } from "react";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { countWaiting } from "./prepare-order.ts";

export interface SteadyRows {
  rows: VmRow[];
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

  const rows = useMemo(() => {
    if (steady.rows === wanted) return wanted;
    const current = new Map(wanted.map((row) => [row.id, row]));
    // One that left the list stays as it was last seen until the reader lets it go.
    return steady.rows.map((row) => current.get(row.id) ?? row);
  }, [steady, wanted]);

  const changes = useMemo(
    () => (steady.rows === wanted ? 0 : countWaiting(steady.rows, wanted)),
    [steady, wanted],
  );

  const show = useCallback(
    () => setShown({ question, generation, rows: wanted }),
    [question, generation, wanted],
  );
  return { rows, changes, show };
}

/** What is shown next: the new order where nobody reads yet, else the old one with new pages at its end. */
function settle(shown: Shown, wanted: Shown, isBeingRead: boolean): Shown {
  if (shown.question !== wanted.question || shown.rows.length === 0)
    return shown.question === wanted.question && wanted.rows.length === 0 ? shown : wanted;
  if (shown.generation === wanted.generation) return shown;
  if (!isBeingRead) return wanted;
  const known = new Set(shown.rows.map((row) => row.id));
  return { ...wanted, rows: [...shown.rows, ...wanted.rows.filter((row) => !known.has(row.id))] };
}
