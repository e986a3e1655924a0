import { hash } from "node:crypto";
import type { KnownVm } from "@/lib/data/ingest/vm-state.ts";
import { contentKey } from "@/lib/domain/content-key.ts";
import type { IsoTime, SnapshotFacts, VmFacts } from "@/lib/domain/facts.ts";
import { observedAt } from "@/lib/domain/observed-at.ts";
import { isCompleteVmList, isRealised } from "@/lib/domain/sighting.ts";
import { vmRoleOf } from "@/lib/domain/vm-role.ts";
import type { VmRole } from "@/lib/domain/words.ts";
import { vmIdentity } from "../vm-identity.ts";

/** One VM of the report with its identity, and a hash that says whether anything but its runtime numbers changed. */
export interface ReportedVm {
  id: string;
  role: VmRole;
  facts: VmFacts;
  contentHash: string;
}

/** A snapshot made ready to be applied: VMs known by id and role, planned ones left out. */
export interface Report {
  snapshot: SnapshotFacts;
  observedAt: IsoTime;
  receivedAt: IsoTime;
  factsHash: string;
  isVmListComplete: boolean;
  /** It was applied before, and is judged by other rules now. */
  isAgain: boolean;
}

export function prepareReport(snapshot: SnapshotFacts, receivedAt: Date): Report {
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

export function reportedVms(snapshot: SnapshotFacts, known: readonly KnownVm[]): ReportedVm[] {
  // A copy that took its primary's place is known in both roles for a while: the one that it was seen in last counts.
  const lastSeen = new Map<string, KnownVm>();
  for (const vm of known) {
    const other = lastSeen.get(vm.vmId);
    if (!other || other.lastReportedAt < vm.lastReportedAt) lastSeen.set(vm.vmId, vm);
  }
  return (snapshot.vms ?? []).filter(isRealised).map((facts) => {
    const role = vmRoleOf(facts.replicationMode, lastSeen.get(facts.id)?.role ?? null);
    return { id: vmIdentity(facts.id, role), role, facts, contentHash: hashOf(contentKey(facts)) };
  });
}

/** 128 bits are enough to tell two states of one VM apart. */
export function hashOf(text: string): string {
  return hash("md5", text, "base64url");
}
