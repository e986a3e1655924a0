import type { KnownVm } from "@/lib/data/ingest/vm-state.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { observedAt } from "@/lib/domain/observed-at.ts";
import { isCompleteVmList, isRealised } from "@/lib/domain/sighting.ts";
import { vmRoleOf } from "@/lib/domain/vm-role.ts";
import type { VmRole } from "@/lib/domain/words.ts";
import type { SnapshotReport, VmReport } from "@/lib/domain/vm-report.ts";
import { hashOf } from "../hash-of.ts";
import { vmIdentity } from "../vm-identity.ts";

/** One VM of the report with its identity. */
export interface ReportedVm {
  id: string;
  role: VmRole;
  vm: VmReport;
}

/** A snapshot prepared for ingest: VMs identified by id and role, without planned VMs. */
export interface Report {
  snapshot: SnapshotReport;
  observedAt: IsoTime;
  receivedAt: IsoTime;
  factsHash: string;
  isVmListComplete: boolean;
  /** It was applied before and is now re-evaluated by different rules. */
  isAgain: boolean;
}

export function prepareReport(snapshot: SnapshotReport, receivedAt: Date): Report {
  const { host, physicalAdapters, switches, hostAdapters, teams, smb } = snapshot;
  const facts = JSON.stringify({ host, physicalAdapters, switches, hostAdapters, teams, smb });
  return {
    snapshot,
    observedAt: observedAt({
      collectedAt: snapshot.collectedAt,
      sentAt: snapshot.sentAt,
      receivedAt,
    }),
    receivedAt: receivedAt.toISOString(),
    factsHash: hashOf(facts),
    isVmListComplete: isCompleteVmList(snapshot),
    isAgain: false,
  };
}

export function reportedVms(snapshot: SnapshotReport, known: readonly KnownVm[]): ReportedVm[] {
  // A replica that replaced its primary is known in both roles for a while: the last observed role counts.
  const lastSeen = new Map<string, KnownVm>();
  for (const vm of known) {
    const other = lastSeen.get(vm.vmId);
    if (!other || other.lastReportedAt < vm.lastReportedAt) lastSeen.set(vm.vmId, vm);
  }
  return (snapshot.vms ?? []).filter(isRealised).map((vm) => {
    const role = vmRoleOf(vm.replicationMode, lastSeen.get(vm.id)?.role ?? null);
    return { id: vmIdentity(vm.id, role), role, vm };
  });
}
