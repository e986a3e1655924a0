import type { VmAdapterFacts } from "../../facts.ts";
import type { VmScene } from "../../vm/vm-scene.ts";
import type { AccelerationStatus } from "../../words.ts";
import type { NetworkScene, SwitchPath } from "../path.ts";

/** One adapter of a VM and its path. */
export interface VmAdapterScene {
  vm: VmScene;
  adapter: VmAdapterFacts;
  network: NetworkScene;
  /** `null` if the adapter is on no switch, or on an unread one. */
  path: SwitchPath | null;
  /** Whether a virtual function carries its traffic. */
  virtualFunction: "active" | "none" | "unknown";
  /** The adapter has a queue in use. */
  hasQueue: boolean;
  /** A VM that has just started, or has an operation in progress, may lack what it will have in a moment. */
  isWaitedFor: boolean;
}

export function adapterScene(vm: VmScene, adapter: VmAdapterFacts, network: NetworkScene): VmAdapterScene {
  return {
    vm,
    adapter,
    network,
    path: (adapter.switchId === null ? null : network.switches?.get(adapter.switchId)) ?? null,
    // A legacy adapter can have neither, regardless of its remaining values.
    virtualFunction: adapter.isLegacy === true ? "none" : virtualFunctionOf(adapter),
    hasQueue: adapter.isLegacy !== true && (adapter.vmqUsage ?? 0) > 0,
    isWaitedFor: vm.isInGrace || vm.work.current !== null || vm.work.isUnread,
  };
}

/**
 * What decides before any technology is checked: nothing is accelerated for a VM that is not running, for an adapter
 * without a path to the physical network, or on a host whose own hardware is not visible.
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

/** What applies to every adapter of the VM. */
export function isNeverAccelerated({ role, state }: VmScene, { isNested }: NetworkScene): boolean {
  return isNested || role === "test-replica" || state.kind === "resting" || state.kind === "changing";
}

/** What Windows reports for a VM with SR-IOV; it does not name the adapter, so it counts for each that requests SR-IOV. */
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
  // A weight of 0 requests none, and a usage of 0 is none.
  const isNone = vfDataPathActive === false || iovWeight === 0 || iovUsage === 0;
  return isNone ? "none" : "unknown";
}
