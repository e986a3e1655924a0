import { randomUUID } from "node:crypto";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";

type Vm = NonNullable<SnapshotV1["vms"]>[number];

/** The example report with this id for its VM, and the given changes. */
export function listingVm(id: string, change: Partial<Vm> = {}) {
  return (snapshot: SnapshotV1) => {
    const vm = snapshot.vms?.[0];
    if (!vm) throw new Error("The example has a VM.");
    Object.assign(vm, { id, ...change });
  };
}

/** The example report with VMs of these names, each with the given heartbeat status. */
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
