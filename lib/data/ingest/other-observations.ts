import "server-only";
import type pg from "pg";
import type { IsoTime } from "@/lib/domain/facts.ts";

/** Another host's observation of a VM. */
export interface OtherObservation {
  id: string;
  host: {
    id: string;
    name: string;
    cluster: string | null;
    retiredAt: IsoTime | null;
    observedAt: IsoTime;
    intervalSeconds: number;
  };
  state: string | null;
  isRealised: boolean;
  isRunning: boolean;
  firstReportedAt: IsoTime;
  lastReportedAt: IsoTime;
  missingReports: number;
}

interface OtherObservationRow {
  id: string;
  host_id: string;
  obs_state: string | null;
  is_realised: boolean;
  is_running: boolean;
  first_reported_at: string;
  observed_at: string;
  missing_reports: number;
  name: string;
  cluster: string | null;
  retired_at: string | null;
  report_at: string;
  interval_seconds: number;
}

/**
 * Two hosts that report a VM for the first time concurrently would not see each other's row, and both would get the VM:
 * the second waits here until the first is done. All VMs share a thousand locks, because Postgres limits their number.
 */
export async function lockNewVms(client: pg.ClientBase, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(
    `SELECT pg_advisory_xact_lock(hashtext('innkeeper.vm'), lock)
       FROM (SELECT DISTINCT hashtext(id) & 1023 AS lock FROM unnest($1::text[]) AS id ORDER BY 1) AS in_order`,
    [ids],
  );
}

/** Observations of these VMs by other hosts. */
export async function readOtherObservations(
  client: pg.ClientBase,
  hostId: string,
  ids: string[],
): Promise<OtherObservation[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<OtherObservationRow>({
    name: "other-observations",
    text: `SELECT o.id, o.host_id, o.state AS obs_state, o.is_realised, o.is_running, o.first_reported_at,
                  coalesce(t.observed_at, o.first_reported_at) AS observed_at, o.missing_reports,
                  h.name, h.cluster, h.retired_at, r.observed_at AS report_at, r.interval_seconds
             FROM vm_observations o
             JOIN hosts h ON h.id = o.host_id
             JOIN host_reports r ON r.host_id = o.host_id
             LEFT JOIN vm_runtimes t ON t.host_id = o.host_id AND t.id = o.id
            WHERE o.id = ANY($2::uuid[]) AND o.host_id <> $1`,
    values: [hostId, ids],
  });
  return rows.map((row) => ({
    id: row.id,
    host: {
      id: row.host_id,
      name: row.name,
      cluster: row.cluster,
      retiredAt: row.retired_at,
      observedAt: row.report_at,
      intervalSeconds: row.interval_seconds,
    },
    state: row.obs_state,
    isRealised: row.is_realised,
    isRunning: row.is_running,
    firstReportedAt: row.first_reported_at,
    lastReportedAt: row.observed_at,
    missingReports: row.missing_reports,
  }));
}
