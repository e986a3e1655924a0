import type { PhysicalAdapterFacts } from "../facts.ts";
import {
  enableRdma,
  enableSriov,
  enableVmmq,
  enableVmq,
  findDriver,
  mendSriovSupport,
} from "../remedies/network-adapter.ts";
import { allOf, holds, isAtLeast, type RungDefinition } from "./ladder.ts";

/** Requirements of one physical adapter, the same for its own ladder and for every VM that uses it. */
type AdapterRung = RungDefinition<PhysicalAdapterFacts>;

/** Below it, a virtual switch leaves VMQ off, regardless of what the adapter reports. */
const VMQ_LINK_BITS_PER_SECOND = 10_000_000_000;

/** The reasons that Windows gives; an unknown name gives no reason. */
const SRIOV_REASONS: ReadonlySet<string> = new Set([
  "MissingAcs",
  "MissingPfDriver",
  "NoBusResources",
  "NoIoMmuSupport",
  "NoVfBarSpace",
  "NoOscSupport",
]);

export const sriovSupported: AdapterRung = {
  key: "adapter-sr-iov-supported",
  title: "The adapter, its slot and its driver support SR-IOV",
  check({ sriov }) {
    if (sriov?.listed === false) return "fail";
    return allOf([holds(isSriovSupported(sriov?.support ?? null)), isAtLeast(sriov?.numVFs ?? null, 1)]);
  },
  evidence: ({ sriov }) => [
    { name: "sriov.listed", value: sriov?.listed ?? null },
    { name: "sriov.support", value: sriov?.support ?? null },
    { name: "sriov.numVFs", value: sriov?.numVFs ?? null },
  ],
  remedy: (adapter) =>
    adapter.sriov?.listed === false ? findDriver(adapter, "SR-IOV") : mendSriovSupport(adapter),
};

function isSriovSupported(support: string | null): boolean | null {
  if (support === "Supported") return true;
  return support !== null && SRIOV_REASONS.has(support) ? false : null;
}

export const sriovEnabled: AdapterRung = {
  key: "adapter-sr-iov-enabled",
  title: "SR-IOV is enabled on the physical adapter",
  check: ({ sriov }) => (sriov?.listed === false ? "not-applicable" : holds(sriov?.enabled ?? null)),
  evidence: ({ sriov }) => [{ name: "sriov.enabled", value: sriov?.enabled ?? null }],
  remedy: enableSriov,
};

export const vmqSupported: AdapterRung = {
  key: "adapter-vmq-supported",
  title: "The adapter has receive queues for VMs",
  check: ({ vmq }) => (vmq?.listed === false ? "fail" : isAtLeast(vmq?.numberOfReceiveQueues ?? null, 1)),
  evidence: ({ vmq }) => [
    { name: "vmq.listed", value: vmq?.listed ?? null },
    { name: "vmq.numberOfReceiveQueues", value: vmq?.numberOfReceiveQueues ?? null },
  ],
  remedy: (adapter) => findDriver(adapter, "VMQ"),
};

export const vmqEnabled: AdapterRung = {
  key: "adapter-vmq-enabled",
  title: "VMQ is enabled on the physical adapter",
  check: ({ vmq }) => (vmq?.listed === false ? "not-applicable" : holds(vmq?.enabled ?? null)),
  evidence: ({ vmq }) => [{ name: "vmq.enabled", value: vmq?.enabled ?? null }],
  remedy: enableVmq,
};

export const vmqLinkSpeed: AdapterRung = {
  key: "adapter-link-speed",
  title: "The link speed is 10 Gbps or more",
  check: (adapter) => isAtLeast(adapter.linkSpeedBitsPerSecond, VMQ_LINK_BITS_PER_SECOND),
  evidence: (adapter) => [
    { name: "linkSpeedBitsPerSecond", value: adapter.linkSpeedBitsPerSecond },
    { name: "limitBitsPerSecond", value: VMQ_LINK_BITS_PER_SECOND },
  ],
  // By design: a slow link needs no queues.
  remedy: () => null,
};

export const vmmqSupported: AdapterRung = {
  key: "adapter-vmmq-supported",
  title: "The adapter's driver supports VMMQ",
  check(adapter) {
    if (adapter.rssOnHostVPorts !== null) return "pass";
    return lacksVmmqKeyword(adapter) ? "fail" : "unknown";
  },
  evidence: ({ rssOnHostVPorts, vmq }) => [
    { name: "rssOnHostVPorts", value: rssOnHostVPorts },
    { name: "vmq.listed", value: vmq?.listed ?? null },
  ],
  remedy: (adapter) => findDriver(adapter, "VMMQ"),
};

export const vmmqKeyword: AdapterRung = {
  key: "adapter-vmmq-enabled",
  title: "VMMQ is enabled on the physical adapter (*RssOnHostVPorts)",
  check: (adapter) => {
    const { rssOnHostVPorts } = adapter;
    if (rssOnHostVPorts !== null) return holds(rssOnHostVPorts > 0);
    return lacksVmmqKeyword(adapter) ? "not-applicable" : "unknown";
  },
  evidence: ({ rssOnHostVPorts }) => [{ name: "rssOnHostVPorts", value: rssOnHostVPorts }],
  remedy: enableVmmq,
};

/**
 * The wire reports a missing keyword as `null`, which elsewhere means unread: the keyword is missing if the adapter's
 * queues were read, and unread if they were not.
 */
function lacksVmmqKeyword({ rssOnHostVPorts, vmq }: PhysicalAdapterFacts): boolean {
  return rssOnHostVPorts === null && (vmq?.listed ?? null) !== null;
}

export const rdmaSupported: AdapterRung = {
  key: "adapter-rdma-supported",
  title: "The adapter and its driver support RDMA",
  check: ({ rdma }) => (rdma?.listed === false ? "fail" : isAtLeast(rdma?.maxQueuePairs ?? null, 1)),
  evidence: ({ rdma }) => [
    { name: "rdma.listed", value: rdma?.listed ?? null },
    { name: "rdma.maxQueuePairs", value: rdma?.maxQueuePairs ?? null },
  ],
  remedy: (adapter) => findDriver(adapter, "RDMA"),
};

export const rdmaEnabled: AdapterRung = {
  key: "adapter-rdma-enabled",
  title: "RDMA is enabled on the physical adapter",
  check: ({ rdma }) => (rdma?.listed === false ? "not-applicable" : holds(rdma?.enabled ?? null)),
  evidence: ({ rdma }) => [{ name: "rdma.enabled", value: rdma?.enabled ?? null }],
  remedy: enableRdma,
};
