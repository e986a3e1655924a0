import "server-only";
import { getDatabase } from "../database.ts";
import type { RuntimeKey } from "../ingest/vm-state.ts";
import type { IsoTime, VmFacts } from "@/lib/domain/facts.ts";
import type { PlacementFacts, ServiceVerdict, VmMemory } from "@/lib/domain/judgement.ts";
import type {
  AccelerationStatus,
  RuleId,
  ServiceKey,
  ServiceStatus,
  Severity,
  VmHealth,
  VmRole,
} from "@/lib/domain/words.ts";

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
}

/** Columns of a list row, over `v` and `t`. */
export const LISTED_VM_COLUMNS = `v.host_id AS "hostId", v.id, v.vm_id AS "vmId", v.name, v.cluster, v.generation,
  v.configuration_version AS "configurationVersion", v.state, v.health, v.guest_os AS "guestOs",
  v.guest_os_known_at AS "guestOsKnownAt", v.tags, v.services, v.grounds, v.acceleration, v.critical_count AS "criticalCount",
  v.warning_count AS "warningCount", v.info_count AS "infoCount", v.worst, v.gone_at AS "goneAt",
  coalesce(t.observed_at, v.first_seen_at) AS "lastReportedAt"`;

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
    `SELECT ${LISTED_VM_COLUMNS}, v.role, v.placement, v.memory, v.first_seen_at AS "firstSeenAt",
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
