import type pg from "pg";
import type { CurrentVm } from "@/lib/data/ingest/vm-state.ts";
import { removeCurrentVms } from "@/lib/data/ingest/write-vms.ts";
import type { PlacedVm } from "./place-vms.ts";
import type { Writes } from "./scene.ts";

/** Makes room for the rows of VMs that move: before they are written where they are now. */
export async function moveRows(client: pg.ClientBase, moves: Writes["moves"]): Promise<void> {
  for (const to of new Set(moves.map((move) => move.to))) {
    await removeCurrentVms(
      client,
      to,
      moves.filter((move) => move.to === to).map(({ id }) => id),
    );
  }
}

/** What was said here of a VM elsewhere, its own host weighs with its next report. */
export function unsettledElsewhere(hostId: string, rows: readonly CurrentVm[]): [string, string[]][] {
  const elsewhere = rows.filter((row) => row.hostId !== hostId);
  return [...new Set(elsewhere.map((row) => row.hostId))].map((other) => [
    other,
    elsewhere.filter((row) => row.hostId === other).map(({ id }) => id),
  ]);
}

export function endedObservations(placed: readonly PlacedVm[]): { hostId: string; id: string }[] {
  return placed.flatMap(({ id, place }) => place.endedHostIds.map((hostId) => ({ hostId, id })));
}
