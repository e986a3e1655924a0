import { readVmFindings } from "@/lib/data/read/findings.ts";
import { readVm, type VmDetailRow } from "@/lib/data/read/vms.ts";
import type { ServiceView, VmView } from "@/lib/contract/api/vms.ts";
import { AppError } from "./app-error.ts";
import { UUID } from "./cursor.ts";
import { toFindingView } from "./finding-view.ts";
import { fleetDirectory, type FleetDirectory } from "./fleet-directory.ts";
import { toVmRow } from "./list-vms.ts";

const RESOLVED_SHOWN_MS = 30 * 24 * 60 * 60 * 1000;

/** One VM, whole; a gone one as well. @throws AppError `not-found` */
export async function getVm(id: string, now: Date): Promise<VmView> {
  const row = UUID.test(id) ? await readVm(id.toLowerCase()) : null;
  if (!row) throw new AppError("not-found", "There is no VM with this id.");
  const directory = await fleetDirectory(now);
  const findings = await readVmFindings(row.id, new Date(now.getTime() - RESOLVED_SHOWN_MS).toISOString());
  const {
    services: _services,
    acceleration: _acceleration,
    findings: _findings,
    grounds: _grounds,
    ...shown
  } = toVmRow(row, directory);
  return {
    ...shown,
    services: servicesAsRead(row, directory),
    capabilities: [],
    conversion: null,
    acceleration: [],
    findings: findings.map((finding) => toFindingView(finding, directory)),
    placement: placementAsRead(row, directory),
    facts: {
      ...row.facts,
      uptimeSeconds: row.uptimeSeconds,
      cpuUsagePercent: row.cpuUsagePercent,
      memoryAssignedBytes: row.memoryAssignedBytes,
      memoryDemandBytes: row.memoryDemandBytes,
    },
    uptimeSeconds: row.uptimeSeconds,
    cpuUsagePercent: row.cpuUsagePercent,
    memoryAssignedBytes: row.memoryAssignedBytes,
    memoryDemandBytes: row.memoryDemandBytes,
    firstSeenAt: row.firstSeenAt,
  };
}

/** What was judged last stays readable, as the past: no verdict stands while the host is silent. */
function servicesAsRead(row: VmDetailRow, directory: FleetDirectory): ServiceView[] {
  if (!directory.silentHostIds.includes(row.hostId)) return row.verdicts;
  const host = directory.byId.get(row.hostId);
  return row.verdicts.map((verdict) => ({
    ...verdict,
    status: "unknown",
    severity: null,
    follows: "host.stale",
    summary: `Unknown: ${host?.name ?? "the host"} last reported ${row.lastReportedAt}. Before that it was ${verdict.status}.`,
    evidence: [
      { name: "Last report", value: row.lastReportedAt, decides: true },
      { name: "Status then", value: verdict.status },
      ...verdict.evidence.map(({ name, value }) => ({ name, value })),
    ],
    remedies: [],
  }));
}

function placementAsRead(row: VmDetailRow, directory: FleetDirectory): VmView["placement"] {
  const here = {
    id: row.hostId,
    name: directory.byId.get(row.hostId)?.name ?? "",
    state: null,
    lastReportedAt: row.lastReportedAt,
    isCurrent: true,
  };
  const hosts = row.placement.hosts.map((host) => ({ ...host, isCurrent: host.id === row.hostId }));
  return {
    host: { id: here.id, name: here.name },
    conflict: row.placement.conflict,
    hosts: hosts.some(({ isCurrent }) => isCurrent) ? hosts : [here, ...hosts],
  };
}
