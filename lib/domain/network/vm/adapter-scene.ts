import type { VmAdapterFacts } from "../../facts.ts";
import type { VmScene } from "../../vm/vm-scene.ts";
import type { AccelerationStatus } from "../../words.ts";
import type { NetworkScene, SwitchPath } from "../path.ts";

/** One adapter of a VM, and what it runs through. */
export interface VmAdapterScene {
  vm: VmScene;
  adapter: VmAdapterFacts;
  network: NetworkScene;
  /** `null` where the adapter is on no switch, or on one that nobody read. */
  path: SwitchPath | null;
  /** Whether a virtual function carries its traffic. */
  virtualFunction: "active" | "none" | "unknown";
  /** A queue of the adapter's is in use. */
  hasQueue: boolean;
  /** A VM that has just started, or is at work, may be without what it will have in a moment. */
  isWaitedFor: boolean;
}

export function adapterScene(vm: VmScene, adapter: VmAdapterFacts, network: NetworkScene): VmAdapterScene {
  return {
    vm,
    adapter,
    network,
    path: (adapter.switchId === null ? null : network.switches?.get(adapter.switchId)) ?? null,
    // An emulated adapter can have neither, whatever is left in its numbers.
    virtualFunction: adapter.isLegacy === true ? "none" : virtualFunctionOf(adapter),
    hasQueue: adapter.isLegacy !== true && (adapter.vmqUsage ?? 0) > 0,
    isWaitedFor: vm.isInGrace || vm.work.current !== null || vm.work.isUnread,
  };
}

/**
 * What decides before any technology is looked at: nothing is accelerated of a VM that does not run, of an adapter that
 * reaches no wire, or on a host whose own hardware nobody can see.
 */
export function standingOf({
  vm,
  adapter,
  network,
  path,
}: VmAdapterScene): Extract<AccelerationStatus, "not-applicable" | "unknown"> | null {
  if (isNeverAccelerated(vm, network)) return "not-applicable";
  if (adapter.connected === false || path?.uplink === "none") return "not-applicable";
  return vm.state.kind === "unknown" || adapter.connected === null ? "unknown" : null;
}

/** What holds for every adapter that the VM has. */
export function isNeverAccelerated({ role, state }: VmScene, { isNested }: NetworkScene): boolean {
  return isNested || role === "test-replica" || state.kind === "resting" || state.kind === "changing";
}

/** What Windows says of a VM with SR-IOV; it does not say of which adapter, so it speaks for each that asks. */
export type IovComplaint =
  | "NoIommu"
  | "NoIovSupportInNic"
  | "SwitchNotInIovMode"
  | "IovBlockedByPolicy"
  | "IovNoAvailResources"
  | "IovGuestDriversNeeded";

export function complains({ vm, adapter }: VmAdapterScene, complaint: IovComplaint): boolean {
  return (adapter.iovWeight ?? 0) > 0 && vm.vm.operationalStatus?.includes(complaint) === true;
}

function virtualFunctionOf({
  iovWeight,
  iovUsage,
  iovQueuePairsAssigned,
  vfDataPathActive,
}: VmAdapterFacts): VmAdapterScene["virtualFunction"] {
  if (vfDataPathActive === true) return "active";
  if (iovUsage !== null && iovUsage > 0 && iovQueuePairsAssigned !== null && iovQueuePairsAssigned > 0)
    return "active";
  // A weight of 0 asks for none, and a usage of 0 is none.
  const isNone = vfDataPathActive === false || iovWeight === 0 || iovUsage === 0;
  return isNone ? "none" : "unknown";
}
