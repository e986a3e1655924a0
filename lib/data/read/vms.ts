import "server-only";
import { getDatabase } from "../database.ts";
import { guestOsWord } from "@/lib/domain/guest/guest-os-word.ts";
import { toOpenRule } from "@/lib/domain/open-rule.ts";
import type { RuntimeKey } from "../ingest/vm-state.ts";
import type { IsoTime, VmFacts } from "@/lib/domain/facts.ts";
import type { PlacementFacts, ServiceVerdict, VmMemory } from "@/lib/domain/judgement.ts";
import {
  SEVERITIES,
  type AccelerationStatus,
  type RuleId,
  type ServiceKey,
  type ServiceStatus,
  type Severity,
  type VmHealth,
  type VmRole,
} from "@/lib/domain/words.ts";
import { countUpTo } from "./count-up-to.ts";
import { SqlParts } from "./sql-parts.ts";
import { healthRanksOf, HEALTH_RANK } from "./vm-ranks.ts";

export interface ListedVm {
  hostId: string;
  id: string;
  vmId: string;
  name: string;
  cluster: string | null;
  generation: number | null;
  configurationVersion: string | null;
  state: string;
  health: VmHealth;
  guestOs: string | null;
  guestOsKnownAt: IsoTime | null;
  tags: string[];
  services: ServiceStatus[];
  acceleration: AccelerationStatus[];
  grounds: Partial<Record<ServiceKey, Severity | "follows">>;
  criticalCount: number;
  warningCount: number;
  infoCount: number;
  worst: { rule: RuleId; severity: Severity; summary: string } | null;
  goneAt: IsoTime | null;
  lastReportedAt: IsoTime;
  /** Sort values, as text, after which the next page continues. */
  sortKey: string[];
}

/** Matches VMs with an open finding of the rule; `null`: of any severity. */
export interface RuleFilter {
  rule: RuleId;
  severity: Severity | null;
}

/** Filters in the terms of the API, already validated. Lists mean "any of". */
export interface VmQuery {
  search: string | null;
  hostIds: string[] | null;
  /** In lower case; a `null` element means no cluster. */
  clusters: (string | null)[] | null;
  tags: string[] | null;
  states: string[] | null;
  healths: VmHealth[] | null;
  generations: number[] | null;
  guestOs: string[] | null;
  rules: RuleFilter[] | null;
  /** All must match. VMs of a silent host match none, because theirs are unknown. */
  words: string[][];
  versions: string[] | null;
  gone: boolean;
  /** VMs on stale, missing or retired hosts are unknown, regardless of their stored verdicts. */
  silentHostIds: string[];
  reportingHostIds: string[];
}

/** Columns of a list row, over `v` and `t`. */
export const LISTED_VM_COLUMNS = `v.host_id AS "hostId", v.id, v.vm_id AS "vmId", v.name, v.cluster, v.generation,
  v.configuration_version AS "configurationVersion", v.state, v.health, v.guest_os AS "guestOs",
  v.guest_os_known_at AS "guestOsKnownAt", v.tags, v.services, v.grounds, v.acceleration, v.critical_count AS "criticalCount",
  v.warning_count AS "warningCount", v.info_count AS "infoCount", v.worst, v.gone_at AS "goneAt",
  coalesce(t.observed_at, v.first_seen_at) AS "lastReportedAt"`;

/** Escapes `%`, `_` and `\`, which are literal in a search. */
export function likePattern(search: string): string {
  return `%${search.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

export function vmConditions(query: VmQuery, sql: SqlParts): string[] {
  const where: string[] = [query.gone ? "v.gone_at IS NOT NULL" : "v.gone_at IS NULL"];
  const silent = () => `v.host_id = ANY(${sql.add(query.silentHostIds)}::uuid[])`;
  const has = (words: string[]) => `v.words && ${sql.add(words)}::text[]`;
  const hasSilent = query.silentHostIds.length > 0;
  if (query.search) where.push(`v.search_text LIKE ${sql.add(likePattern(query.search))}`);
  // A VM claimed by two hosts is one row, shown on the pages of both.
  if (query.hostIds) {
    const claimed = has(query.hostIds.map((id) => `at:${id}`));
    where.push(`(v.host_id = ANY(${sql.add(query.hostIds)}::uuid[]) OR ${claimed})`);
  }
  if (query.clusters) {
    const named = query.clusters.filter((cluster) => cluster !== null);
    const isNamed = `lower(v.cluster) = ANY(${sql.add(named)}::text[])`;
    where.push(query.clusters.includes(null) ? `(v.cluster IS NULL OR ${isNamed})` : isNamed);
  }
  if (query.tags) where.push(has(query.tags.map((tag) => `tag:${tag}`)));
  if (query.states) where.push(`v.state = ANY(${sql.add(query.states)}::text[])`);
  if (query.generations) where.push(`v.generation = ANY(${sql.add(query.generations)}::smallint[])`);
  if (query.guestOs) where.push(has(query.guestOs.map(guestOsWord)));
  if (query.healths) {
    const told = `${HEALTH_RANK} = ANY(${sql.add(healthRanksOf(query.healths))}::int[])`;
    if (!hasSilent) where.push(told);
    else if (query.healths.includes("unknown")) where.push(`(${told} OR ${silent()})`);
    else where.push(told, `NOT ${silent()}`);
  }
  if (query.versions) where.push(`v.configuration_version = ANY(${sql.add(query.versions)}::text[])`);
  for (const words of query.words) {
    const told = has(words);
    const isUnknown = words.some((word) => word.endsWith(":unknown"));
    if (!hasSilent) where.push(told);
    else if (isUnknown) where.push(`(${told} OR ${silent()})`);
    else where.push(told, `NOT ${silent()}`);
  }
  if (query.rules) {
    where.push(has(query.rules.map(({ rule }) => `rule:${rule}`)));
    // The indexed words, above, do not contain severities.
    if (query.rules.some(({ severity }) => severity !== null)) {
      const open = query.rules.flatMap(({ rule, severity }) =>
        (severity === null ? SEVERITIES : [severity]).map((each) => toOpenRule({ rule, severity: each })),
      );
      where.push(`v.open_rules && ${sql.add(open)}::text[]`);
    }
    if (hasSilent) where.push(`NOT ${silent()}`);
  }
  return where;
}

export async function countVms(query: VmQuery, ceiling: number): Promise<number> {
  const sql = new SqlParts();
  return countUpTo(ceiling, "vms v", vmConditions(query, sql), sql);
}

export interface VmDetailRow extends ListedVm {
  role: VmRole;
  placement: PlacementFacts;
  memory: VmMemory;
  verdicts: ServiceVerdict[];
  /** As last reported by its host, without the runtime numbers. */
  facts: Omit<VmFacts, RuntimeKey>;
  firstSeenAt: IsoTime;
  missingReports: number;
  uptimeSeconds: number | null;
  cpuUsagePercent: number | null;
  memoryAssignedBytes: number | null;
  memoryDemandBytes: number | null;
}

export async function readVm(id: string): Promise<VmDetailRow | null> {
  const { rows } = await getDatabase().pool.query<VmDetailRow>(
    `SELECT ${LISTED_VM_COLUMNS}, ARRAY[]::text[] AS "sortKey", v.role, v.placement, v.memory, v.first_seen_at AS "firstSeenAt",
            coalesce(s.verdicts, '[]') AS verdicts, coalesce(o.facts, '{}') AS facts,
            coalesce(o.missing_reports, 0) AS "missingReports", t.uptime_seconds AS "uptimeSeconds", t.cpu_usage_percent AS "cpuUsagePercent",
            t.memory_assigned_bytes AS "memoryAssignedBytes", t.memory_demand_bytes AS "memoryDemandBytes"
       FROM vms v
       LEFT JOIN vm_runtimes t ON t.host_id = v.host_id AND t.id = v.id
       LEFT JOIN integration_services s ON s.host_id = v.host_id AND s.id = v.id
       LEFT JOIN vm_observations o ON o.host_id = v.host_id AND o.id = v.id
      WHERE v.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** A VM of a host as last reported, for evaluating the host's network again. */
export interface HostVmRow {
  facts: VmFacts;
  memory: VmMemory;
  placement: PlacementFacts;
  role: VmRole;
  lastReportedAt: IsoTime;
}

/** Current VMs, or those that were current until the host was retired. */
export async function readHostVms(hostId: string, retiredAt: IsoTime | null): Promise<HostVmRow[]> {
  const { rows } = await getDatabase().pool.query<HostVmRow>(
    `SELECT o.facts || jsonb_build_object('uptimeSeconds', t.uptime_seconds, 'cpuUsagePercent', t.cpu_usage_percent,
                                          'memoryAssignedBytes', t.memory_assigned_bytes,
                                          'memoryDemandBytes', t.memory_demand_bytes) AS facts,
            v.memory, v.placement, v.role, coalesce(t.observed_at, v.first_seen_at) AS "lastReportedAt"
       FROM vms v
       JOIN vm_observations o ON o.host_id = v.host_id AND o.id = v.id
       LEFT JOIN vm_runtimes t ON t.host_id = v.host_id AND t.id = v.id
      WHERE v.host_id = $1 AND v.gone_at IS NOT DISTINCT FROM $2 ORDER BY v.id`,
    [hostId, retiredAt],
  );
  return rows;
}
