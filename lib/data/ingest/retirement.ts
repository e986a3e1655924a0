import "server-only";
import type pg from "pg";
import type { IsoTime } from "@/lib/domain/facts.ts";
import type { PlacementFacts } from "@/lib/domain/judgement.ts";
import type { RuleId } from "@/lib/domain/words.ts";

// Everything closed by a retirement has the retirement's time, by which it is found when the host is restored. The rows
// of its VMs keep the last known values, as for any silent host.

export async function writeRetirement(
  client: pg.ClientBase,
  hostId: string,
  by: { name: string; at: IsoTime },
): Promise<void> {
  await client.query("UPDATE hosts SET retired_at = $2, retired_by = $3 WHERE id = $1", [
    hostId,
    by.at,
    by.name,
  ]);
}

/** Marks its VMs as gone from this time on. */
export async function takeOutVms(client: pg.ClientBase, hostId: string, at: IsoTime): Promise<void> {
  await client.query("UPDATE vms SET gone_at = $2 WHERE host_id = $1 AND gone_at IS NULL", [hostId, at]);
}

export async function clearRetirement(client: pg.ClientBase, hostId: string): Promise<void> {
  await client.query("UPDATE hosts SET retired_at = NULL, retired_by = NULL WHERE id = $1", [hostId]);
}

/** VMs that are gone only because of the retirement and have not been on another host since. */
export async function bringBackVms(
  client: pg.ClientBase,
  hostId: string,
  retiredAt: IsoTime,
): Promise<{ id: string; placement: PlacementFacts }[]> {
  const { rows } = await client.query<{ id: string; placement: PlacementFacts }>(
    "UPDATE vms SET gone_at = NULL WHERE host_id = $1 AND gone_at = $2 RETURNING id, placement",
    [hostId, retiredAt],
  );
  return rows;
}

/** Reopens what the retirement closed, with the original dates. Drift is left to the comparison of the nodes. */
export async function reopenFindings(
  client: pg.ClientBase,
  hostId: string,
  retiredAt: IsoTime,
): Promise<{ subjectId: string | null; rule: RuleId }[]> {
  const { rows } = await client.query<{ subjectId: string | null; rule: RuleId }>(
    `UPDATE findings SET resolved_at = NULL, resolution = NULL
      WHERE host_id = $1 AND resolved_at = $2 AND resolution = 'no-longer-applies' AND rule <> 'cluster.switch-drift'
      RETURNING subject_id AS "subjectId", rule`,
    [hostId, retiredAt],
  );
  return rows;
}
