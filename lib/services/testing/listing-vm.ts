import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";

type Vm = NonNullable<SnapshotV1["vms"]>[number];

/** The example's report, of which the VM has this id, and what else is said of it. */
export function listingVm(id: string, change: Partial<Vm> = {}) {
  return (snapshot: SnapshotV1) => {
    const vm = snapshot.vms?.[0];
    if (!vm) throw new Error("The example has a VM.");
    Object.assign(vm, { id, ...change });
  };
}
