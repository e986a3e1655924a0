import type { ListedVm } from "@/lib/data/read/vms.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { isReporting } from "@/lib/domain/freshness.ts";
import {
  SERVICE_KEYS,
  VM_TECHNOLOGIES,
  type AccelerationStatus,
  type ServiceKey,
  type ServiceStatus,
} from "@/lib/domain/words.ts";
import type { FleetDirectory } from "./fleet-directory.ts";

/** The rows of VMs in the order of a page; without a VM that moved since the page was put together. */
export function toVmRows(
  page: readonly { hostId: string; id: string }[],
  listed: readonly ListedVm[],
  directory: FleetDirectory,
): VmRow[] {
  const rows = new Map(listed.map((row) => [`${row.hostId} ${row.id}`, row]));
  return page.flatMap(({ hostId, id }) => {
    const row = rows.get(`${hostId} ${id}`);
    return row ? [toVmRow(row, directory)] : [];
  });
}

/** A row as shown now: on a silent host everything is unknown since it became silent. */
export function toVmRow(row: ListedVm, directory: FleetDirectory): VmRow {
  const host = directory.byId.get(row.hostId);
  const isSilent = host !== undefined && !isReporting(host.freshness);
  return {
    id: row.id,
    vmId: row.vmId,
    name: row.name,
    host: { id: row.hostId, name: host?.name ?? "" },
    cluster: row.cluster,
    generation: row.generation,
    configurationVersion: row.configurationVersion,
    state: row.state,
    health: isSilent ? "unknown" : row.health,
    freshness: host?.freshness ?? "missing",
    guestOs: row.guestOs,
    guestOsKnownAt: row.guestOsKnownAt,
    tags: row.tags,
    services: servicesOf(row.services, isSilent),
    grounds: isSilent ? {} : row.grounds,
    acceleration: accelerationOf(row.acceleration, isSilent),
    findings: isSilent
      ? { critical: 0, warning: 0, info: 0 }
      : { critical: row.criticalCount, warning: row.warningCount, info: row.infoCount },
    worst: isSilent ? null : row.worst,
    gone: row.goneAt !== null,
    lastReportedAt: row.lastReportedAt,
  };
}

export function accelerationOf(
  words: readonly AccelerationStatus[],
  isSilent: boolean,
): VmRow["acceleration"] {
  const acceleration: VmRow["acceleration"] = {};
  VM_TECHNOLOGIES.forEach((technology, index) => {
    const word = words[index];
    if (word) acceleration[technology] = isSilent ? "unknown" : word;
  });
  return acceleration;
}

function servicesOf(statuses: ServiceStatus[], isSilent: boolean): Record<ServiceKey, ServiceStatus> {
  const services: Record<ServiceKey, ServiceStatus> = {
    heartbeat: "unknown",
    shutdown: "unknown",
    "time-sync": "unknown",
    "data-exchange": "unknown",
    vss: "unknown",
    "guest-services": "unknown",
    "powershell-direct": "unknown",
  };
  if (isSilent) return services;
  SERVICE_KEYS.forEach((key, index) => {
    services[key] = statuses[index] ?? "unknown";
  });
  return services;
}
