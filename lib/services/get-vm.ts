import { readHostDetail } from "@/lib/data/read/directory.ts";
import { spokenTime } from "@/lib/domain/host/spoken-time.ts";
import { readVmFindings } from "@/lib/data/read/findings.ts";
import { readVm, type VmDetailRow } from "@/lib/data/read/vms.ts";
import type { ServiceView, VmView } from "@/lib/contract/api/vms.ts";
import type { VmFacts } from "@/lib/domain/facts.ts";
import { areUnread, unreadPart } from "@/lib/domain/services/unread-services.ts";
import { AppError } from "./app-error.ts";
import { UUID } from "./cursor.ts";
import { asPast, describeVm, type VmDescription } from "./describe-vm.ts";
import { ladderAsPast } from "./describe-host.ts";
import { toFindingView } from "./finding-view.ts";
import { fleetDirectory, type FleetDirectory } from "./fleet-directory.ts";
import { sectionsAsRead, toStoredHostFacts, type StoredHostFacts } from "./host-rows.ts";
import { toVmRow } from "./to-vm-row.ts";

const RESOLVED_SHOWN_MS = 30 * 24 * 60 * 60 * 1000;

/** One VM with all details, even if it is gone. @throws AppError `not-found` */
export async function getVm(id: string, now: Date): Promise<VmView> {
  const row = UUID.test(id) ? await readVm(id.toLowerCase()) : null;
  if (!row) throw new AppError("not-found", "There is no VM with this id.");
  const directory = await fleetDirectory(now);
  const host = await readHostDetail(row.hostId);
  const hostFacts = toStoredHostFacts(host?.facts);
  const facts: VmFacts = {
    ...row.facts,
    uptimeSeconds: row.uptimeSeconds,
    cpuUsagePercent: row.cpuUsagePercent,
    memoryAssignedBytes: row.memoryAssignedBytes,
    memoryDemandBytes: row.memoryDemandBytes,
  };
  const findings = await readVmFindings(
    row.id,
    row.hostId,
    new Date(now.getTime() - RESOLVED_SHOWN_MS).toISOString(),
  );
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
    ...described(row, facts, hostFacts, directory),
    findings: findings.map((finding) => toFindingView(finding, directory)),
    placement: placementAsRead(row, directory),
    missingReports: row.missingReports,
    section: sectionsAsRead(host?.sections ?? [], hostFacts).find(({ name }) => name === "vms") ?? null,
    unread:
      row.goneAt !== null || directory.silentHostIds.includes(row.hostId) ? null : unreadPart(row.verdicts),
    facts: { ...facts },
    uptimeSeconds: row.uptimeSeconds,
    cpuUsagePercent: row.cpuUsagePercent,
    memoryAssignedBytes: row.memoryAssignedBytes,
    memoryDemandBytes: row.memoryDemandBytes,
    firstSeenAt: row.firstSeenAt,
  };
}

function described(
  row: VmDetailRow,
  facts: VmFacts,
  host: StoredHostFacts | null,
  directory: FleetDirectory,
): VmDescription {
  if (!host || facts.id === undefined) return { capabilities: [], conversion: null, acceleration: [] };
  const description = describeVm(row, facts, host);
  if (!directory.silentHostIds.includes(row.hostId))
    return areUnread(row.verdicts)
      ? { ...description, acceleration: description.acceleration.map(ladderAsPast) }
      : description;
  const name = directory.byId.get(row.hostId)?.name ?? "the host";
  return asPast(description, `${name} last reported at ${spokenTime(row.lastReportedAt)}`);
}

/** The last verdicts stay readable as history: while the host is silent, none of them is current. */
function servicesAsRead(row: VmDetailRow, directory: FleetDirectory): ServiceView[] {
  if (!directory.silentHostIds.includes(row.hostId)) return row.verdicts;
  const host = directory.byId.get(row.hostId);
  return row.verdicts.map((verdict) => ({
    ...verdict,
    status: "unknown",
    severity: null,
    follows: "host.stale",
    summary: `Unknown: ${host?.name ?? "the host"} last reported at ${spokenTime(row.lastReportedAt)}. The previous status was ${verdict.status}.`,
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
    state: row.facts.state ?? null,
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
