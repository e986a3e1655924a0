import { describe, expect, test } from "vitest";
import type { SmbFacts } from "../../facts.ts";
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
import { lbfoNetwork, physicalAdapter, secondPort, setSwitch } from "../../testing/network-cases.ts";

type Row = [name: string, changed: HostNetworkCase, says: string];

const SMB = smbFacts();
const smb = (changed: Partial<SmbFacts>): HostNetworkCase => ({ smb: smbFacts(changed) });
const used = (changed: Partial<SmbFacts> = {}) => smb({ connections: [idleConnection()], ...changed });
const server = (changed: Partial<NonNullable<SmbFacts["server"]>>) => ({
  server: SMB.server && { ...SMB.server, ...changed },
});
const client = (enableMultiChannel: boolean | null) => ({
  client: { enableMultiChannel, requireSecuritySignature: false },
});
const networkDirect = (word: string | null) => ({ offload: { ...OFFLOAD_ON, networkDirect: word } });
const dcb = (changed: Partial<NonNullable<SmbFacts["dcb"]>>) => ({
  dcb: SMB.dcb && { ...SMB.dcb, ...changed },
});

const { rdma: RDMA } = physicalAdapter();
const both = (changed: Partial<NonNullable<typeof RDMA>>): HostNetworkCase => ({
  physicalAdapters: [
    physicalAdapter({ rdma: RDMA && { ...RDMA, ...changed } }),
    storageAdapter({ rdma: RDMA && { ...RDMA, ...changed } }),
  ],
});
const NO_DCB = dcb({ installed: false, smbDirectPriority: null, pfcPriorities: [] });

describe("SMB Direct of a host", () => {
  test.each<Row>([
    ["every rung holds, unused", {}, "ready"],
    ["a session goes over RDMA", smb({ connections: [connection()] }), "active"],
    [
      "a session wins over a broken setting",
      { ...smb({ connections: [connection()], ...NO_DCB }) },
      "active",
    ],
    ["used, and no session over RDMA", used(), "unknown"],
    ["moves of VMs over SMB use it", { moves: "SMB" }, "unknown"],
    ["moves that are off do not", { moves: "SMB", areMovesEnabled: false }, "ready"],
    ["connections unread", smb({ connections: null }), "unknown"],
    ["SMB unread", { smb: null }, "unknown"],
    ["before 2012", { build: 9199 }, "blocked at host-build"],
    [
      "no adapter can",
      both({ listed: false, enabled: null, maxQueuePairs: null }),
      "blocked at rdma-adapter",
    ],
    [
      "no adapter can, and moves are over SMB",
      { ...both({ listed: false, enabled: null, maxQueuePairs: null }), moves: "SMB" },
      "blocked at rdma-adapter",
    ],
    [
      "RDMA is off on all",
      {
        ...both({ enabled: false }),
        hostAdapters: [hostAdapter({ rdma: { listed: true, enabled: false } })],
      },
      "blocked at rdma-enabled",
    ],
    [
      "RDMA is on, and no adapter has every rung",
      { ...both({ maxQueuePairs: 0 }), hostAdapters: [] },
      "blocked at rdma-ready",
    ],
    ["adapters unread", { physicalAdapters: null }, "unknown"],
    ["no adapter, and host adapters unread", { physicalAdapters: [], hostAdapters: null }, "unknown"],
    ["no adapter at all", { physicalAdapters: [], hostAdapters: [] }, "blocked at rdma-adapter"],

    ["NetworkDirect off, unused", networkDirect("Disabled"), "blocked at host-network-direct"],
    [
      "NetworkDirect off, used",
      { ...used(), ...networkDirect("Disabled") },
      "configured at host-network-direct",
    ],
    ["NetworkDirect unread", { offload: null }, "unknown"],
    ["Multichannel off as a client, used", used(client(false)), "configured at smb-multichannel-client"],
    [
      "Multichannel off as a server, used",
      used(server({ enableMultiChannel: false })),
      "configured at smb-multichannel-server",
    ],
    ["Multichannel off, unused", smb(client(false)), "blocked at smb-multichannel-client"],
    ["Multichannel unread", smb(client(null)), "unknown"],

    ["RoCE without DCB, used", used(NO_DCB), "configured at dcb"],
    ["RoCE without DCB, unused", smb(NO_DCB), "blocked at dcb"],
    ["RoCE v1 without DCB, used", { ...used(NO_DCB), ...both({ technology: 3 }) }, "configured at dcb"],
    ["RoCE whose priority has no flow control", used(dcb({ pfcPriorities: [4] })), "configured at dcb"],
    ["RoCE, DCB unread", smb({ dcb: null }), "unknown"],
    ["RoCE, its priority unread", smb(dcb({ smbDirectPriority: null })), "unknown"],
    ["RoCE, whether DCB is installed unread", smb(dcb({ installed: null })), "unknown"],
    ["iWARP without DCB", { ...smb(NO_DCB), ...both({ technology: 1 }) }, "ready"],
    ["InfiniBand without DCB", { ...smb(NO_DCB), ...both({ technology: 2 }) }, "ready"],
    ["an unread technology without DCB", { ...used(NO_DCB), ...both({ technology: null }) }, "unknown"],
    ["an unread technology with DCB", both({ technology: null }), "ready"],
    [
      "an adapter that cannot do RDMA has no technology that could be unread",
      {
        ...smb(NO_DCB),
        switches: [setSwitch()],
        physicalAdapters: [
          physicalAdapter({ rdma: RDMA && { ...RDMA, technology: 1 } }),
          secondPort({ rdma: { listed: false, enabled: null, maxQueuePairs: null, technology: null } }),
          storageAdapter({ rdma: RDMA && { ...RDMA, technology: 1 } }),
        ],
      },
      "ready",
    ],
    [
      "what is used cannot do RDMA, so what is unused and RoCE breaks nothing of it",
      {
        ...smb({ ...NO_DCB, connections: [idleConnection({ clientInterfaceIndex: 21 })] }),
        physicalAdapters: [
          physicalAdapter({ rdma: { listed: false, enabled: null, maxQueuePairs: null, technology: null } }),
          storageAdapter(),
        ],
      },
      "unknown",
    ],
    [
      "the technology of what is used counts",
      {
        ...used(NO_DCB),
        physicalAdapters: [physicalAdapter(), storageAdapter({ rdma: RDMA && { ...RDMA, technology: 1 } })],
      },
      "unknown",
    ],

    [
      "encrypted before 2022, used",
      { ...used(server({ encryptData: true })), build: 20347 },
      "configured at smb-encryption",
    ],
    [
      "encrypted before 2022, unused",
      { ...smb(server({ encryptData: true })), build: 20347 },
      "blocked at smb-encryption",
    ],
    [
      "encrypted before 2022: its connections are no evidence",
      { ...smb({ connections: [connection()], ...server({ encryptData: true }) }), build: 17763 },
      "configured at smb-encryption",
    ],
    ["encrypted from 2022 on", smb(server({ encryptData: true })), "ready"],
    ["encryption unread before 2022", { ...smb(server({ encryptData: null })), build: 17763 }, "unknown"],
    ["encryption unread from 2022 on", smb(server({ encryptData: null })), "ready"],
    [
      "signing required is a note",
      smb({ client: { enableMultiChannel: true, requireSecuritySignature: true } }),
      "ready",
    ],
    [
      "signing required before 2022 is a note",
      { ...smb(server({ requireSecuritySignature: true })), build: 14393 },
      "ready",
    ],
    ["nested host", { model: "Virtual Machine" }, "not-applicable"],
  ])("%s: %s", (_name, changed, says) => {
    expect(word(changed, "smb-direct")).toBe(says);
  });
});

describe("SMB Multichannel of a host", () => {
  const plain = smbInterface(5, "MGMT", false);
  const interfaces = (...rows: NonNullable<SmbFacts["clientInterfaces"]>) => ({
    clientInterfaces: rows,
    serverInterfaces: rows,
  });
  const alone = interfaces(plain);
  const single = idleConnection();
  const constrained = (...names: string[]) => ({ constraints: [{ serverName: "sofs", interfaces: names }] });

  test.each<Row>([
    ["no session", {}, "unknown"],
    ["a session of two channels", smb({ connections: [connection({ currentChannels: 2 })] }), "active"],
    ["a session of one channel", smb({ connections: [single] }), "ready"],
    [
      "two interfaces serve one server",
      smb({ connections: [single, idleConnection({ clientInterfaceIndex: 21 })] }),
      "active",
    ],
    [
      "two interfaces, two servers",
      smb({ connections: [single, idleConnection({ clientInterfaceIndex: 21, serverName: "dc" })] }),
      "ready",
    ],
    ["a session that failed is none", smb({ connections: [connection({ failed: true })] }), "unknown"],
    ["one that is not selected is none", smb({ connections: [connection({ selected: false })] }), "unknown"],
    ["connections unread", smb({ connections: null }), "unknown"],
    ["SMB unread", { smb: null }, "unknown"],
    ["before 2012", { build: 9199 }, "blocked at host-build"],
    ["SMB lists no interface", smb(interfaces()), "blocked at smb-interfaces"],
    ["one plain interface", smb(alone), "blocked at smb-configuration"],
    ["a missing capability comes first", smb({ ...alone, ...client(false) }), "blocked at smb-configuration"],
    ["one plain interface, teams unread", { ...smb(alone), teams: null }, "unknown"],
    ["off as a client", smb(client(false)), "configured at smb-multichannel-client"],
    ["off as a server", smb(server({ enableMultiChannel: false })), "configured at smb-multichannel-server"],
    [
      "off, and a session has several channels all the same",
      smb({ ...client(false), connections: [connection()] }),
      "active",
    ],
    ["unread", smb({ client: null, connections: [single] }), "unknown"],
    ["SMB 2 and 3 off", smb(server({ enableSMB2Protocol: false })), "configured at smb-3"],
    [
      "a constraint to one plain interface",
      smb({ ...interfaces(plain, smbInterface(31, "STORAGE")), ...constrained("MGMT") }),
      "configured at smb-constraints",
    ],
    ["a constraint to one that spreads", smb({ connections: [single], ...constrained("STORAGE") }), "ready"],
    ["a constraint to two", smb({ connections: [single], ...constrained("MGMT", "STORAGE") }), "ready"],
    ["a constraint to an unlisted one", smb({ connections: [single], ...constrained("GONE") }), "unknown"],
    [
      "a constraint to an unlisted one, on another server",
      smb({ connections: [single], constraints: [{ serverName: "old-nas", interfaces: ["GONE"] }] }),
      "ready",
    ],
    [
      "a constraint to an unlisted one, with the session's server unread",
      smb({
        connections: [{ ...single, serverName: null }],
        constraints: [{ serverName: "old-nas", interfaces: ["GONE"] }],
      }),
      "unknown",
    ],
    ["constraints unread", smb({ connections: [single], constraints: null }), "unknown"],
    ["nested host: judged", { ...smb({ connections: [single] }), model: "Virtual Machine" }, "ready"],
  ])("%s: %s", (_name, changed, says) => {
    expect(word(changed, "smb-multichannel")).toBe(says);
  });

  test.each<[name: string, changed: HostNetworkCase, has: string]>([
    ["several adapters", smb(interfaces(plain, smbInterface(6, "MGMT 2", false))), "Several adapters"],
    [
      "one with two addresses is one",
      smb(interfaces(smbInterface(5, "MGMT"), smbInterface(5, "MGMT"))),
      "An adapter with RSS, An adapter with RDMA",
    ],
    ["RSS", smb(interfaces({ ...plain, rssCapable: true })), "An adapter with RSS"],
    ["RDMA", smb(interfaces({ ...plain, rdmaCapable: true })), "An adapter with RDMA"],
    ["a team that feeds TCP/IP", { ...lbfoNetwork(), switches: [], ...smb(alone) }, "A team"],
    ["a team under a switch is none", { ...lbfoNetwork(), ...smb(alone) }, ""],
    [
      "a team of one is none",
      { ...lbfoNetwork({ team: { members: ["SLOT1-P1"] } }), switches: [], ...smb(alone) },
      "",
    ],
  ])("which configuration suffices, %s", (_name, changed, has) => {
    const rung = rungOf(changed, "smb-multichannel", null, "smb-configuration");
    expect(rung.status).toBe(has === "" ? "fail" : "pass");
    expect(
      rung.evidence
        .filter(({ value }) => value === true)
        .map(({ name }) => name)
        .join(", "),
    ).toBe(has);
  });
});
