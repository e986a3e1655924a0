import { randomUUID } from "node:crypto";
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

/** The example's report with VMs of these names, of which the heartbeat says what the number stands for. */
export function withHeartbeats(vms: Readonly<Record<string, number>>) {
  return (snapshot: SnapshotV1) => {
    const [vm] = snapshot.vms ?? [];
    const [heartbeat, ...others] = vm?.integrationServices ?? [];
    if (!vm || !heartbeat) throw new Error("The example has a VM with a heartbeat.");
    snapshot.vms = Object.entries(vms).map(([name, primaryStatus]) => ({
      ...vm,
      id: randomUUID(),
      name,
      integrationServices: [{ ...heartbeat, primaryStatus }, ...others],
    }));
  };
}
