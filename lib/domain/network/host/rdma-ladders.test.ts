import { describe, expect, test } from "vitest";
import type { HostAdapterFacts, PhysicalAdapterFacts, SmbFacts } from "../../facts.ts";
import {
  connection,
  hostAdapter,
  type HostNetworkCase,
  idleConnection,
  OFFLOAD_ON,
  rungOf,
  smbFacts,
  smbInterface,
  storageAdapter,
  word,
} from "../../testing/host-network-cases.ts";
import {
  GBPS,
  lbfoNetwork,
  physicalAdapter,
  secondPort,
  setSwitch,
  virtualSwitch,
} from "../../testing/network-cases.ts";

type Row = [name: string, changed: HostNetworkCase, says: string];

const { rdma: RDMA } = physicalAdapter();
const storage = (changed: Partial<PhysicalAdapterFacts>): HostNetworkCase => ({
  physicalAdapters: [physicalAdapter(), storageAdapter(changed)],
});
const rdma = (changed: Partial<NonNullable<typeof RDMA>>) =>
  storage({ rdma: RDMA && { ...RDMA, ...changed } });
const smb = (changed: Partial<SmbFacts>): HostNetworkCase => ({ smb: smbFacts(changed) });
const session = (...connections: NonNullable<SmbFacts["connections"]>) => smb({ connections });
const NOT_SEEN = { clientInterfaces: [smbInterface(31, "STORAGE", false)], serverInterfaces: [] };
const NESTED: HostNetworkCase = { model: "VMware Virtual Platform" };
const MOVES: HostNetworkCase = { moves: "SMB" };

describe("RDMA of an adapter that feeds TCP/IP", () => {
  test.each<Row>([
    ["every rung holds and nothing uses it", {}, "ready"],
    ["a session goes over RDMA", session(connection()), "active"],
    ["a session through another interface", session(connection({ clientInterfaceIndex: 21 })), "ready"],
    ["a session whose server cannot", session(idleConnection({ serverRdmaCapable: false })), "ready"],
    ["a session that could, and does not", session(idleConnection()), "unknown"],
    ["one that is not selected", session(idleConnection({ selected: false })), "ready"],
    ["one that failed", session(idleConnection({ failed: true })), "ready"],
    ["whether it failed was unread", session(idleConnection({ failed: null })), "unknown"],
    ["no channel is no traffic", session(connection({ currentChannels: 0 })), "unknown"],
    ["channels unread are no evidence", session(connection({ currentChannels: null })), "unknown"],
    [
      "a connection of an unread interface",
      session(idleConnection({ clientInterfaceIndex: null })),
      "unknown",
    ],
    ["connections unread", smb({ connections: null }), "unknown"],
    ["SMB unread", { smb: null }, "unknown"],
    ["moves of VMs over SMB", MOVES, "unknown"],
    ["moves are off", { ...MOVES, areMovesEnabled: false }, "ready"],
    ["whether moves are on was unread", { ...MOVES, areMovesEnabled: null }, "unknown"],
    ["how VMs move was unread", { moves: null }, "unknown"],
    ["encrypted on 2022", { ...smb({ connections: [connection()], server: encrypting(true) }) }, "active"],
    [
      "encrypted before 2022 is no evidence",
      { ...smb({ connections: [connection()], server: encrypting(true) }), build: 20347 },
      "unknown",
    ],
    [
      "encrypted on a build that was unread",
      { ...smb({ connections: [connection()], server: encrypting(true) }), build: null },
      "unknown",
    ],

    ["the oldest build", { build: 9200 }, "ready"],
    ["a build before it", { build: 9199 }, "blocked at host-build"],
    ["build unread", { build: null }, "unknown"],
    [
      "not listed",
      rdma({ listed: false, enabled: null, maxQueuePairs: null }),
      "blocked at adapter-rdma-supported",
    ],
    ["no queue pair", rdma({ maxQueuePairs: 0 }), "blocked at adapter-rdma-supported"],
    ["switched off", rdma({ enabled: false }), "blocked at adapter-rdma-enabled"],
    [
      "disabled is not a request, used or not",
      { ...rdma({ enabled: false }), ...MOVES },
      "blocked at adapter-rdma-enabled",
    ],
    ["broken, and nothing uses it", rdma({ maxQueuePairs: 0 }), "blocked at adapter-rdma-supported"],
    [
      "broken, and a connection uses it",
      { ...rdma({ maxQueuePairs: 0 }), ...session(idleConnection()) },
      "configured at adapter-rdma-supported",
    ],
    [
      "broken, and moves use it",
      { ...rdma({ maxQueuePairs: 0 }), ...MOVES },
      "configured at adapter-rdma-supported",
    ],
    [
      "broken, moves, and no TCP/IP on it",
      {
        ...storage({
          bindings: { vms_pp: false, ms_implat: false, ms_tcpip: false },
          rdma: RDMA && { ...RDMA, maxQueuePairs: 0 },
        }),
        ...MOVES,
      },
      "blocked at adapter-rdma-supported",
    ],
    [
      "a visible fault decides, whatever is unread",
      { ...rdma({ listed: false }), smb: null },
      "blocked at adapter-rdma-supported",
    ],
    ["unread", storage({ rdma: null }), "unknown"],
    ["a slow link is a note", storage({ linkSpeedBitsPerSecond: GBPS }), "ready"],
    ["an unread link is a note", storage({ linkSpeedBitsPerSecond: null }), "ready"],
    ["technology unread is a note", rdma({ technology: null }), "ready"],
    ["SMB sees no RDMA on it", smb(NOT_SEEN), "blocked at smb-interface"],
    ["one side sees it", smb({ serverInterfaces: [] }), "ready"],
    [
      "neither side lists it",
      smb({ clientInterfaces: [], serverInterfaces: [] }),
      "blocked at smb-interface",
    ],
    [
      "one side does not list it, the other was unread",
      smb({ clientInterfaces: [], serverInterfaces: null }),
      "unknown",
    ],
    ["its index was unread", storage({ interfaceIndex: null }), "unknown"],
    [
      "what SMB sees with RDMA off for the host is the host's fault",
      { ...smb(NOT_SEEN), offload: { ...OFFLOAD_ON, networkDirect: "Disabled" } },
      "ready",
    ],
    ["not up", storage({ status: "Disconnected" }), "not-applicable"],
    [
      "not up, regardless of connections",
      { ...storage({ status: "Disconnected" }), ...session(connection()) },
      "not-applicable",
    ],
    ["state unread counts as up", storage({ status: null }), "ready"],
    ["nested host", NESTED, "not-applicable"],
    ["its stack is unknown", { ...storage({ bindings: null }), switches: null }, "unknown"],
  ])("%s: %s", (_name, changed, says) => {
    expect(word(changed, "rdma", "STORAGE")).toBe(says);
  });
});

describe("RDMA of a host adapter", () => {
  const own = (changed: Partial<HostAdapterFacts>): HostNetworkCase => ({
    hostAdapters: [hostAdapter(changed)],
  });
  const port = (changed: Partial<NonNullable<typeof RDMA>>): HostNetworkCase => ({
    physicalAdapters: [physicalAdapter({ rdma: RDMA && { ...RDMA, ...changed } }), storageAdapter()],
  });
  const off = own({ rdma: { listed: true, enabled: false } });
  const through = (changed: Partial<Parameters<typeof connection>[0]> = {}) =>
    session(idleConnection({ clientInterfaceIndex: 21, ...changed }));

  test.each<Row>([
    ["every rung holds and nothing uses it", {}, "ready"],
    ["a session goes over RDMA", session(connection({ clientInterfaceIndex: 21 })), "active"],
    ["a session that could, and does not", through(), "unknown"],
    ["2016", { build: 14393 }, "ready"],
    ["before 2016", { build: 14392 }, "blocked at host-build"],
    [
      "the adapter cannot",
      port({ listed: false, enabled: null, maxQueuePairs: null }),
      "blocked at adapter-rdma-supported",
    ],
    ["off at the adapter", port({ enabled: false }), "blocked at adapter-rdma-enabled"],
    [
      "off at the adapter, and used",
      { ...port({ enabled: false }), ...through() },
      "configured at adapter-rdma-enabled",
    ],
    [
      "off at one member of an embedded team",
      {
        switches: [setSwitch()],
        physicalAdapters: [physicalAdapter(), secondPort({ rdma: RDMA && { ...RDMA, enabled: false } })],
      },
      "blocked at adapter-rdma-enabled",
    ],
    [
      "off at a member that is down",
      {
        switches: [setSwitch()],
        physicalAdapters: [
          physicalAdapter(),
          secondPort({ status: "Disconnected", rdma: RDMA && { ...RDMA, enabled: false } }),
        ],
      },
      "ready",
    ],
    ["no member is up", { physicalAdapters: [physicalAdapter({ status: "Disconnected" })] }, "unknown"],
    [
      "an adapter that is missing from the report",
      { switches: [virtualSwitch({ adapterGuids: ["a1000000-0000-4000-8000-0000000000ff"] })] },
      "unknown",
    ],
    ["LBFO", lbfoNetwork(), "blocked at no-lbfo"],
    ["LBFO, and used", { ...lbfoNetwork(), ...through() }, "configured at no-lbfo"],
    ["off", off, "blocked at host-adapter-rdma-enabled"],
    ["not listed", own({ rdma: { listed: false, enabled: null } }), "blocked at host-adapter-rdma-enabled"],
    ["unread", own({ rdma: null }), "unknown"],
    [
      "off on all of the switch, and used by a connection",
      { ...off, ...through() },
      "configured at host-adapter-rdma-enabled",
    ],
    [
      "off, and another of the switch has it on",
      {
        hostAdapters: [
          hostAdapter({ rdma: { listed: true, enabled: false } }),
          hostAdapter({ name: "SMB2", interfaceIndex: 22 }),
        ],
        ...through(),
      },
      "blocked at host-adapter-rdma-enabled",
    ],
    [
      "off, used by moves alone, and another adapter could carry them",
      { ...off, ...MOVES },
      "blocked at host-adapter-rdma-enabled",
    ],
    [
      "off, used by moves alone, and none other could",
      { ...off, ...MOVES, physicalAdapters: [physicalAdapter()] },
      "configured at host-adapter-rdma-enabled",
    ],
    [
      "off, and the adapter below cannot",
      {
        ...off,
        ...MOVES,
        physicalAdapters: [
          physicalAdapter({ rdma: { listed: false, enabled: null, maxQueuePairs: null, technology: null } }),
        ],
      },
      "blocked at adapter-rdma-supported",
    ],
    ["untagged frames are a note", own({ ieeePriorityTag: "Off", vlanId: 0 }), "ready"],
    [
      "SMB sees no RDMA on it",
      smb({ clientInterfaces: [smbInterface(21, "vEthernet (SMB1)", false)], serverInterfaces: [] }),
      "blocked at smb-interface",
    ],
    ["its switch is in no list", own({ switchId: "2c3d4e5f-6071-4c8d-8e9f-1a2b3c4d5e00" }), "unknown"],
    ["switches unread", { switches: null }, "unknown"],
    [
      "an internal switch",
      { switches: [virtualSwitch({ switchType: "Internal", adapterGuids: [] })] },
      "not-applicable",
    ],
    ["nested host", NESTED, "not-applicable"],
  ])("%s: %s", (_name, changed, says) => {
    expect(word(changed, "rdma", "SMB1")).toBe(says);
  });

  test("has no other technology", () => {
    expect(word({}, "rss", "SMB1")).toBe("none");
    expect(word({}, "vmq", "SMB1")).toBe("none");
  });

  test.each([
    [1, "iWARP"],
    [2, "InfiniBand"],
    [3, "RoCE"],
    [4, "RoCEv2"],
    [9, "technology 9"],
    [null, "unread"],
  ])("technology %s is %s, and the other end's is not visible", (technology, says) => {
    expect(rungOf(port({ technology }), "rdma", "SMB1", "rdma-technology")).toMatchObject({
      status: "unknown",
      evidence: [{ name: "rdma.technology", value: says }],
    });
  });

  test("the fix names the interface by its index", () => {
    expect(rungOf(off, "rdma", "SMB1", "host-adapter-rdma-enabled").remedy?.command).toContain(
      "-InterfaceIndex 21",
    );
  });
});

function encrypting(encryptData: boolean): NonNullable<SmbFacts["server"]> {
  const server = smbFacts().server;
  if (!server) throw new Error("no server");
  return { ...server, encryptData };
}
