// Longer than 300 lines on purpose: one table for each ladder of a physical adapter, read as one page.
import { describe, expect, test } from "vitest";
import type { PhysicalAdapterFacts, SwitchFacts } from "../../facts.ts";
import {
  type HostNetworkCase,
  hostNetwork,
  OFFLOAD_ON,
  rungOf,
  storageAdapter,
  vmNetwork,
  word,
} from "../../testing/host-network-cases.ts";
import {
  GBPS,
  lbfoNetwork,
  physicalAdapter,
  PORT_1,
  secondPort,
  setSwitch,
  virtualSwitch,
} from "../../testing/network-cases.ts";
import type { HostTechnology } from "../../words.ts";
import { describeHostNetwork, judgeHostNetwork } from "./judge-host-network.ts";

type Row = [name: string, technology: HostTechnology, changed: HostNetworkCase, says: string];

const { sriov: SRIOV, vmq: VMQ, rss: RSS } = physicalAdapter();
const port = (changed: Partial<PhysicalAdapterFacts>): HostNetworkCase => ({
  physicalAdapters: [physicalAdapter(changed), storageAdapter()],
});
const sriov = (changed: Partial<NonNullable<typeof SRIOV>>) =>
  port({ sriov: SRIOV && { ...SRIOV, ...changed } });
const vmq = (changed: Partial<NonNullable<typeof VMQ>>) =>
  port({ vmq: VMQ && { ...VMQ, allocatedQueues: 0, ...changed } });
const idle = vmq({});
const onSwitch = (changed: Partial<SwitchFacts>): HostNetworkCase => ({
  ...idle,
  switches: [virtualSwitch(changed)],
});
const asking = vmNetwork("APP-01", { iovWeight: 100, status: "configured" });
const ASKED: HostNetworkCase = { vmNetworks: [asking] };
const CARRIED: HostNetworkCase = {
  vmNetworks: [vmNetwork("APP-01", { iovWeight: 100, status: "active" })],
};
const NESTED: HostNetworkCase = { model: "Virtual Machine" };
const UNLISTED = { listed: false, enabled: null };

describe("an adapter under a switch", () => {
  test.each<Row>([
    ["every rung holds, not requested", "sr-iov", {}, "ready"],
    ["every rung holds and a VM asks: the VM's own matter", "sr-iov", ASKED, "ready"],
    ["a virtual function is allocated", "sr-iov", sriov({ numAllocatedVFs: 1 }), "active"],
    [
      "an allocated function wins over a broken rung",
      "sr-iov",
      { ...sriov({ numAllocatedVFs: 1 }), iovSupport: false },
      "active",
    ],
    ["how many are allocated was unread", "sr-iov", sriov({ numAllocatedVFs: null }), "ready"],
    [
      "how many are allocated was unread, and a VM has one",
      "sr-iov",
      { ...sriov({ numAllocatedVFs: null }), ...CARRIED },
      "active",
    ],
    [
      "how many are allocated was unread, and a VM has one of either adapter",
      "sr-iov",
      { ...sriov({ numAllocatedVFs: null }), ...CARRIED, switches: [setSwitch()] },
      "ready",
    ],
    ["the oldest build", "sr-iov", { build: 9200 }, "ready"],
    ["a build before it", "sr-iov", { build: 9199 }, "blocked at host-build"],
    ["build unread", "sr-iov", { build: null }, "unknown"],
    ["the platform cannot", "sr-iov", { iovSupport: false }, "blocked at platform-iov"],
    [
      "the platform cannot, and a VM asks",
      "sr-iov",
      { iovSupport: false, ...ASKED },
      "configured at platform-iov",
    ],
    ["platform unread", "sr-iov", { iovSupport: null }, "unknown"],
    [
      "not listed",
      "sr-iov",
      port({ sriov: { ...UNLISTED, support: null, numVFs: null, numAllocatedVFs: null } }),
      "blocked at adapter-sr-iov-supported",
    ],
    [
      "a reason of Windows",
      "sr-iov",
      sriov({ support: "MissingAcs" }),
      "blocked at adapter-sr-iov-supported",
    ],
    ["an unknown reason", "sr-iov", sriov({ support: "Mystery" }), "unknown"],
    ["no virtual function", "sr-iov", sriov({ numVFs: 0 }), "blocked at adapter-sr-iov-supported"],
    ["switched off at the adapter", "sr-iov", sriov({ enabled: false }), "blocked at adapter-sr-iov-enabled"],
    [
      "switched off, and a VM asks",
      "sr-iov",
      { ...sriov({ enabled: false }), ...ASKED },
      "configured at adapter-sr-iov-enabled",
    ],
    [
      "switched off, and who asks does not run",
      "sr-iov",
      {
        ...sriov({ enabled: false }),
        vmNetworks: [vmNetwork("OFF", { iovWeight: 100, status: "not-applicable" })],
      },
      "blocked at adapter-sr-iov-enabled",
    ],
    ["the switch is without it", "sr-iov", onSwitch({ iovEnabled: false }), "blocked at switch-iov"],
    [
      "the switch is without it, and a VM asks",
      "sr-iov",
      { ...onSwitch({ iovEnabled: false }), ...ASKED },
      "configured at switch-iov",
    ],
    ["the switch was unread in that", "sr-iov", onSwitch({ iovEnabled: null }), "unknown"],
    [
      "the last function is left",
      "sr-iov",
      onSwitch({ iovVirtualFunctionCount: 64, iovVirtualFunctionsInUse: 63 }),
      "ready",
    ],
    [
      "no function is left",
      "sr-iov",
      onSwitch({ iovVirtualFunctionCount: 64, iovVirtualFunctionsInUse: 64 }),
      "blocked at virtual-functions-left",
    ],
    [
      "an extension forwards",
      "sr-iov",
      onSwitch({ extensions: [{ name: "Other", type: "Forwarding", enabled: true, running: true }] }),
      "blocked at switch-extensions",
    ],
    ["the switches were unread", "sr-iov", { switches: null }, "unknown"],
    [
      "a broken rung decides all the same",
      "sr-iov",
      { ...sriov({ enabled: false }), switches: null },
      "blocked at adapter-sr-iov-enabled",
    ],
    ["not up", "sr-iov", port({ status: "Disconnected" }), "not-applicable"],
    ["state unread counts as up", "sr-iov", port({ status: null }), "ready"],
    ["nested host", "sr-iov", NESTED, "not-applicable"],

    ["a queue is allocated", "vmq", {}, "active"],
    ["none is, and every rung holds", "vmq", idle, "ready"],
    [
      "an allocated queue wins over a broken rung",
      "vmq",
      { ...port({ linkSpeedBitsPerSecond: GBPS }) },
      "active",
    ],
    [
      "not listed",
      "vmq",
      vmq({ listed: false, enabled: null, numberOfReceiveQueues: null }),
      "blocked at adapter-vmq-supported",
    ],
    [
      "unread, and a VM has a queue",
      "vmq",
      { ...port({ vmq: null }), vmNetworks: [vmNetwork("APP-01", { technology: "vmq", status: "active" })] },
      "active",
    ],
    [
      "not listed, although a VM has a queue",
      "vmq",
      {
        ...vmq({ ...UNLISTED, numberOfReceiveQueues: null, allocatedQueues: null }),
        vmNetworks: [vmNetwork("APP-01", { technology: "vmq", status: "active" })],
      },
      "blocked at adapter-vmq-supported",
    ],
    ["one queue", "vmq", vmq({ numberOfReceiveQueues: 1 }), "ready"],
    ["no queue", "vmq", vmq({ numberOfReceiveQueues: 0 }), "blocked at adapter-vmq-supported"],
    ["switched off", "vmq", vmq({ enabled: false }), "configured at adapter-vmq-enabled"],
    ["unread", "vmq", port({ vmq: null }), "unknown"],
    [
      "10 Gbps",
      "vmq",
      port({ vmq: VMQ && { ...VMQ, allocatedQueues: 0 }, linkSpeedBitsPerSecond: 10 * GBPS }),
      "ready",
    ],
    [
      "just below 10 Gbps",
      "vmq",
      port({ vmq: VMQ && { ...VMQ, allocatedQueues: 0 }, linkSpeedBitsPerSecond: 10 * GBPS - 1 }),
      "blocked at adapter-link-speed",
    ],
    [
      "speed unread",
      "vmq",
      port({ vmq: VMQ && { ...VMQ, allocatedQueues: 0 }, linkSpeedBitsPerSecond: null }),
      "unknown",
    ],
    ["the last queue is left", "vmq", onSwitch({ availableVMQueues: 4, numberVmqAllocated: 3 }), "ready"],
    [
      "no queue is left",
      "vmq",
      onSwitch({ availableVMQueues: 4, numberVmqAllocated: 4 }),
      "configured at vm-queues-left",
    ],
    ["not up", "vmq", port({ status: "Disabled" }), "not-applicable"],
    ["nested host", "vmq", NESTED, "not-applicable"],

    ["every rung holds and no VM has it", "vmmq", {}, "ready"],
    [
      "a VM has it",
      "vmmq",
      { vmNetworks: [vmNetwork("APP-01", { technology: "vmmq", status: "active" })] },
      "active",
    ],
    [
      "a VM on another switch has it",
      "vmmq",
      { vmNetworks: [vmNetwork("APP-01", { technology: "vmmq", status: "active", switchId: "other" })] },
      "ready",
    ],
    ["2016", "vmmq", { build: 14393 }, "ready"],
    ["before 2016", "vmmq", { build: 14392 }, "blocked at host-build"],
    ["the keyword is 0", "vmmq", port({ rssOnHostVPorts: 0 }), "configured at adapter-vmmq-enabled"],
    ["the keyword is missing", "vmmq", port({ rssOnHostVPorts: null }), "blocked at adapter-vmmq-supported"],
    ["the keyword is unread with the queues", "vmmq", port({ rssOnHostVPorts: null, vmq: null }), "unknown"],
    [
      "it has the word of VMQ's broken setting",
      "vmmq",
      vmq({ enabled: false }),
      "configured at adapter-vmq-enabled",
    ],
    [
      "it has the word of VMQ's missing capability",
      "vmmq",
      port({ linkSpeedBitsPerSecond: GBPS, vmq: VMQ && { ...VMQ, allocatedQueues: 0 } }),
      "blocked at adapter-link-speed",
    ],
    [
      "where VMQ is active none of its rungs is broken, not even with no free queue",
      "vmmq",
      { switches: [virtualSwitch({ availableVMQueues: 63, numberVmqAllocated: 63 })] },
      "ready",
    ],
    ["nested host", "vmmq", NESTED, "not-applicable"],

    ["feeds no TCP/IP of its own", "rss", {}, "not-applicable"],
    [
      "that it is switched off means nothing",
      "rss",
      port({ rss: RSS && { ...RSS, enabled: false } }),
      "not-applicable",
    ],
    ["has no RDMA of its own", "rdma", {}, "none"],
  ])("%s: %s", (_name, technology, changed, says) => {
    expect(word(changed, technology, "SLOT1-P1")).toBe(says);
  });
});

describe("an adapter under no switch", () => {
  const storage = (changed: Partial<PhysicalAdapterFacts>): HostNetworkCase => ({
    physicalAdapters: [physicalAdapter(), storageAdapter(changed)],
  });
  const rss = (changed: Partial<NonNullable<typeof RSS>>) => storage({ rss: RSS && { ...RSS, ...changed } });
  const offload = (receiveSideScaling: string | null) => ({ offload: { ...OFFLOAD_ON, receiveSideScaling } });

  test.each<Row>([
    ["every rung holds: in force", "rss", {}, "active"],
    ["not listed", "rss", rss({ listed: false, enabled: null }), "blocked at adapter-rss-supported"],
    ["switched off", "rss", rss({ enabled: false }), "configured at adapter-rss-enabled"],
    ["switched off for the host", "rss", offload("Disabled"), "configured at host-rss-enabled"],
    ["an unknown word", "rss", offload("Sometimes"), "unknown"],
    ["the host's switch unread", "rss", { offload: null }, "unknown"],
    ["two queues", "rss", rss({ numberOfReceiveQueues: 2, maxProcessors: 2 }), "active"],
    ["one queue", "rss", rss({ numberOfReceiveQueues: 1 }), "blocked at adapter-rss-queues"],
    ["one processor", "rss", rss({ maxProcessors: 1 }), "blocked at adapter-rss-queues"],
    ["queues unread", "rss", rss({ numberOfReceiveQueues: null }), "unknown"],
    ["1 Gbps", "rss", storage({ linkSpeedBitsPerSecond: GBPS }), "active"],
    [
      "just below 1 Gbps",
      "rss",
      storage({ linkSpeedBitsPerSecond: GBPS - 1 }),
      "blocked at adapter-rss-link-speed",
    ],
    ["speed unread", "rss", storage({ linkSpeedBitsPerSecond: null }), "unknown"],
    ["unread", "rss", storage({ rss: null }), "unknown"],
    ["switches and bindings unread", "rss", { ...storage({ bindings: null }), switches: null }, "unknown"],
    ["switches unread, its binding read", "rss", { switches: null }, "active"],
    ["not up", "rss", storage({ status: "Disconnected" }), "not-applicable"],
    ["nested host: judged", "rss", NESTED, "active"],
    ["carries nothing of VMs", "sr-iov", {}, "not-applicable"],
    ["carries nothing of VMs", "vmq", {}, "not-applicable"],
    ["carries nothing of VMs", "vmmq", {}, "not-applicable"],
  ])("%s: %s", (_name, technology, changed, says) => {
    expect(word(changed, technology, "STORAGE")).toBe(says);
  });
});

describe("teams", () => {
  const noQueue = { vmq: VMQ && { ...VMQ, allocatedQueues: 0 } };

  test("a member of an embedded team is judged by itself", () => {
    const changed = {
      switches: [setSwitch()],
      physicalAdapters: [
        physicalAdapter(noQueue),
        secondPort({ vmq: { ...UNLISTED, numberOfReceiveQueues: null, allocatedQueues: null } }),
      ],
    };
    expect(word(changed, "vmq", "SLOT1-P1")).toBe("ready");
    expect(word(changed, "vmq", "SLOT1-P2")).toBe("blocked at adapter-vmq-supported");
  });

  test.each<[technology: HostTechnology, adapter: string, changed: HostNetworkCase, says: string]>([
    ["sr-iov", "SLOT1-P1", {}, "blocked at no-lbfo"],
    ["sr-iov", "SLOT1-P1", ASKED, "configured at no-lbfo"],
    ["vmmq", "SLOT1-P1", {}, "configured at no-lbfo"],
    ["vmq", "SLOT1-P1", {}, "active"],
    ["rss", "SLOT1-P1", {}, "not-applicable"],
    ["rdma", "SLOT1-P1", {}, "none"],
    ["sr-iov", "Team 1", {}, "not-applicable"],
    ["vmq", "Team 1", {}, "not-applicable"],
    ["vmmq", "Team 1", {}, "not-applicable"],
    ["rss", "Team 1", {}, "not-applicable"],
    ["rss", "SLOT1-P1", { teams: null }, "unknown"],
    ["sr-iov", "SLOT1-P1", { teams: null }, "unknown"],
  ])("LBFO under a switch, %s of %s", (technology, adapter, changed, says) => {
    expect(word({ ...lbfoNetwork(), ...changed }, technology, adapter)).toBe(says);
  });

  test.each<[technology: HostTechnology, says: string]>([
    ["sr-iov", "not-applicable"],
    ["vmq", "not-applicable"],
    ["rss", "active"],
    ["rdma", "blocked at adapter-no-lbfo"],
  ])("a member of a team that feeds TCP/IP, %s", (technology, says) => {
    expect(word({ ...lbfoNetwork(), switches: [] }, technology, "SLOT1-P1")).toBe(says);
  });
});

describe("rungs in words", () => {
  test("only a broken rung offers its fix and the cost", () => {
    const broken = rungOf(sriov({ enabled: false }), "sr-iov", "SLOT1-P1", "adapter-sr-iov-enabled");
    expect(broken.remedy).toMatchObject({ runOn: "host", command: expect.stringContaining(PORT_1) });
    expect(broken.remedy?.cost).not.toBe("");
    expect(rungOf({}, "sr-iov", "SLOT1-P1", "adapter-sr-iov-enabled").remedy).toBeNull();
  });

  test("an adapter that carries no switch has no rung of a switch", () => {
    expect(rungOf({}, "sr-iov", "STORAGE", "switch-iov").status).toBe("not-applicable");
    expect(rungOf({ switches: null }, "sr-iov", "SLOT1-P1", "switch-iov").status).toBe("unknown");
  });

  test.each<HostNetworkCase>([
    {},
    { switches: null },
    { physicalAdapters: null },
    { physicalAdapters: [], hostAdapters: [] },
    { smb: null, hostAdapters: null },
    lbfoNetwork(),
  ])("every rung has evidence", (changed) => {
    const rungs = describeHostNetwork(hostNetwork(changed)).flatMap((ladder) => ladder.rungs);
    expect(rungs.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
  });

  test("an agent that could read no adapter leaves the host's own two", () => {
    const { ladders } = judgeHostNetwork(hostNetwork({ physicalAdapters: null, hostAdapters: null }));
    expect(ladders.map(({ technology, status }) => `${technology} ${status}`)).toEqual([
      "smb-direct unknown",
      "smb-multichannel unknown",
    ]);
  });
});
