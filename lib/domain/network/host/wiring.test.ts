import { describe, expect, test } from "vitest";
import type { SnapshotFacts } from "../../facts.ts";
import { vmNetwork } from "../../testing/host-network-cases.ts";
import {
  lbfoNetwork,
  networkOf,
  physicalAdapter,
  PORT_1,
  PORT_2,
  secondPort,
  setSwitch,
  SWITCH_ID,
  virtualSwitch,
} from "../../testing/network-cases.ts";
import type { VmNetwork } from "./vm-network.ts";
import { wiringOf } from "./wiring.ts";

function wired(report: Partial<SnapshotFacts>, vms: readonly VmNetwork[] | null = []) {
  return wiringOf(networkOf(report), vms);
}

test.each<[name: string, report: Partial<SnapshotFacts>, wiring: object]>([
  [
    "one adapter under a switch",
    { switches: [virtualSwitch()], physicalAdapters: [physicalAdapter()] },
    { uplink: "single", team: null, adapterIds: [PORT_1], isSomeAdapterUnread: false },
  ],
  [
    "embedded teaming over two",
    { switches: [setSwitch()], physicalAdapters: [physicalAdapter(), secondPort()] },
    { uplink: "set", team: null, adapterIds: [PORT_1, PORT_2], isSomeAdapterUnread: false },
  ],
  [
    "embedded teaming with an unlisted adapter",
    { switches: [setSwitch()], physicalAdapters: [physicalAdapter()] },
    { uplink: "set", adapterIds: [PORT_1], isSomeAdapterUnread: true },
  ],
  [
    "an LBFO team: its members, not the NIC that stands for them",
    lbfoNetwork(),
    { uplink: "lbfo", team: "Team 1", adapterIds: [PORT_1, PORT_2], isSomeAdapterUnread: false },
  ],
  [
    "an internal switch",
    { switches: [virtualSwitch({ switchType: "Internal", adapterGuids: [] })] },
    { uplink: "none", adapterIds: [], isSomeAdapterUnread: false },
  ],
  [
    "physical adapters that were not read",
    { switches: [virtualSwitch()], physicalAdapters: null },
    { uplink: "unknown", adapterIds: [], isSomeAdapterUnread: true },
  ],
])("%s", (_name, report, wiring) => {
  expect(wired(report).switches).toMatchObject([wiring]);
});

describe("adapters", () => {
  test("of an LBFO team lead to the team, and its own NIC stands for it", () => {
    expect(wired(lbfoNetwork()).adapters).toMatchObject([
      { id: PORT_1, feeds: "switch", team: "Team 1", isTeamNic: false },
      { id: PORT_2, feeds: "switch", team: "Team 1", isTeamNic: false },
      { feeds: "switch", team: null, isTeamNic: true },
    ]);
  });

  test("of a team without a switch lead to the team alone", () => {
    const { teams, physicalAdapters } = lbfoNetwork();
    const plain = physicalAdapters.map((adapter) => ({
      ...adapter,
      bindings: { vms_pp: false, ms_implat: adapter.name !== "Team 1", ms_tcpip: true },
    }));
    expect(wired({ teams, physicalAdapters: plain, switches: [] }).adapters).toMatchObject([
      { feeds: "team", team: "Team 1", isTeamNic: false },
      { feeds: "team", team: "Team 1", isTeamNic: false },
      { feeds: "tcp-ip", isTeamNic: true },
    ]);
  });

  test.each([
    { status: "Up", isUp: true },
    { status: "Disconnected", isUp: false },
    { status: null, isUp: true },
  ])("with status $status: up is $isUp", ({ status, isUp }) => {
    expect(wired({ physicalAdapters: [physicalAdapter({ status })] }).adapters).toMatchObject([{ isUp }]);
  });
});

describe("VMs on a switch", () => {
  const report = { switches: [virtualSwitch()], physicalAdapters: [physicalAdapter()] };

  test("are counted with their adapters and what was judged of them", () => {
    const vms = [
      vmNetwork("APP-01", { status: "configured" }),
      vmNetwork("APP-02", { status: "active" }),
      vmNetwork("APP-03", { status: "active", switchId: null }),
      vmNetwork("APP-04", { status: "active", switchId: "another switch" }),
    ];
    expect(wired(report, vms).switches?.[0]?.use).toEqual({
      vms: 2,
      ports: 2,
      technologies: { "sr-iov": { configured: 1, active: 1 } },
    });
  });

  test("are one VM with two adapters, and none where the adapter is not connected", () => {
    const [port] = vmNetwork("APP-01").vm.adapters ?? [];
    if (!port) throw new Error("The VM has an adapter.");
    const vms = [
      {
        ...vmNetwork("APP-01"),
        vm: { id: "1", name: "APP-01", adapters: [port, { ...port, id: "second" }] },
      },
      {
        ...vmNetwork("APP-02"),
        vm: { id: "2", name: "APP-02", adapters: [{ ...port, connected: false }] },
      },
    ];
    expect(wired(report, vms).switches?.[0]?.use).toMatchObject({ vms: 1, ports: 2 });
  });

  test("unread are not none", () => {
    expect(wired(report, null).switches?.[0]?.use).toBeNull();
    expect(wired(report, []).switches?.[0]?.use).toEqual({ vms: 0, ports: 0, technologies: {} });
  });

  test("unread lists stay unread", () => {
    expect(wired({ switches: null, physicalAdapters: null })).toEqual({ adapters: null, switches: null });
  });
});

test("a port is counted on the switch that it names", () => {
  const other = virtualSwitch({ id: "b1000000-0000-4000-8000-000000000001", name: "Other" });
  const { switches } = wired({ switches: [virtualSwitch(), other] }, [vmNetwork("APP-01")]);
  expect(switches?.map(({ id, use }) => [id, use?.ports])).toEqual([
    [SWITCH_ID, 1],
    [other.id, 0],
  ]);
});
