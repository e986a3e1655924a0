import type pg from "pg";
import type { CurrentVm } from "@/lib/data/ingest/vm-state.ts";
import { forgetGround, removeCurrentVms } from "@/lib/data/ingest/write-vms.ts";
import type { PlacedVm } from "./place-vms.ts";
import type { Writes } from "./scene.ts";

/**
 * Deletes the old rows of moving VMs before they are written on their new host. A host that got a VM from another host's
 * report evaluates its next report as a whole, even an unchanged one: its own findings do not name the VM yet.
 */
export async function moveRows(client: pg.ClientBase, hostId: string, moves: Writes["moves"]): Promise<void> {
  for (const to of new Set(moves.map((move) => move.to))) {
    if (to !== hostId) await forgetGround(client, to);
    await removeCurrentVms(
      client,
      to,
      moves.filter((move) => move.to === to).map(({ id }) => id),
    );
  }
}

/** The VM's own host evaluates this host's observation with its next report. */
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
