import { hasPortFlaw } from "./port-flaws.ts";
import type { HostPlan } from "./host-plan.ts";
import type { VmCondition } from "./vm-condition.ts";
import type { VmPlan } from "./vm-plan.ts";

/** The current network acceleration of one VM. `null` if that version of Windows has no such property. */
export interface Offload {
  readonly hasQueue: boolean;
  readonly hasVirtualFunction: boolean;
  readonly vrss: boolean | null;
  readonly vmmq: boolean | null;
  readonly vmmqRequested: boolean | null;
  readonly queuePairs: number | null;
  readonly rdmaWeight: number | null;
  readonly wantsVirtualFunction: boolean;
  /** Why a requested virtual function is missing, as `VMOperationalStatus` names it. */
  readonly missing: "NoIommu" | "NoIovSupportInNic" | "SwitchNotInIovMode" | "IovGuestDriversNeeded" | null;
  /** Entries of its port ACL. */
  readonly aclCount: number;
  readonly vmqWeight: number;
}

/** Slowest link at which the virtual switch assigns queues. */
const QUEUE_MIN_GBPS = 10;

/** Determines what a VM gets, in the order in which Windows would refuse it. */
export function offloadOf(vm: VmPlan, condition: VmCondition, host: HostPlan): Offload {
  const { uplink, system } = host;
  const isRunning = condition.state === "Running";
  const isMigrating = condition.operationalStatus.includes("MigratingVirtualMachine");
  const has2016 = system.build >= 14393;
  const has2019 = system.build >= 17763;
  // Databases on an SR-IOV switch always request a virtual function.
  const wantsVirtualFunction =
    vm.flaws.has("wants-virtual-function") ||
    (uplink.iovSwitch && vm.role.code === "SQL" && vm.guest.takesVirtualFunction && vm.seed % 4 !== 0);
  const isGuarded = wantsVirtualFunction && hasPortFlaw(vm, "guarded", host.mix);
  const isDriverless =
    wantsVirtualFunction && vm.guest.takesVirtualFunction && hasPortFlaw(vm, "driver-missing", host.mix);
  const isHostAble = missingOf(host) === null && uplink.isOff !== "sr-iov";
  // Windows reports a guest without the driver only occasionally.
  const missing =
    missingOf(host) ?? (isHostAble && isDriverless && isSaid(vm) ? "IovGuestDriversNeeded" : null);
  const hasVirtualFunction =
    wantsVirtualFunction &&
    isRunning &&
    !isMigrating &&
    isHostAble &&
    !isGuarded &&
    !isDriverless &&
    vm.guest.takesVirtualFunction;
  const isQueueUnwanted = hasPortFlaw(vm, "queue-unwanted", host.mix);
  const hasQueue =
    isRunning &&
    uplink.adapter.vmqQueues > 0 &&
    uplink.adapter.speedGbps >= QUEUE_MIN_GBPS &&
    uplink.isOff !== "vmq" &&
    !isQueueUnwanted;
  const isSpread = hasQueue && vm.processorCount >= 2 && vm.guest.family !== "appliance";
  const vmmqRequested = has2016 ? has2019 : null;
  const vmmq =
    vmmqRequested === null
      ? null
      : vmmqRequested &&
        isSpread &&
        uplink.teaming !== "lbfo" &&
        uplink.adapter.rssOnHostVPorts === 1 &&
        vm.configurationVersion !== "5.0";

  return {
    hasQueue,
    hasVirtualFunction,
    vrss: has2016 ? isSpread : null,
    vmmq,
    vmmqRequested,
    queuePairs: has2016 ? (vmmq ? Math.min(8, vm.processorCount) : 1) : null,
    rdmaWeight: has2019 ? (wantsVirtualFunction && vm.flaws.has("wants-guest-rdma") ? 100 : 0) : null,
    wantsVirtualFunction,
    missing: wantsVirtualFunction && isRunning ? missing : null,
    aclCount: isGuarded ? 2 : 0,
    vmqWeight: isQueueUnwanted ? 0 : 100,
  };
}

function isSaid({ seed }: VmPlan): boolean {
  return seed % 2 === 0;
}

function missingOf({ uplink }: HostPlan): Offload["missing"] {
  if (!uplink.iovPlatform) return "NoIommu";
  if (uplink.adapter.virtualFunctions === 0) return "NoIovSupportInNic";
  return uplink.iovSwitch ? null : "SwitchNotInIovMode";
}
