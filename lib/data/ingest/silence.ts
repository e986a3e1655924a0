import "server-only";
import type pg from "pg";
import { getDatabase } from "../database.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { readOpenFindings, type StoredFinding } from "./write-life.ts";

/**
 * Hosts whose last report is old enough to be stale by the shortest possible limit, and whose silence is not reported
 * yet, not confirmed yet, or may need a higher severity; not hosts whose past is being imported. The domain applies the
 * exact limit.
 */
export async function silentCandidates(now: IsoTime): Promise<string[]> {
  const { rows } = await getDatabase().pool.query<{ id: string }>(
    `SELECT h.id FROM hosts h
       JOIN host_reports r ON r.host_id = h.id
       LEFT JOIN findings f ON f.host_id = h.id AND f.rule = 'host.stale' AND f.resolved_at IS NULL
      WHERE h.retired_at IS NULL AND coalesce(h.past_comes_until < $1::timestamptz, true)
        AND extract(epoch FROM $1::timestamptz - r.observed_at) > greatest(300, r.interval_seconds)
        AND (f.id IS NULL OR f.confirmed_at IS NULL
             OR (f.severity <> 'critical' AND r.observed_at < $1::timestamptz - interval '7 days'))
      ORDER BY h.id LIMIT 500`,
    [now],
  );
  return rows.map(({ id }) => id);
}

/** Locks the host. Only writing raises its version: checking a silent host changes no answer. */
export async function lockHostOnly(
  client: pg.ClientBase,
  hostId: string,
): Promise<{
  cluster: string | null;
  observedAt: IsoTime;
  intervalSeconds: number;
  retiredAt: IsoTime | null;
} | null> {
  await client.query("SELECT FROM fleet_versions WHERE host_id = $1 FOR UPDATE", [hostId]);
  const { rows } = await client.query<{
    cluster: string | null;
    observed_at: string;
    interval_seconds: number;
    retired_at: string | null;
  }>(
    `SELECT h.cluster, r.observed_at, r.interval_seconds, h.retired_at
       FROM hosts h JOIN host_reports r ON r.host_id = h.id WHERE h.id = $1`,
    [hostId],
  );
  const [row] = rows;
  return row
    ? {
        cluster: row.cluster,
        observedAt: row.observed_at,
        intervalSeconds: row.interval_seconds,
        retiredAt: row.retired_at,
      }
    : null;
}

export async function raiseVersion(client: pg.ClientBase, hostId: string): Promise<void> {
  await client.query("UPDATE fleet_versions SET version = version + 1 WHERE host_id = $1", [hostId]);
}

export async function openHostFindings(client: pg.ClientBase, hostId: string): Promise<StoredFinding[]> {
  const open = await readOpenFindings(client, hostId, []);
  return open.filter(({ subjectId }) => subjectId === null);
}
