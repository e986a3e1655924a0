import "server-only";
import { getDatabase } from "../database.ts";
import type { DayCountsRow } from "./day-state.ts";

export interface SummedDay extends DayCountsRow {
  day: string;
  hosts: number;
  silentHosts: number;
  info: number;
}

/** Changes whenever a past day is summed, or summed again. */
export async function readDaysVersion(): Promise<string> {
  const { rows } = await getDatabase().pool.query<{ version: string }>(
    `SELECT coalesce(max(summed_at)::text, '') || '.' || count(*) || (
       SELECT '-' || coalesce(max(summed_at)::text, '') || '.' || count(*) FROM fix_days
     ) AS version FROM compliance_days WHERE kind = 'fleet' AND key = ''`,
  );
  const [row] = rows;
  if (!row) throw new Error("unreachable: counts are one row");
  return row.version;
}

export async function readFirstDay(): Promise<string | null> {
  const { rows } = await getDatabase().pool.query<{ day: string | null }>(
    "SELECT min(day)::text AS day FROM compliance_days WHERE kind = 'fleet' AND key_hash = md5('')",
  );
  return rows[0]?.day ?? null;
}

/** Numbers of one group as arrays, with one element for each of its days. */
export interface SummedGroup {
  key: string;
  days: string[];
  critical: number[];
  warning: number[];
  info: number[];
  unknown: number[];
  healthy: number[];
  inactive: number[];
  excepted: number[];
}

export async function readFleetDays(from: string, to: string): Promise<SummedDay[]> {
  const { rows } = await getDatabase().pool.query<SummedDay>(
    `SELECT day::text AS day, hosts, silent_hosts AS "silentHosts", critical, warning, info, unknown, healthy, inactive,
            excepted
       FROM compliance_days WHERE kind = 'fleet' AND key = '' AND day BETWEEN $1::date AND $2::date ORDER BY day`,
    [from, to],
  );
  return rows;
}

const ARRAYS = ["critical", "warning", "unknown", "healthy", "inactive", "excepted"]
  .map((name) => `array_agg(${name} ORDER BY day) AS ${name}`)
  .join(", ");

export async function readGroupDays(
  kind: "cluster" | "tag" | "rule",
  from: string,
  to: string,
): Promise<SummedGroup[]> {
  const { rows } = await getDatabase().pool.query<SummedGroup>(
    `SELECT key, array_agg(day::text ORDER BY day) AS days, array_agg(info ORDER BY day) AS info, ${ARRAYS}
       FROM compliance_days WHERE kind = $1 AND day BETWEEN $2::date AND $3::date GROUP BY key`,
    [kind, from, to],
  );
  return rows;
}

/** Each host's share of compliant VMs at the start of the range, and all days of the hosts in `drawn`. */
export async function readHostGroupDays(
  from: string,
  to: string,
  hostIds: readonly string[],
): Promise<SummedGroup[]> {
  const { rows } = await getDatabase().pool.query<SummedGroup>(
    `SELECT host_id AS key, array_agg(day::text ORDER BY day) AS days, '{}'::int[] AS info, ${ARRAYS}
       FROM compliance_host_days
      WHERE host_id = ANY($3::uuid[]) AND day BETWEEN $1::date AND $2::date GROUP BY host_id`,
    [from, to, hostIds],
  );
  return rows;
}

/** The first day in the range with data for each host. */
export async function readHostStarts(
  from: string,
  to: string,
): Promise<(DayCountsRow & { hostId: string; day: string })[]> {
  const { rows } = await getDatabase().pool.query<DayCountsRow & { hostId: string; day: string }>(
    `SELECT h.id AS "hostId", d.day::text AS day, d.critical, d.warning, d.unknown, d.healthy, d.inactive, d.excepted
       FROM hosts h
      CROSS JOIN LATERAL (
        SELECT * FROM compliance_host_days d
         WHERE d.host_id = h.id AND d.day BETWEEN $1::date AND $2::date ORDER BY d.day LIMIT 1
      ) d`,
    [from, to],
  );
  return rows;
}

/** Every host with a row for the day, as at the end of the day. */
export async function readHostDay(
  day: string,
): Promise<(DayCountsRow & { hostId: string; isSilent: boolean })[]> {
  const { rows } = await getDatabase().pool.query<DayCountsRow & { hostId: string; isSilent: boolean }>(
    `SELECT host_id AS "hostId", is_silent AS "isSilent", critical, warning, unknown, healthy, inactive, excepted
       FROM compliance_host_days WHERE day = $1::date`,
    [day],
  );
  return rows;
}
