// Longer than 300 lines: every rung that belongs to a VM, in the order in which its ladders check them.
import type { Evidence } from "../../judgement.ts";
import {
  askForQueuePairs,
  askForRdma,
  askForSriov,
  askForVmmq,
  askForVmq,
  askForVrss,
  giveTwoProcessors,
  replaceLegacyAdapter,
  showFunction,
  showGuestAdapters,
  showPortPolicies,
  withdrawSriov,
} from "../../remedies/vm-adapter.ts";
import { upgradeConfiguration } from "../../remedies/configuration-version.ts";
import { compareVmVersions } from "../../common-vm-version.ts";
import { allOf, holds, isAtLeast, type RungStatus } from "../ladder.ts";
import { complains, type VmAdapterScene } from "./adapter-scene.ts";
import { canDriveVirtualFunction, canSpreadReceive } from "./guest-support.ts";
import { ofVm, type VmRung } from "./vm-rung.ts";

/** Rungs that belong to the VM: what it is, what it requests, and what its guest supports. */
type OwnRung = Omit<VmRung, "ownerOf">;

function own(rung: OwnRung): VmRung {
  return { ...rung, ownerOf: ofVm };
}

const FIRST_VERSION_WITH_VMMQ = "7.1";
const LEAST_PROCESSORS = 2;

export const synthetic = own({
  key: "synthetic-adapter",
  title: "The adapter is synthetic, not legacy (emulated)",
  lacks: "capability",
  check: ({ adapter }) => holds(adapter.isLegacy === null ? null : !adapter.isLegacy),
  evidence: ({ adapter }) => [{ name: "isLegacy", value: adapter.isLegacy }],
  remedy: (scene) => replaceLegacyAdapter(idOf(scene)),
});

export const vmRunning = own({
  key: "vm-running",
  title: "The VM is running",
  lacks: "setting",
  check({ vm: { role, state } }) {
    if (role === "test-replica" || state.kind === "resting" || state.kind === "changing")
      return "not-applicable";
    return state.kind === "running" ? "pass" : "unknown";
  },
  evidence: ({ vm }) => [
    { name: "state", value: vm.vm.state },
    { name: "replicationMode", value: vm.vm.replicationMode },
  ],
  remedy: () => null,
});

export const sriovWeight = own({
  key: "sr-iov-weight",
  title: "The VM requests a virtual function",
  lacks: "setting",
  isWish: true,
  check: ({ adapter }) => asked(adapter.iovWeight),
  evidence: ({ adapter }) => [{ name: "iovWeight", value: adapter.iovWeight }],
  remedy: (scene) => askForSriov(idOf(scene)),
});

/** A virtual function bypasses the switch, so the switch assigns none if it must inspect the traffic. */
export const portPolicies = own({
  key: "port-policies",
  title: "No port policy requires the traffic to pass through the switch",
  lacks: "setting",
  check: (scene) => (complains(scene, "IovBlockedByPolicy") ? "fail" : policiesOf(scene)),
  evidence: (scene) => [
    { name: "aclCount", value: scene.adapter.aclCount },
    { name: "extendedAclCount", value: scene.adapter.extendedAclCount },
    { name: "virtualSubnetId", value: scene.adapter.virtualSubnetId },
    { name: "portMirroringMode", value: scene.adapter.portMirroringMode },
    // Not documented as blocking, so it is only listed.
    { name: "macAddressSpoofing", value: scene.adapter.macAddressSpoofing },
    ...complaint(scene, "IovBlockedByPolicy"),
  ],
  remedy: (scene) => showPortPolicies(idOf(scene)),
});

function policiesOf({ adapter }: VmAdapterScene): RungStatus {
  const { aclCount, extendedAclCount, virtualSubnetId, portMirroringMode } = adapter;
  return allOf([
    isNone(aclCount),
    isNone(extendedAclCount),
    isNone(virtualSubnetId),
    portMirroringMode === "Source" || portMirroringMode === "Destination"
      ? "fail"
      : holds(portMirroringMode === "None" ? true : null),
  ]);
}

export const guestDrivesFunction = own({
  key: "guest-sr-iov",
  title: "The guest OS supports virtual functions",
  lacks: "capability",
  isGuests: true,
  check: ({ vm }) => holds(canDriveVirtualFunction(vm.guest.system)),
  evidence: guestEvidence,
  remedy: (scene) => (isAsked(scene.adapter.iovWeight) ? withdrawSriov(idOf(scene)) : null),
});

/** Only a complaint or traffic is evidence; the absence of both says nothing about the driver. */
export const guestFunctionDriver = own({
  key: "guest-vf-driver",
  title: "The guest has a driver for the virtual function",
  lacks: "setting",
  isGuests: true,
  check(scene) {
    if (scene.virtualFunction === "active") return "pass";
    if (scene.adapter.iovWeight === 0) return "not-applicable";
    return complains(scene, "IovGuestDriversNeeded") && !scene.isWaitedFor ? "fail" : "unknown";
  },
  evidence: (scene) => [
    { name: "vfDataPathActive", value: scene.adapter.vfDataPathActive },
    ...complaint(scene, "IovGuestDriversNeeded"),
  ],
  remedy: (scene) => showFunction(idOf(scene), scene.vm.guest.system),
});

export const vmqWeight = own({
  key: "vmq-weight",
  title: "VMQ is enabled for the VM's adapter",
  lacks: "setting",
  isWish: true,
  check: ({ adapter }) => asked(adapter.vmqWeight),
  evidence: ({ adapter }) => [
    { name: "vmqWeight", value: adapter.vmqWeight },
    { name: "vmqUsage", value: adapter.vmqUsage },
  ],
  remedy: (scene) => askForVmq(idOf(scene)),
});

export const twoProcessors = own({
  key: "two-processors",
  title: "The VM has two or more virtual processors",
  lacks: "capability",
  check: ({ vm }) => isAtLeast(vm.vm.processorCount, LEAST_PROCESSORS),
  evidence: ({ vm }) => [{ name: "processorCount", value: vm.vm.processorCount }],
  remedy: ({ vm }) => giveTwoProcessors(vm.vm.id),
});

export const vrssRequested = own({
  key: "vrss-requested",
  title: "vRSS is not disabled for the VM's adapter",
  lacks: "setting",
  isWish: true,
  check: ({ adapter }) => notRefused(adapter.vrssEnabledRequested),
  evidence: ({ adapter }) => [
    { name: "vrssEnabledRequested", value: adapter.vrssEnabledRequested },
    { name: "vrssEnabled", value: adapter.vrssEnabled },
  ],
  remedy: (scene) => (isBefore2016(scene) ? null : askForVrss(idOf(scene))),
});

export const guestSpreads = own({
  key: "guest-vrss",
  title: "The guest OS supports vRSS",
  lacks: "capability",
  isGuests: true,
  check: ({ vm }) => holds(canSpreadReceive(vm.guest.system)),
  evidence: guestEvidence,
  remedy: () => null,
});

export const noVirtualFunction = own({
  key: "no-virtual-function",
  title: "No virtual function carries the traffic (it would use its own RSS)",
  lacks: "setting",
  check({ virtualFunction }) {
    if (virtualFunction === "none") return "pass";
    return virtualFunction === "active" ? "not-applicable" : "unknown";
  },
  evidence: functionEvidence,
  remedy: () => null,
});

export const guestRss = own({
  key: "guest-rss",
  title: "RSS is enabled in the guest",
  lacks: "setting",
  isGuests: true,
  check: () => "unknown",
  evidence: () => [{ name: "guest.rss", value: null }],
  remedy: ({ vm }) =>
    vm.guest.system.family === "windows"
      ? {
          runOn: "guest",
          shell: "powershell",
          platform: "Windows",
          command: "Get-NetAdapterRss | Format-Table Name, Enabled, NumberOfReceiveQueues",
          cost: "nothing",
          note: "The host cannot see this. Enable-NetAdapterRss enables it and briefly interrupts the adapter.",
        }
      : null,
});

export const versionWithVmmq = own({
  key: "configuration-version",
  title: `The VM's configuration version is ${FIRST_VERSION_WITH_VMMQ} or later`,
  lacks: "capability",
  check({ vm }) {
    const order =
      vm.vm.configurationVersion === null
        ? null
        : compareVmVersions(vm.vm.configurationVersion, FIRST_VERSION_WITH_VMMQ);
    return holds(order === null ? null : order >= 0);
  },
  evidence: ({ vm }) => [
    { name: "configurationVersion", value: vm.vm.configurationVersion },
    { name: "limit", value: FIRST_VERSION_WITH_VMMQ },
  ],
  remedy: (scene) => (isBefore2016(scene) ? null : upgradeConfiguration(scene.vm.vm.id)),
});

export const vmmqRequested = own({
  key: "vmmq-requested",
  title: "VMMQ is not disabled for the VM's adapter",
  lacks: "setting",
  isWish: true,
  check: ({ adapter }) => notRefused(adapter.vmmqEnabledRequested),
  evidence: ({ adapter }) => [
    { name: "vmmqEnabledRequested", value: adapter.vmmqEnabledRequested },
    { name: "vmmqEnabled", value: adapter.vmmqEnabled },
  ],
  remedy: (scene) => (isBefore2016(scene) ? null : askForVmmq(idOf(scene))),
});

/** With one pair, VMMQ is in effect but has nothing to distribute. */
export const queuePairs = own({
  key: "queue-pairs",
  title: "The VM's adapter allows more than one queue pair",
  lacks: "setting",
  isWish: true,
  check({ adapter: { vmmqEnabled, vrssMaxQueuePairs, vrssMaxQueuePairsRequested } }) {
    if (vrssMaxQueuePairs !== null && vrssMaxQueuePairs > 1) return "pass";
    if (vmmqEnabled !== false)
      return vmmqEnabled && vrssMaxQueuePairs !== null ? "not-applicable" : "unknown";
    if (vrssMaxQueuePairsRequested === null) return "unknown";
    return vrssMaxQueuePairsRequested > 1 ? "pass" : "not-applicable";
  },
  evidence: ({ adapter }) => [
    { name: "vrssMaxQueuePairs", value: adapter.vrssMaxQueuePairs },
    { name: "vrssMaxQueuePairsRequested", value: adapter.vrssMaxQueuePairsRequested },
  ],
  remedy: (scene) => (isBefore2016(scene) ? null : askForQueuePairs(idOf(scene), scene.network.hostBuild)),
});

export const rdmaWeight = own({
  key: "rdma-weight",
  title: "The VM requests RDMA",
  lacks: "setting",
  isWish: true,
  check: (scene) => asked(rdmaWeightOf(scene)),
  evidence: ({ adapter }) => [{ name: "rdmaWeight", value: adapter.rdmaWeight }],
  remedy: (scene) => (isBefore2016(scene) ? null : askForRdma(idOf(scene))),
});

/** Hosts before 2016 have no such weight, so nothing is requested there. */
export function rdmaWeightOf({ adapter, network }: VmAdapterScene): number | null {
  return adapter.rdmaWeight ?? (isBefore2016({ network }) ? 0 : null);
}

export const FIRST_BUILD_WITH_GUEST_RDMA = 14393;

/** Hosts without a setting for vRSS, VMMQ or RDMA per adapter, or a version to upgrade to that would add one. */
function isBefore2016({ network }: Pick<VmAdapterScene, "network">): boolean {
  return network.hostBuild !== null && network.hostBuild < FIRST_BUILD_WITH_GUEST_RDMA;
}

/** RDMA uses a virtual function, which must be requested as well. */
export const sriovWeightForRdma = own({
  ...sriovWeight,
  isWish: undefined,
  check(scene) {
    if (scene.virtualFunction === "active") return "pass";
    if (rdmaWeightOf(scene) === 0) return "not-applicable";
    const { iovWeight } = scene.adapter;
    if (iovWeight === 0) return isAsked(rdmaWeightOf(scene)) ? "fail" : "unknown";
    return iovWeight === null ? "unknown" : "pass";
  },
});

export const virtualFunction = own({
  key: "virtual-function",
  title: "A virtual function carries the traffic",
  lacks: "setting",
  check(scene) {
    if (scene.virtualFunction === "active") return "pass";
    const weight = rdmaWeightOf(scene);
    if (weight === 0 || scene.adapter.iovWeight === 0) return "not-applicable";
    const isKnown = scene.virtualFunction === "none" && weight !== null && scene.adapter.iovWeight !== null;
    return isKnown && !scene.isWaitedFor ? "fail" : "unknown";
  },
  evidence: functionEvidence,
  remedy: (scene) => showFunction(idOf(scene), scene.vm.guest.system),
});

export const guestRdmaDriver = own({
  key: "guest-rdma-driver",
  title: "The guest's driver supports RDMA",
  lacks: "setting",
  isGuests: true,
  check: (scene) => (rdmaWeightOf(scene) === 0 ? "not-applicable" : "unknown"),
  evidence: () => [{ name: "guest.rdma", value: null }],
  remedy: ({ vm }) => showGuestAdapters(vm.guest.system),
});

export function isAsked(weight: number | null): boolean {
  return weight !== null && weight > 0;
}

function asked(weight: number | null): RungStatus {
  if (weight === null) return "unknown";
  return weight > 0 ? "pass" : "not-applicable";
}

function notRefused(requested: boolean | null): RungStatus {
  if (requested === null) return "unknown";
  return requested ? "pass" : "not-applicable";
}

function isNone(count: number | null): RungStatus {
  return holds(count === null ? null : count === 0);
}

function idOf({ vm, adapter }: VmAdapterScene) {
  return { vmId: vm.vm.id, adapterId: adapter.id };
}

function complaint(scene: VmAdapterScene, name: Parameters<typeof complains>[1]): Evidence[] {
  return complains(scene, name) ? [{ name: "operationalStatus", value: name, decides: true }] : [];
}

function guestEvidence({ vm }: VmAdapterScene): Evidence[] {
  const { facts, lastToldAt } = vm.guest;
  const { system } = vm.guest;
  return [
    { name: "guest.osName", value: system.name },
    { name: "guest.version", value: system.family === "windows" ? system.build : versionOf(system) },
    { name: "guest.processorArchitecture", value: facts?.processorArchitecture ?? null },
    ...(lastToldAt === null ? [] : [{ name: "guest.lastToldAt", value: lastToldAt }]),
  ];
}

function versionOf(system: VmAdapterScene["vm"]["guest"]["system"]): string | null {
  return system.family === "linux" || system.family === "freebsd" ? system.version : null;
}

function functionEvidence({ adapter }: VmAdapterScene): Evidence[] {
  return [
    { name: "vfDataPathActive", value: adapter.vfDataPathActive },
    { name: "iovUsage", value: adapter.iovUsage },
    { name: "iovQueuePairsAssigned", value: adapter.iovQueuePairsAssigned },
  ];
}
