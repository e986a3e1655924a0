import "server-only";
import type pg from "pg";
import { getDatabase } from "../database.ts";

/** Condition for hosts whose verdicts come from older rules, defined only here. */
const IS_OUTDATED = "r.judged_by < $1 AND h.retired_at IS NULL";

export async function countOutdated(rulesVersion: number): Promise<{ hosts: number; vms: number }> {
  const { rows } = await getDatabase().pool.query<{ hosts: number; vms: number }>(
    `SELECT count(*) AS hosts, coalesce(sum((u.counts ->> 'vms')::int), 0) AS vms
       FROM hosts h
       JOIN host_reports r ON r.host_id = h.id
       LEFT JOIN host_rollups u ON u.host_id = h.id
      WHERE ${IS_OUTDATED}`,
    [rulesVersion],
  );
  return rows[0] ?? { hosts: 0, vms: 0 };
}

/**
 * Locks one host whose verdicts come from older rules. Hosts locked by a report or by another process that re-evaluates
 * come last; they are then waited for, and may already have been re-evaluated.
 */
export async function claimOutdated(
  client: pg.ClientBase,
  rulesVersion: number,
  /** Hosts that failed. */
  exceptIds: readonly string[],
): Promise<string | null> {
  for (const wait of ["SKIP LOCKED", ""]) {
    const { rows } = await client.query<{ host_id: string }>(
      `SELECT f.host_id FROM fleet_versions f
         JOIN host_reports r ON r.host_id = f.host_id
         JOIN hosts h ON h.id = f.host_id
        WHERE ${IS_OUTDATED} AND f.host_id <> ALL($2::uuid[])
        ORDER BY f.host_id LIMIT 1 FOR UPDATE OF f ${wait}`,
      [rulesVersion, exceptIds],
    );
    if (rows[0]) return rows[0].host_id;
  }
  return null;
}

/** A separate statement, which sees everything committed while waiting for the lock. */
export async function isOutdated(
  client: pg.ClientBase,
  hostId: string,
  rulesVersion: number,
): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM hosts h JOIN host_reports r ON r.host_id = h.id WHERE ${IS_OUTDATED} AND h.id = $2`,
    [rulesVersion, hostId],
  );
  return rows.length > 0;
}

export async function writeJudgedBy(
  client: pg.ClientBase,
  hostId: string,
  judged: { rulesVersion: number; ground: string },
): Promise<void> {
  await client.query("UPDATE host_reports SET judged_by = $2, ground = $3 WHERE host_id = $1", [
    hostId,
    judged.rulesVersion,
    judged.ground,
  ]);
}

/** Marks all verdicts as outdated, whichever rules produced them. */
export async function forgetJudgedBy(): Promise<void> {
  await getDatabase().pool.query("UPDATE host_reports SET judged_by = 0 WHERE judged_by <> 0");
}

/** Writes the counts of a re-evaluated host. Past days keep their counts. */
export async function replaceRollup(
  client: pg.ClientBase,
  hostId: string,
  counts: { counts: object; dayCounts: object },
  today: string,
): Promise<void> {
  await client.query(
    `WITH day AS (
       UPDATE host_days SET counts = $3, written_at = clock_timestamp() WHERE host_id = $1 AND day = $4::date
     )
     INSERT INTO host_rollups (host_id, counts) VALUES ($1, $2)
     ON CONFLICT (host_id) DO UPDATE SET counts = excluded.counts`,
    [hostId, JSON.stringify(counts.counts), JSON.stringify(counts.dayCounts), today],
  );
}
