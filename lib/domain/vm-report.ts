import type { RuntimeKey } from "./content-key.ts";
import type { SnapshotFacts, VmFacts } from "./facts.ts";

/**
 * What a report contains about one VM. The properties here are needed for every report; the rest is read on demand,
 * since most VMs are unchanged.
 */
export interface VmReport extends Pick<VmFacts, "id" | "vmType" | "replicationMode" | "state" | RuntimeKey> {
  /** The same exactly when only its runtime numbers differ. */
  contentHash: string;
  facts: () => VmFacts;
}

export type SnapshotReport = SnapshotFacts<VmReport>;
