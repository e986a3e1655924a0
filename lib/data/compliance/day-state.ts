import "server-only";
import type pg from "pg";
import { getDatabase } from "../database.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";

/** A host at the end of a day: its newest row up to then, and its newest report according to that row. */
export interface HostAtDayEnd {
  hostId: string;
  cluster: string | null;
  retiredAt: IsoTime | null;
  counts: unknown;
  lastReportedAt: IsoTime;
  intervalSeconds: number;
}

/**
 * Days before `today` that are not summed yet, or changed after they were summed; oldest first. A host's row also counts
 * for the following days, up to its next row. Days without any row are included, because they must be shown as silent.
 */
export async function daysToSum(after: string, today: string, limit: number): Promise<string[]> {
  const { rows } = await getDatabase().pool.query<{ day: string }>(
    `WITH standing AS (
       SELECT day, written_at, lead(day) OVER (PARTITION BY host_id ORDER BY day) AS next FROM host_days
     ), written AS (
       SELECT covered.day::date AS day, max(written_at) AS written_at FROM standing
        CROSS JOIN LATERAL
          generate_series(standing.day, least(next, $1::date) - 1, interval '1 day') covered (day)
        WHERE standing.day < $1::date GROUP BY 1
     ), days AS (
       SELECT generate_series((SELECT min(day) FROM written), $1::date - 1, interval '1 day')::date AS day
     )
     SELECT days.day::text AS day FROM days
       LEFT JOIN written ON written.day = days.day
       LEFT JOIN compliance_days c ON c.kind = 'fleet' AND c.key = '' AND c.day = days.day
      WHERE days.day > $3::date AND (c.day IS NULL OR c.summed_at <= written.written_at)
      ORDER BY days.day LIMIT $2`,
    [today, limit, after],
  );
  return rows.map(({ day }) => day);
}

/** Every host that had reported by the end of the day, with its state at that time. */
export async function readHostsAtDayEnd(client: pg.ClientBase, day: string): Promise<HostAtDayEnd[]> {
  const { rows } = await client.query<HostAtDayEnd>(
    `SELECT h.id AS "hostId", d.cluster, h.retired_at AS "retiredAt", d.counts,
            coalesce(CASE WHEN (r.observed_at AT TIME ZONE 'UTC')::date = d.day
                          THEN greatest(d.last_reported_at, r.observed_at) ELSE d.last_reported_at END,
                     d.day::timestamp AT TIME ZONE 'UTC') AS "lastReportedAt",
            coalesce(d.interval_seconds, r.interval_seconds) AS "intervalSeconds"
       FROM hosts h
       JOIN host_reports r ON r.host_id = h.id
      CROSS JOIN LATERAL (
        SELECT * FROM host_days d WHERE d.host_id = h.id AND d.day <= $1::date ORDER BY d.day DESC LIMIT 1
      ) d`,
    [day],
  );
  return rows;
}

export interface DayCountsRow {
  critical: number;
  warning: number;
  unknown: number;
  healthy: number;
  inactive: number;
  excepted: number;
}

export interface HostDayTotal extends DayCountsRow {
  hostId: string;
  isSilent: boolean;
}

export interface GroupDayTotal extends DayCountsRow {
  kind: "fleet" | "cluster" | "tag" | "rule";
  key: string;
  hosts: number;
  silentHosts: number;
  info: number;
}

/** Replaces the sums of a day. `summedAt` is the time just before the day's rows were read. */
export async function writeDay(
  client: pg.ClientBase,
  day: string,
  summedAt: string,
  hosts: readonly HostDayTotal[],
  groups: readonly GroupDayTotal[],
): Promise<void> {
  await client.query("DELETE FROM compliance_host_days WHERE day = $1::date", [day]);
  await client.query("DELETE FROM compliance_days WHERE day = $1::date", [day]);
  await client.query(
    `INSERT INTO compliance_host_days (host_id, day, is_silent, critical, warning, unknown, healthy, inactive, excepted)
     SELECT u.host_id, $1::date, u.is_silent, u.critical, u.warning, u.unknown, u.healthy, u.inactive, u.excepted
       FROM unnest($2::uuid[], $3::bool[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[])
         AS u (host_id, is_silent, critical, warning, unknown, healthy, inactive, excepted)`,
    [day, hosts.map(({ hostId }) => hostId), hosts.map(({ isSilent }) => isSilent), ...countColumns(hosts)],
  );
  await client.query(
    `INSERT INTO compliance_days (kind, key, key_hash, day, hosts, silent_hosts, info, critical, warning, unknown, healthy, inactive,
                                  excepted, summed_at)
     SELECT u.kind, u.key, md5(u.key), $1::date, u.hosts, u.silent_hosts, u.info, u.critical, u.warning, u.unknown, u.healthy,
            u.inactive, u.excepted, $2::timestamptz
       FROM unnest($3::text[], $4::text[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::int[], $11::int[],
                   $12::int[], $13::int[])
         AS u (kind, key, hosts, silent_hosts, info, critical, warning, unknown, healthy, inactive, excepted)`,
    [
      day,
      summedAt,
      groups.map(({ kind }) => kind),
      groups.map(({ key }) => key),
      groups.map(({ hosts: count }) => count),
      groups.map(({ silentHosts }) => silentHosts),
      groups.map(({ info }) => info),
      ...countColumns(groups),
    ],
  );
}

function countColumns(rows: readonly DayCountsRow[]): number[][] {
  return [
    rows.map(({ critical }) => critical),
    rows.map(({ warning }) => warning),
    rows.map(({ unknown }) => unknown),
    rows.map(({ healthy }) => healthy),
    rows.map(({ inactive }) => inactive),
    rows.map(({ excepted }) => excepted),
  ];
}

/**
 * Only one process sums days at a time; the others find the work done. Returns the time, by the database's clock, up to
 * which all writes are visible: a transaction still in progress may have written before now.
 */
export async function lockDays(client: pg.ClientBase): Promise<string> {
  await client.query("SELECT pg_advisory_xact_lock(hashtext('innkeeper.days'))");
  const { rows } = await client.query<{ at: string }>(
    `SELECT least(clock_timestamp(), min(xact_start)) AS at FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL`,
  );
  const [row] = rows;
  if (!row) throw new Error("unreachable: the time is one row");
  return row.at;
}
