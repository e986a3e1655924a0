import type { RuntimeKey } from "./content-key.ts";
import type { SnapshotFacts, VmFacts } from "./facts.ts";

/**
 * What a report says of one VM. What every report is asked for stands here; the rest is read when somebody asks, since
 * most VMs are as they were.
 */
export interface VmReport extends Pick<VmFacts, "id" | "vmType" | "replicationMode" | "state" | RuntimeKey> {
  /** The same exactly when nothing but its runtime numbers differs. */
  contentHash: string;
  facts: () => VmFacts;
}

export type SnapshotReport = SnapshotFacts<VmReport>;
