import "server-only";
import type pg from "pg";
import type { IsoTime } from "@/lib/domain/facts.ts";
import type { OpenFinding, Resolution } from "@/lib/domain/finding-life.ts";
import type { Evidence, Remedy } from "@/lib/domain/judgement.ts";
import type { ChangeKind, RuleId, Severity } from "@/lib/domain/words.ts";

export interface StoredFinding extends OpenFinding {
  hostId: string;
  /** The VM's id; `null` for a finding of the host. */
  subjectId: string | null;
  vmsTouched: number;
  /** The VMs named by a host's finding, by their id in the API. */
  touchedIds: string[];
}

export interface FindingRow {
  host_id: string;
  id: string;
  subject_id: string | null;
  rule: RuleId;
  severity: Severity;
  summary: string;
  evidence: Evidence[];
  remedies: Remedy[];
  vms_touched: number;
  touched_ids: string[];
  opened_at: string;
  confirmed_at: string | null;
  frozen_at: string | null;
}

/** Unresolved findings of this host, and of these VMs on any host. */
export async function readOpenFindings(
  client: pg.ClientBase,
  hostId: string,
  vmIds: string[],
): Promise<StoredFinding[]> {
  const columns = `host_id, id, subject_id, rule, severity, summary, evidence, remedies, vms_touched,
                   touched_ids, opened_at, confirmed_at, frozen_at`;
  const { rows } = await client.query<FindingRow>({
    name: "open-findings",
    text: `SELECT ${columns} FROM findings WHERE host_id = $1 AND resolved_at IS NULL AND subject_id IS NULL
           UNION ALL
           SELECT ${columns} FROM findings WHERE subject_id = ANY($2::uuid[]) AND resolved_at IS NULL`,
    values: [hostId, vmIds],
  });
  return rows.map(toStoredFinding);
}

export function toStoredFinding(row: FindingRow): StoredFinding {
  return {
    hostId: row.host_id,
    id: row.id,
    subjectId: row.subject_id,
    rule: row.rule,
    severity: row.severity,
    summary: row.summary,
    evidence: row.evidence,
    remedies: row.remedies,
    vmsTouched: row.vms_touched,
    touchedIds: row.touched_ids,
    openedAt: row.opened_at,
    confirmedAt: row.confirmed_at,
    frozenAt: row.frozen_at,
  };
}

export interface FindingWrite extends StoredFinding {
  resolvedAt: IsoTime | null;
  resolution: Resolution | null;
}

export async function writeFindings(client: pg.ClientBase, rows: FindingWrite[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "write-findings",
    text: `INSERT INTO findings (host_id, id, subject_id, rule, severity, summary, evidence, remedies, vms_touched,
                                 touched_ids, opened_at, confirmed_at, frozen_at, resolved_at, resolution)
           SELECT host_id, id, subject_id, rule, severity, summary, evidence, remedies, vms_touched,
                  string_to_array(touched_ids, ',')::uuid[], opened_at, confirmed_at, frozen_at, resolved_at, resolution
             FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::jsonb[],
                                $8::jsonb[], $9::int[], $10::text[], $11::timestamptz[], $12::timestamptz[],
                         $13::timestamptz[], $14::timestamptz[], $15::text[])
               AS u (host_id, id, subject_id, rule, severity, summary, evidence, remedies, vms_touched, touched_ids,
                     opened_at, confirmed_at, frozen_at, resolved_at, resolution)
           ON CONFLICT (host_id, id) DO UPDATE SET
             severity = excluded.severity, summary = excluded.summary, evidence = excluded.evidence,
             remedies = excluded.remedies, vms_touched = excluded.vms_touched,
             touched_ids = excluded.touched_ids, confirmed_at = excluded.confirmed_at,
             frozen_at = excluded.frozen_at, resolved_at = excluded.resolved_at, resolution = excluded.resolution`,
    values: [
      rows.map((row) => row.hostId),
      rows.map((row) => row.id),
      rows.map((row) => row.subjectId),
      rows.map((row) => row.rule),
      rows.map((row) => row.severity),
      rows.map((row) => row.summary),
      rows.map((row) => JSON.stringify(row.evidence)),
      rows.map((row) => JSON.stringify(row.remedies)),
      rows.map((row) => row.vmsTouched),
      rows.map((row) => row.touchedIds.join()),
      rows.map((row) => row.openedAt),
      rows.map((row) => row.confirmedAt),
      rows.map((row) => row.frozenAt),
      rows.map((row) => row.resolvedAt),
      rows.map((row) => row.resolution),
    ],
  });
}

export interface ChangeWrite {
  hostId: string;
  subjectId: string | null;
  at: IsoTime;
  kind: ChangeKind;
  field: string;
  from: string | null;
  to: string | null;
}

export async function writeChanges(client: pg.ClientBase, rows: ChangeWrite[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "write-changes",
    text: `INSERT INTO changes (host_id, recorded_at, transaction_id, at, subject_id, kind, field, from_value, to_value)
           SELECT u.host_id, now(), pg_current_xact_id()::text::bigint, u.at, u.subject_id, u.kind, u.field,
                  u.from_value, u.to_value
             FROM unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
               WITH ORDINALITY AS u (host_id, at, subject_id, kind, field, from_value, to_value, position)
            ORDER BY u.position`,
    values: [
      rows.map((row) => row.hostId),
      rows.map((row) => row.at),
      rows.map((row) => row.subjectId),
      rows.map((row) => row.kind),
      rows.map((row) => row.field),
      rows.map((row) => row.from),
      rows.map((row) => row.to),
    ],
  });
}

/** The current counts of a host's VMs; `null` before its first report. */
export async function readRollup<Counts extends object>(
  client: pg.ClientBase,
  hostId: string,
): Promise<Counts | null> {
  const { rows } = await client.query<{ counts: Counts }>({
    name: "read-rollup",
    text: "SELECT counts FROM host_rollups WHERE host_id = $1",
    values: [hostId],
  });
  return rows[0]?.counts ?? null;
}

export interface RollupWrite {
  hostId: string;
  cluster: string | null;
  counts: object;
  /** The part of the counts that is stored for the day. */
  dayCounts: object;
  observedAt: IsoTime;
  intervalSeconds: number;
  /** The previous report if it was made on another day: the newest one of that day. */
  lastOfDayBefore: IsoTime | null;
}

/**
 * Writes the counts of a host's current VMs. The day's row keeps the last values of the day, and the previous day is
 * completed.
 */
export async function writeRollup(client: pg.ClientBase, rollup: RollupWrite): Promise<void> {
  await client.query({
    name: "write-rollup",
    text: `WITH kept AS (
       INSERT INTO host_rollups (host_id, counts) VALUES ($1, $2)
       ON CONFLICT (host_id) DO UPDATE SET counts = excluded.counts
     ), ended AS (
       UPDATE host_days SET last_reported_at = greatest(last_reported_at, $7::timestamptz), written_at = clock_timestamp()
        WHERE host_id = $1 AND day = ($7::timestamptz AT TIME ZONE 'UTC')::date
     )
     INSERT INTO host_days (host_id, day, counts, cluster, last_reported_at, interval_seconds, written_at)
     VALUES ($1, ($4::timestamptz AT TIME ZONE 'UTC')::date, $3, $5, $4::timestamptz, $6, clock_timestamp())
     ON CONFLICT (host_id, day) DO UPDATE SET
       counts = excluded.counts, cluster = excluded.cluster, interval_seconds = excluded.interval_seconds,
       last_reported_at = greatest(host_days.last_reported_at, excluded.last_reported_at),
       written_at = excluded.written_at`,
    values: [
      rollup.hostId,
      JSON.stringify(rollup.counts),
      JSON.stringify(rollup.dayCounts),
      rollup.observedAt,
      rollup.cluster,
      rollup.intervalSeconds,
      rollup.lastOfDayBefore,
    ],
  });
}

/** Writes the day of a backdated report if no row exists for that day; an existing row is kept. */
export async function fillDay(
  client: pg.ClientBase,
  rollup: Pick<RollupWrite, "hostId" | "dayCounts" | "cluster" | "observedAt" | "intervalSeconds">,
): Promise<void> {
  await client.query(
    `INSERT INTO host_days (host_id, day, counts, cluster, last_reported_at, interval_seconds, written_at)
     VALUES ($1, ($3::timestamptz AT TIME ZONE 'UTC')::date, $2, $4, $3::timestamptz, $5, clock_timestamp())
     ON CONFLICT (host_id, day) DO NOTHING`,
    [
      rollup.hostId,
      JSON.stringify(rollup.dayCounts),
      rollup.observedAt,
      rollup.cluster,
      rollup.intervalSeconds,
    ],
  );
}

/**
 * Writes the counts of another host whose VMs this report moved. Its day is written too, with its own last report: a
 * silent host no longer has VMs that started elsewhere.
 */
export async function writeOtherRollup(
  client: pg.ClientBase,
  { hostId, counts, dayCounts }: Pick<RollupWrite, "hostId" | "counts" | "dayCounts">,
  observedAt: IsoTime,
): Promise<void> {
  await client.query(
    `WITH kept AS (
       INSERT INTO host_rollups (host_id, counts) VALUES ($1, $2)
       ON CONFLICT (host_id) DO UPDATE SET counts = excluded.counts
     )
     INSERT INTO host_days (host_id, day, counts, cluster, last_reported_at, interval_seconds, written_at)
     SELECT $1, ($4::timestamptz AT TIME ZONE 'UTC')::date, $3, h.cluster, r.observed_at, r.interval_seconds,
            clock_timestamp()
       FROM hosts h JOIN host_reports r ON r.host_id = h.id WHERE h.id = $1
     ON CONFLICT (host_id, day) DO UPDATE SET counts = excluded.counts, written_at = excluded.written_at`,
    [hostId, JSON.stringify(counts), JSON.stringify(dayCounts), observedAt],
  );
}
