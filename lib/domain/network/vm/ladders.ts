import type { PhysicalAdapterFacts } from "../../facts.ts";
import type { AccelerationStatus } from "../../words.ts";
import {
  rdmaEnabled,
  rdmaSupported,
  sriovEnabled,
  sriovSupported,
  vmmqKeyword,
  vmmqSupported,
  vmqEnabled,
  vmqLinkSpeed,
  vmqSupported,
} from "../adapter-rungs.ts";
import { holds, type RungStatus } from "../ladder.ts";
import { askMembers } from "../path.ts";
import {
  functionsLeft,
  inIovMode,
  noForwardingExtension,
  notOnLbfo,
  onExternalSwitch,
  platformSupportsIov,
  queuesLeft,
} from "../switch-rungs.ts";
import { standingOf, type VmAdapterScene } from "./adapter-scene.ts";
import {
  FIRST_BUILD_WITH_GUEST_RDMA,
  guestDrivesFunction,
  guestFunctionDriver,
  guestRdmaDriver,
  guestRss,
  guestSpreads,
  isAsked,
  noVirtualFunction,
  portPolicies,
  queuePairs,
  rdmaWeight,
  rdmaWeightOf,
  sriovWeight,
  sriovWeightForRdma,
  synthetic,
  twoProcessors,
  versionWithVmmq,
  virtualFunction,
  vmmqRequested,
  vmqWeight,
  vmRunning,
  vrssRequested,
} from "./port-rungs.ts";
import {
  hostBuild,
  keysOf,
  ofHost,
  ofMembers,
  ofSwitch,
  unless,
  type VmLadder,
  type VmRung,
} from "./vm-rung.ts";

const NOTHING: ReadonlySet<string> = new Set();
const hasFunction = (scene: VmAdapterScene) => scene.virtualFunction === "active";
const hasQueue = (scene: VmAdapterScene) => scene.hasQueue;

function adapterOf({ adapter }: VmAdapterScene): { id: string; name: string | null } {
  return { id: adapter.id, name: adapter.name };
}

/** For features requested by a weight: every broken rung blocks them. A legacy adapter requests nothing. */
function whenAskedAndBroken(weight: number | null, rung: VmRung): AccelerationStatus {
  if (rung === synthetic) return "blocked";
  if (weight === null) return "unknown";
  return weight > 0 ? "configured" : "blocked";
}

/**
 * Features that are on by default are not requested: a setting that breaks one can be fixed, a missing capability
 * cannot.
 */
function whenOnAndBroken(_scene: VmAdapterScene, { lacks }: VmRung): AccelerationStatus {
  return lacks === "capability" ? "blocked" : "configured";
}

const lbfo = ofSwitch(notOnLbfo, "setting");

/** What a virtual function needs from the host, and from the VM apart from its request. */
const FUNCTION_RUNGS: readonly VmRung[] = [
  hostBuild(9200, "Windows Server 2012"),
  ofHost(platformSupportsIov, "capability", "NoIommu"),
  ofMembers(sriovSupported, "capability", "NoIovSupportInNic"),
  ofMembers(sriovEnabled, "setting"),
  lbfo,
  ofSwitch(inIovMode, "setting", "SwitchNotInIovMode"),
  // The last free function of a switch may be the VM's own.
  unless(hasFunction, ofSwitch(functionsLeft, "setting", "IovNoAvailResources")),
  ofSwitch(noForwardingExtension, "setting"),
  portPolicies,
  guestDrivesFunction,
  guestFunctionDriver,
];

export const sriovLadder: VmLadder = {
  technology: "sr-iov",
  rule: "net.sr-iov",
  severity: "warning",
  rungs: [synthetic, ...FUNCTION_RUNGS, sriovWeight, vmRunning],
  inherited: NOTHING,
  adapterOf,
  isWanted: ({ adapter }) => isAsked(adapter.iovWeight),
  settled: (scene) => standingOf(scene) ?? (hasFunction(scene) ? "active" : null),
  whenBroken: ({ adapter }, rung) => whenAskedAndBroken(adapter.iovWeight, rung),
  whenWhole(scene, isSomeUnknown) {
    if (isSomeUnknown || scene.adapter.iovWeight === null) return "unknown";
    if (scene.adapter.iovWeight === 0) return "ready";
    // Every requirement visible to the host is met, and there is still none: after the grace period, the guest is the
    // remaining cause.
    return scene.virtualFunction === "unknown" || scene.isWaitedFor ? "unknown" : "configured";
  },
};

const QUEUE_RUNGS: readonly VmRung[] = [
  ofSwitch(onExternalSwitch, "capability"),
  ofMembers(vmqSupported, "capability"),
  ofMembers(vmqEnabled, "setting"),
  ofMembers(vmqLinkSpeed, "capability"),
  vmqWeight,
  // The last free queue of a switch may be the VM's own.
  unless(hasQueue, ofSwitch(queuesLeft, "setting")),
];
const QUEUE_KEYS = keysOf(QUEUE_RUNGS);
/** If the VM has a queue, every rung about queues holds. */
const INHERITED_QUEUE_RUNGS = QUEUE_RUNGS.map((rung) => (rung === vmqWeight ? rung : unless(hasQueue, rung)));

export const vmqLadder: VmLadder = {
  technology: "vmq",
  rule: "net.vmq",
  severity: "info",
  rungs: [synthetic, ...QUEUE_RUNGS, vmRunning],
  inherited: NOTHING,
  adapterOf,
  isWanted: ({ adapter }) => adapter.vmqWeight !== 0,
  settled: (scene) => standingOf(scene) ?? (hasQueue(scene) ? "active" : null),
  whenBroken: whenOnAndBroken,
  whenWhole({ adapter }, isSomeUnknown) {
    if (isSomeUnknown) return "unknown";
    return adapter.vmqWeight !== 0 && adapter.vmqUsage === null ? "unknown" : "ready";
  },
};

export const vrssLadder: VmLadder = {
  technology: "vrss",
  rule: "net.vrss",
  severity: "info",
  rungs: [
    synthetic,
    ...INHERITED_QUEUE_RUNGS,
    twoProcessors,
    vrssRequested,
    hostBuild(9600, "Windows Server 2012 R2"),
    guestSpreads,
    noVirtualFunction,
    guestRss,
    vmRunning,
  ],
  inherited: QUEUE_KEYS,
  adapterOf,
  isWanted: ({ adapter }) => adapter.vmqWeight !== 0 && adapter.vrssEnabledRequested !== false,
  settled(scene) {
    const standing = standingOf(scene);
    if (standing !== null) return standing;
    if (hasFunction(scene)) return "not-applicable";
    const { adapter, vm } = scene;
    const isInForce = adapter.vrssEnabled === true && hasQueue(scene) && (vm.vm.processorCount ?? 0) >= 2;
    // Evidence outweighs an unread virtual function.
    return isInForce ? "active" : null;
  },
  whenBroken: whenOnAndBroken,
  whenWhole(scene, isSomeUnknown) {
    if (isSomeUnknown) return "unknown";
    const { vmqUsage, vrssEnabled } = scene.adapter;
    return vrssLadder.isWanted(scene) && (vmqUsage === null || vrssEnabled === null) ? "unknown" : "ready";
  },
};

export const vmmqLadder: VmLadder = {
  technology: "vmmq",
  rule: "net.vmmq",
  severity: "info",
  rungs: [
    synthetic,
    hostBuild(14393, "Windows Server 2016"),
    versionWithVmmq,
    ofMembers(vmmqSupported, "capability"),
    ofMembers(vmmqKeyword, "setting"),
    ...INHERITED_QUEUE_RUNGS,
    vmmqRequested,
    queuePairs,
    twoProcessors,
    vrssRequested,
    lbfo,
    vmRunning,
  ],
  inherited: QUEUE_KEYS,
  adapterOf,
  isWanted: (scene) => vrssLadder.isWanted(scene) && scene.adapter.vmmqEnabledRequested !== false,
  settled(scene) {
    const { isLegacy, vmmqEnabled, vrssMaxQueuePairs } = scene.adapter;
    const isSpread = vmmqEnabled === true && vrssMaxQueuePairs !== null && vrssMaxQueuePairs > 1;
    return standingOf(scene) ?? (isSpread && isLegacy !== true ? "active" : null);
  },
  whenBroken: whenOnAndBroken,
  whenWhole(scene, isSomeUnknown) {
    if (isSomeUnknown) return "unknown";
    const { vmmqEnabled, vrssMaxQueuePairs } = scene.adapter;
    const isUntold = vmmqEnabled === null || (vmmqEnabled && vrssMaxQueuePairs === null);
    return vmmqLadder.isWanted(scene) && isUntold ? "unknown" : "ready";
  },
};

export const guestRdmaLadder: VmLadder = {
  technology: "guest-rdma",
  rule: "net.guest-rdma",
  severity: "warning",
  rungs: [
    synthetic,
    hostBuild(FIRST_BUILD_WITH_GUEST_RDMA, "Windows Server 2016"),
    ...FUNCTION_RUNGS.slice(1).map((rung) => unless(hasFunction, rung)),
    ofMembers(rdmaSupported, "capability"),
    ofMembers(rdmaEnabled, "setting"),
    rdmaWeight,
    sriovWeightForRdma,
    virtualFunction,
    guestRdmaDriver,
    vmRunning,
  ],
  inherited: NOTHING,
  adapterOf,
  isWanted: (scene) => isAsked(rdmaWeightOf(scene)),
  settled: (scene) => standingOf(scene) ?? (carriesRdma(scene) ? "active" : null),
  whenBroken: (scene, rung) => whenAskedAndBroken(rdmaWeightOf(scene), rung),
  whenWhole: (scene, isSomeUnknown) => (isSomeUnknown || rdmaWeightOf(scene) !== 0 ? "unknown" : "ready"),
};

/** As far as the host can see: whether the guest's driver uses it is visible only in the guest. */
function carriesRdma(scene: VmAdapterScene): boolean {
  const { path } = scene;
  if (!isAsked(rdmaWeightOf(scene)) || !hasFunction(scene) || path === null) return false;
  return askMembers(path, hasRdma).status === "pass";
}

function hasRdma({ rdma }: PhysicalAdapterFacts): RungStatus {
  return holds(rdma?.listed === false ? false : (rdma?.enabled ?? null));
}

/** In the order of the product's list of technologies. */
export const VM_LADDERS: readonly VmLadder[] = [
  sriovLadder,
  vmqLadder,
  vrssLadder,
  vmmqLadder,
  guestRdmaLadder,
];
