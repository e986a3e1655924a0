import { describe, expect, test } from "vitest";
import { lbfoNetwork, physicalAdapter, secondPort, setSwitch } from "../../testing/network-cases.ts";
import {
  connection,
  hostAdapter,
  hostNetwork,
  type HostNetworkCase,
  idleConnection,
  smbFacts,
  storageAdapter,
  vmNetwork,
} from "../../testing/host-network-cases.ts";
import type { IdleCapacity } from "./idle-capacity.ts";
import { judgeHostNetwork } from "./judge-host-network.ts";

/** "1 of 2 used, 1 unread". */
function capacity(kind: keyof IdleCapacity, changed: HostNetworkCase): string {
  const { present, used, unread } = judgeHostNetwork(hostNetwork(changed)).idle[kind];
  return `${used} of ${present} used${unread === 0 ? "" : `, ${unread} unread`}`;
}

const ports = (...physicalAdapters: ReturnType<typeof physicalAdapter>[]) => ({ physicalAdapters });
const functions = (numVFs: number | null, numAllocatedVFs: number | null, listed: boolean | null = true) =>
  physicalAdapter({ sriov: { listed, support: "Supported", enabled: true, numVFs, numAllocatedVFs } });
const queues = (
  numberOfReceiveQueues: number | null,
  allocatedQueues: number | null,
  listed: boolean | null = true,
) => physicalAdapter({ vmq: { listed, enabled: true, numberOfReceiveQueues, allocatedQueues } });
const rdma = (listed: boolean | null) => ({
  rdma: { listed, enabled: listed, maxQueuePairs: null, technology: listed === true ? 4 : null },
});

describe("virtual functions", () => {
  test.each<[name: string, changed: HostNetworkCase, said: string]>([
    ["none allocated", ports(functions(64, 0)), "0 of 64 used"],
    ["some allocated", ports(functions(64, 5)), "5 of 64 used"],
    ["allocated unread: idle is unknown", ports(functions(64, null)), "0 of 0 used, 1 unread"],
    ["number unread", ports(functions(null, 5)), "0 of 0 used, 1 unread"],
    ["none exist, whatever is unread", ports(functions(0, null)), "0 of 0 used"],
    ["not listed: it has none", ports(functions(null, null, false)), "0 of 0 used"],
    ["whether listed is unread", ports(functions(64, 5, null)), "0 of 0 used, 1 unread"],
    ["all of it unread", ports(physicalAdapter({ sriov: null })), "0 of 0 used, 1 unread"],
    [
      "one of two ports unread",
      ports(functions(64, 5), secondPort({ sriov: null })),
      "5 of 64 used, 1 unread",
    ],
    ["adapters unread", { physicalAdapters: null }, "0 of 0 used"],
  ])("%s", (_name, changed, said) => {
    expect(capacity("virtual-functions", changed)).toBe(said);
  });
});

describe("queues", () => {
  test.each<[name: string, changed: HostNetworkCase, said: string]>([
    ["some allocated", ports(queues(63, 5)), "5 of 63 used"],
    ["allocated unread: idle is unknown", ports(queues(63, null)), "0 of 0 used, 1 unread"],
    ["number unread", ports(queues(null, 1)), "0 of 0 used, 1 unread"],
    ["not listed: it has none", ports(queues(null, null, false)), "0 of 0 used"],
    ["two adapters", ports(queues(63, 1), secondPort()), "2 of 126 used"],
    ["one that is down", ports(queues(63, 1), secondPort({ status: "Disconnected" })), "1 of 63 used"],
    [
      "one in an unread state counts as up",
      ports(queues(63, 1), secondPort({ status: null })),
      "2 of 126 used",
    ],
    ["a team's own adapter is not counted a second time", lbfoNetwork(), "2 of 126 used"],
  ])("%s", (_name, changed, said) => {
    expect(capacity("queues", changed)).toBe(said);
  });
});

const SMB1 = 21;
const SMB2 = 22;
/** Two host adapters over a team of two ports. */
const TEAM: HostNetworkCase = {
  ...ports(physicalAdapter(), secondPort()),
  switches: [setSwitch()],
  hostAdapters: [hostAdapter(), hostAdapter({ name: "SMB2", interfaceIndex: SMB2 })],
};
const sessions = (...indexes: number[]) => ({
  smb: smbFacts({ connections: indexes.map((clientInterfaceIndex) => connection({ clientInterfaceIndex })) }),
});
const MAPPED = [SMB1, SMB2].map((interfaceIndex) =>
  hostAdapter({ name: `SMB of ${interfaceIndex}`, interfaceIndex, teamMappedAdapter: "SLOT1-P2" }),
);
const inGuest = (name: string, status: "active" | "unknown", rdmaWeight = 100) =>
  vmNetwork(name, { technology: "guest-rdma", status, rdmaWeight, iovWeight: 100 });

describe("RDMA ports: physical ones only, used by the host or by VMs", () => {
  test.each<[name: string, changed: HostNetworkCase, said: string]>([
    ["no session", {}, "0 of 2 used"],
    ["a session through a port", sessions(31), "1 of 2 used"],
    ["a session through a host adapter over another port", sessions(SMB1), "1 of 2 used"],
    ["a port without RDMA", ports(physicalAdapter(rdma(false)), storageAdapter()), "0 of 1 used"],
    [
      "a port for which it is unread",
      ports(physicalAdapter(rdma(null)), storageAdapter()),
      "0 of 1 used, 1 unread",
    ],
    ["SMB unread: no port is known to be idle", { smb: null }, "0 of 0 used, 2 unread"],
    ["a team without sessions", TEAM, "0 of 2 used"],
    ["a team, one host adapter with a session", { ...TEAM, ...sessions(SMB1) }, "1 of 2 used"],
    ["a team, both with sessions", { ...TEAM, ...sessions(SMB1, SMB2) }, "2 of 2 used"],
    [
      "a team, both with sessions and mapped to one port",
      { ...TEAM, hostAdapters: MAPPED, ...sessions(SMB1, SMB2) },
      "1 of 2 used",
    ],
    [
      "two host adapters over one port",
      { hostAdapters: MAPPED.map((each) => ({ ...each, teamMappedAdapter: null })), ...sessions(SMB1, SMB2) },
      "1 of 2 used",
    ],
    ["a team, host adapters unread", { ...TEAM, hostAdapters: null }, "0 of 0 used, 2 unread"],
    [
      "a team, one with a session, one whose session is unknown",
      {
        ...TEAM,
        smb: smbFacts({
          connections: [
            idleConnection({ clientInterfaceIndex: SMB1 }),
            connection({ clientInterfaceIndex: SMB2 }),
          ],
        }),
      },
      "1 of 1 used, 1 unread",
    ],
    ["a VM with RDMA in its guest", { ...TEAM, vmNetworks: [inGuest("APP-01", "active")] }, "1 of 2 used"],
    [
      "a VM of which this is unknown",
      { ...TEAM, vmNetworks: [inGuest("APP-01", "unknown")] },
      "0 of 0 used, 2 unread",
    ],
    ["a VM that requests none", { ...TEAM, vmNetworks: [inGuest("APP-01", "unknown", 0)] }, "0 of 2 used"],
    ["VMs unread", { ...TEAM, vmNetworks: null }, "0 of 0 used, 2 unread"],
    ["a list of VMs that is incomplete", { ...TEAM, isVmListComplete: false }, "0 of 0 used, 2 unread"],
    ["a nested host", { ...TEAM, model: "Virtual Machine" }, "0 of 0 used"],
  ])("%s", (_name, changed, said) => {
    expect(capacity("rdma-ports", changed)).toBe(said);
  });
});
