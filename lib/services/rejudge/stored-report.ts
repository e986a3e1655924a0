import type { HostState } from "@/lib/data/ingest/host-state.ts";
import type { KnownVm } from "@/lib/data/ingest/vm-state.ts";
import { isCompleteVmList } from "@/lib/domain/sighting.ts";
import type { VmReport } from "@/lib/domain/vm-report.ts";
import type { StoredHostFacts } from "../host-rows.ts";
import type { Report } from "../ingest/prepare-report.ts";

/** VMs listed in the host's newest report; others cannot be re-evaluated. */
export function listedVms(known: readonly KnownVm[], { observedAt }: { observedAt: string }): KnownVm[] {
  return known.filter((vm) => vm.lastReportedAt === observedAt && vm.missingReports === 0);
}

/** Rebuilds the newest report of a host from its stored parts, with its original times. */
export function storedReport(
  report: NonNullable<HostState["report"]>,
  facts: StoredHostFacts,
  vms: readonly VmReport[],
): Report {
  const { observedAt, receivedAt, sections, agent, epoch, sequence } = report;
  const { host, physicalAdapters, switches, hostAdapters, teams, smb } = facts;
  // A report stored by an earlier release does not show whether its list was null.
  const isListRead = report.sentAt === null ? vms.length > 0 : report.vmsListed !== null;
  const snapshot: Report["snapshot"] = {
    schemaVersion: 1,
    snapshotId: "",
    epoch,
    sequence,
    collectedAt: observedAt,
    sentAt: report.sentAt ?? receivedAt,
    agent,
    sections,
    host,
    physicalAdapters,
    switches,
    hostAdapters,
    teams,
    smb,
    vms: isListRead ? [...vms] : null,
  };
  return {
    snapshot,
    observedAt,
    receivedAt,
    factsHash: report.factsHash ?? "",
    isVmListComplete: isCompleteVmList(snapshot),
    isAgain: true,
  };
}
