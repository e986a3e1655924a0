import "server-only";
import type pg from "pg";
import type { IsoTime, VmFacts } from "@/lib/domain/facts.ts";
import type { PlacementFacts, VmMemory } from "@/lib/domain/judgement.ts";
import type {
  AccelerationStatus,
  CapabilityStatus,
  ConversionVerdict,
  RuleId,
  Severity,
  ServiceKey,
  ServiceStatus,
  VmHealth,
  VmRole,
} from "@/lib/domain/words.ts";

/** One host's observation of a VM, without verdicts. */
export interface KnownVm {
  id: string;
  vmId: string;
  role: VmRole;
  contentHash: string;
  isRealised: boolean;
  isRunning: boolean;
  state: string | null;
  firstReportedAt: IsoTime;
  lastReportedAt: IsoTime;
  missingReports: number;
  /** Its verdicts remain valid as long as its facts and their other inputs stay the same. */
  isSettled: boolean;
}

/** The row of a VM on its current host. */
export interface CurrentVm {
  hostId: string;
  id: string;
  vmId: string;
  role: VmRole;
  name: string;
  cluster: string | null;
  generation: number | null;
  configurationVersion: string | null;
  state: string;
  health: VmHealth;
  guestOs: string | null;
  guestOsKnownAt: IsoTime | null;
  tags: string[];
  searchText: string;
  words: string[];
  services: ServiceStatus[];
  grounds: Partial<Record<ServiceKey, Severity | "follows">>;
  /** In the order of the VM-side technologies. */
  acceleration: AccelerationStatus[];
  /**
   * `<technology> <status>[ <broken rung>[ incapable]]`, one for each adapter and applicable technology. Incapable: it
   * lacks something, or may lack it, that no setting provides.
   */
  ladders: string[];
  /** In the order of the capability keys. */
  capabilities: CapabilityStatus[];
  conversion: ConversionVerdict;
  /** `<check>:<status>` of checks that do not pass. */
  conversionChecks: string[];
  criticalCount: number;
  warningCount: number;
  infoCount: number;
  worst: { rule: RuleId; severity: Severity; summary: string } | null;
  openRules: string[];
  placement: PlacementFacts;
  memory: VmMemory;
  verdictHash: string;
  firstSeenAt: IsoTime;
  notRunningSince: IsoTime | null;
  goneAt: IsoTime | null;
}

interface KnownVmRow {
  id: string;
  vm_id: string;
  role: VmRole;
  content_hash: string;
  is_realised: boolean;
  is_running: boolean;
  obs_state: string | null;
  first_reported_at: string;
  observed_at: string;
  missing_reports: number;
  is_settled: boolean;
}

const CURRENT_COLUMNS = `v.host_id AS current_host_id, v.name, v.cluster, v.generation, v.configuration_version, v.state,
  v.health, v.guest_os, v.guest_os_known_at, v.tags, v.search_text, v.words, v.services, v.grounds,
  v.acceleration, v.ladders, v.capabilities, v.conversion, v.conversion_checks, v.critical_count, v.warning_count, v.info_count, v.worst, v.open_rules, v.placement, v.memory, v.verdict_hash, v.first_seen_at,
  v.not_running_since, v.gone_at`;

interface CurrentRow {
  current_host_id: string;
  id: string;
  vm_id: string;
  role: VmRole;
  name: string;
  cluster: string | null;
  generation: number | null;
  configuration_version: string | null;
  state: string;
  health: VmHealth;
  guest_os: string | null;
  guest_os_known_at: string | null;
  tags: string[];
  search_text: string;
  words: string[];
  services: ServiceStatus[];
  grounds: CurrentVm["grounds"];
  acceleration: AccelerationStatus[];
  ladders: string[];
  capabilities: CapabilityStatus[];
  conversion: ConversionVerdict;
  conversion_checks: string[];
  critical_count: number;
  warning_count: number;
  info_count: number;
  worst: CurrentVm["worst"];
  open_rules: string[];
  placement: PlacementFacts;
  memory: VmMemory;
  verdict_hash: string;
  first_seen_at: string;
  not_running_since: string | null;
  gone_at: string | null;
}

function toCurrentVm(row: CurrentRow): CurrentVm {
  return {
    hostId: row.current_host_id,
    id: row.id,
    vmId: row.vm_id,
    role: row.role,
    name: row.name,
    cluster: row.cluster,
    generation: row.generation,
    configurationVersion: row.configuration_version,
    state: row.state,
    health: row.health,
    guestOs: row.guest_os,
    guestOsKnownAt: row.guest_os_known_at,
    tags: row.tags,
    searchText: row.search_text,
    words: row.words,
    services: row.services,
    grounds: row.grounds,
    acceleration: row.acceleration,
    ladders: row.ladders,
    capabilities: row.capabilities,
    conversion: row.conversion,
    conversionChecks: row.conversion_checks,
    criticalCount: row.critical_count,
    warningCount: row.warning_count,
    infoCount: row.info_count,
    worst: row.worst,
    openRules: row.open_rules,
    placement: row.placement,
    memory: row.memory,
    verdictHash: row.verdict_hash,
    firstSeenAt: row.first_seen_at,
    notRunningSince: row.not_running_since,
    goneAt: row.gone_at,
  };
}

/** All VMs that a host has reported and still lists: narrow rows, because most of them are unchanged. */
export async function readKnownVms(client: pg.ClientBase, hostId: string): Promise<KnownVm[]> {
  const { rows } = await client.query<KnownVmRow>({
    name: "known-vms",
    text: `SELECT o.id, o.vm_id, o.role, o.content_hash, o.is_realised, o.is_running, o.state AS obs_state,
                  o.first_reported_at, coalesce(t.observed_at, o.first_reported_at) AS observed_at, o.missing_reports,
                  coalesce(t.is_settled, false) AS is_settled
             FROM vm_observations o
             LEFT JOIN vm_runtimes t ON t.host_id = o.host_id AND t.id = o.id
            WHERE o.host_id = $1`,
    values: [hostId],
  });
  return rows.map((row) => ({
    id: row.id,
    vmId: row.vm_id,
    role: row.role,
    contentHash: row.content_hash,
    isRealised: row.is_realised,
    isRunning: row.is_running,
    state: row.obs_state,
    firstReportedAt: row.first_reported_at,
    lastReportedAt: row.observed_at,
    missingReports: row.missing_reports,
    isSettled: row.is_settled,
  }));
}

/** The current rows of VMs on this host: of these VMs, or of all. */
export async function readCurrentVmsOf(
  client: pg.ClientBase,
  hostId: string,
  ids: string[] | "all",
): Promise<CurrentVm[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<CurrentRow>({
    name: ids === "all" ? "current-vms-of-host" : "current-vms-of-host-by-id",
    text: `SELECT v.id, v.vm_id, v.role, ${CURRENT_COLUMNS} FROM vms v
            WHERE v.host_id = $1 ${ids === "all" ? "" : "AND v.id = ANY($2::uuid[])"}`,
    values: ids === "all" ? [hostId] : [hostId, ids],
  });
  return rows.map(toCurrentVm);
}

/** The current rows of these VMs, on any host; locked, because they are about to move. */
export async function readCurrentVms(client: pg.ClientBase, ids: string[]): Promise<CurrentVm[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<CurrentRow>(
    `SELECT v.id, v.vm_id, v.role, ${CURRENT_COLUMNS} FROM vms v WHERE v.id = ANY($1::uuid[]) ORDER BY v.id FOR UPDATE`,
    [ids],
  );
  return rows.map(toCurrentVm);
}

/** The facts of a VM as last reported by a host, including its runtime numbers. */
export async function readObservedFacts(
  client: pg.ClientBase,
  hostId: string,
  ids: string[],
): Promise<Map<string, VmFacts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<{
    id: string;
    facts: Omit<VmFacts, RuntimeKey>;
    uptime_seconds: number | null;
    cpu_usage_percent: number | null;
    memory_assigned_bytes: number | null;
    memory_demand_bytes: number | null;
  }>({
    name: "observed-facts",
    text: `SELECT o.id, o.facts, t.uptime_seconds, t.cpu_usage_percent, t.memory_assigned_bytes, t.memory_demand_bytes
       FROM vm_observations o LEFT JOIN vm_runtimes t ON t.host_id = o.host_id AND t.id = o.id
      WHERE o.host_id = $1 AND o.id = ANY($2::uuid[])`,
    values: [hostId, ids],
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row.facts,
        uptimeSeconds: row.uptime_seconds,
        cpuUsagePercent: row.cpu_usage_percent,
        memoryAssignedBytes: row.memory_assigned_bytes,
        memoryDemandBytes: row.memory_demand_bytes,
      },
    ]),
  );
}

export type RuntimeKey = "uptimeSeconds" | "cpuUsagePercent" | "memoryAssignedBytes" | "memoryDemandBytes";
