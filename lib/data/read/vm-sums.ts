import "server-only";
import { SERVICE_KEYS, VM_HEALTHS, VM_TECHNOLOGIES } from "@/lib/domain/words.ts";
import type { ServiceKey, Severity, VmHealth, VmTechnology } from "@/lib/domain/words.ts";
import { getDatabase } from "../database.ts";
import { SqlParts } from "./sql-parts.ts";
import { vmConditions, type VmQuery } from "./vms.ts";

/** Totals of a query's VMs on one host, by their last verdicts. Absent means none. */
export interface HostSums {
  hostId: string;
  vms: number;
  generationOne: number;
  health: Partial<Record<VmHealth, number>>;
  grounds: Partial<Record<ServiceKey, Partial<Record<Severity | "follows", number>>>>;
  /** VMs with a technology that is requested but not in effect. */
  configured: Partial<Record<VmTechnology, number>>;
}

interface CountRow {
  hostId: string;
  vms: number;
  generationOne: number;
  health: number[];
  configured: number[];
}

interface GroundRow {
  hostId: string;
  key: string;
  ground: Severity | "follows";
  count: number;
}

const countWhere = (condition: string) => `(count(*) FILTER (WHERE ${condition}))::int`;
const COUNTS = `v.host_id AS "hostId", count(*)::int AS vms, ${countWhere("v.generation = 1")} AS "generationOne",
  ARRAY[${VM_HEALTHS.map((health) => countWhere(`v.health = '${health}'`)).join(", ")}] AS health,
  ARRAY[${VM_TECHNOLOGIES.map((_, at) => countWhere(`v.acceleration[${at + 1}] = 'configured'`)).join(", ")}] AS configured`;

/** @param hostIds only these hosts, if given */
export async function readHostSums(
  query: VmQuery,
  hostIds: readonly string[] | null,
): Promise<Map<string, HostSums>> {
  const { pool } = getDatabase();
  const sql = new SqlParts();
  const where = [
    ...vmConditions(query, sql),
    ...(hostIds === null ? [] : [`v.host_id = ANY(${sql.add(hostIds)}::uuid[])`]),
  ].join(" AND ");
  const [counts, grounds] = await Promise.all([
    pool.query<CountRow>(`SELECT ${COUNTS} FROM vms v WHERE ${where} GROUP BY v.host_id`, sql.values),
    // Most VMs have nothing that the policy reports, and cost nothing here.
    pool.query<GroundRow>(
      `SELECT v.host_id AS "hostId", g.key, g.value AS ground, count(*)::int AS count
         FROM vms v CROSS JOIN LATERAL jsonb_each_text(v.grounds) g
        WHERE ${where} AND v.grounds <> '{}' GROUP BY 1, 2, 3`,
      sql.values,
    ),
  ]);
  const sums = new Map(counts.rows.map((row) => [row.hostId, toSums(row)]));
  for (const { hostId, key, ground, count } of grounds.rows) {
    const service = SERVICE_KEYS.find((known) => known === key);
    const host = sums.get(hostId);
    if (service && host) (host.grounds[service] ??= {})[ground] = count;
  }
  return sums;
}

function toSums({ hostId, vms, generationOne, health, configured }: CountRow): HostSums {
  return {
    hostId,
    vms,
    generationOne,
    health: keyed(VM_HEALTHS, health),
    grounds: {},
    configured: keyed(VM_TECHNOLOGIES, configured),
  };
}

function keyed<Key extends string>(
  keys: readonly Key[],
  counts: readonly number[],
): Partial<Record<Key, number>> {
  const byKey: Partial<Record<Key, number>> = {};
  for (const [index, key] of keys.entries()) if (counts[index]) byKey[key] = counts[index];
  return byKey;
}
