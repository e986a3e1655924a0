// Longer than 300 lines: one table of all that a switch may rest on, and what follows from each.

import { describe, expect, test } from "vitest";
import type { PhysicalAdapterFacts, SnapshotFacts } from "../facts.ts";
import {
  lbfoNetwork,
  MULTIPLEXOR,
  networkOf,
  physicalAdapter,
  PORT_1,
  secondPort,
  setSwitch,
  SWITCH_ID,
  virtualSwitch,
} from "../testing/network-cases.ts";
import type { RungStatus } from "./ladder.ts";
import { askMembers, stackOf } from "./path.ts";

const BOTH = [physicalAdapter(), secondPort()];
const NOWHERE = "a1000000-0000-4000-8000-0000000000ff";

function pathOf(report: Partial<SnapshotFacts>) {
  const path = networkOf(report).switches?.get(SWITCH_ID);
  if (!path) throw new Error("no such switch");
  return path;
}

describe("what is under a switch", () => {
  test.each<
    [
      name: string,
      report: Partial<SnapshotFacts>,
      uplink: string,
      up: (string | null)[],
      isSomeMemberUnread: boolean,
    ]
  >([
    ["one adapter", {}, "single", ["SLOT1-P1"], false],
    [
      "one adapter that is down",
      { physicalAdapters: [physicalAdapter({ status: "Disconnected" })] },
      "single",
      [],
      false,
    ],
    [
      "one whose state was unread counts as up",
      { physicalAdapters: [physicalAdapter({ status: null })] },
      "single",
      ["SLOT1-P1"],
      false,
    ],
    [
      "embedded teaming",
      { switches: [setSwitch()], physicalAdapters: BOTH },
      "set",
      ["SLOT1-P1", "SLOT1-P2"],
      false,
    ],
    [
      "embedded teaming of one",
      { switches: [setSwitch({ adapterGuids: [PORT_1] })] },
      "set",
      ["SLOT1-P1"],
      false,
    ],
    [
      "several adapters are embedded teaming, read or not",
      { switches: [setSwitch({ embeddedTeamingEnabled: null })], physicalAdapters: BOTH },
      "set",
      ["SLOT1-P1", "SLOT1-P2"],
      false,
    ],
    [
      "embedded teaming with a member that is down",
      { switches: [setSwitch()], physicalAdapters: [physicalAdapter(), secondPort({ status: "Disabled" })] },
      "set",
      ["SLOT1-P1"],
      false,
    ],
    ["a member that no adapter has", { switches: [setSwitch()] }, "set", ["SLOT1-P1"], true],
    [
      "an adapter that is missing from the report",
      { switches: [virtualSwitch({ adapterGuids: [NOWHERE] })] },
      "unknown",
      [],
      true,
    ],
    [
      "an LBFO team, by the name of its NIC",
      lbfoNetwork({ multiplexor: { description: null } }),
      "lbfo",
      ["SLOT1-P1", "SLOT1-P2"],
      false,
    ],
    [
      "an LBFO team, by its description",
      lbfoNetwork({ team: { teamNics: null } }),
      "lbfo",
      ["SLOT1-P1", "SLOT1-P2"],
      false,
    ],
    [
      "an LBFO team on a German host",
      lbfoNetwork({
        team: { teamNics: null },
        multiplexor: { description: "Microsoft-Netzwerkadapter-Multiplexortreiber #2" },
      }),
      "lbfo",
      ["SLOT1-P1", "SLOT1-P2"],
      false,
    ],
    [
      "an LBFO team that has other NICs than this one",
      lbfoNetwork({ team: { teamNics: ["Team 2"] } }),
      "lbfo",
      [],
      true,
    ],
    [
      "an LBFO team, by the binding of its member",
      {
        physicalAdapters: [physicalAdapter({ bindings: { vms_pp: true, ms_implat: true, ms_tcpip: false } })],
      },
      "lbfo",
      ["SLOT1-P1"],
      false,
    ],
    [
      "an LBFO team that names its member, whose binding was unread",
      {
        ...lbfoNetwork(),
        physicalAdapters: [physicalAdapter({ bindings: null })],
        switches: [virtualSwitch()],
      },
      "lbfo",
      ["SLOT1-P1"],
      false,
    ],
    [
      "one adapter whose binding was unread, and no team",
      { physicalAdapters: [physicalAdapter({ bindings: null })], teams: [] },
      "single",
      ["SLOT1-P1"],
      false,
    ],
    [
      "one adapter, its binding and the teams unread",
      { physicalAdapters: [physicalAdapter({ bindings: null })], teams: null },
      "unknown",
      ["SLOT1-P1"],
      false,
    ],
    [
      "one adapter, its description and the teams unread",
      { physicalAdapters: [physicalAdapter({ description: null })], teams: null },
      "unknown",
      ["SLOT1-P1"],
      false,
    ],
    ["one adapter that reports what it is, teams unread", { teams: null }, "single", ["SLOT1-P1"], false],
    ["LBFO with teams unread", { ...lbfoNetwork(), teams: null }, "lbfo", [], true],
    ["LBFO with its members unread", lbfoNetwork({ team: { members: null } }), "lbfo", [], true],
    [
      "LBFO with a member that is missing from the report",
      lbfoNetwork({ team: { members: ["SLOT1-P1", "gone"] } }),
      "lbfo",
      ["SLOT1-P1"],
      true,
    ],
    [
      "LBFO beside an adapter that is missing from the report",
      { ...lbfoNetwork(), switches: [virtualSwitch({ adapterGuids: [MULTIPLEXOR, NOWHERE] })] },
      "lbfo",
      ["SLOT1-P1", "SLOT1-P2"],
      true,
    ],
    ["an internal switch", { switches: [virtualSwitch({ switchType: "Internal" })] }, "none", [], false],
    ["a private switch", { switches: [virtualSwitch({ switchType: "Private" })] }, "none", [], false],
    [
      "a type that was unread, with an adapter",
      { switches: [virtualSwitch({ switchType: null })] },
      "single",
      ["SLOT1-P1"],
      false,
    ],
    [
      "adapters of the switch unread",
      { switches: [virtualSwitch({ adapterGuids: null })] },
      "unknown",
      [],
      true,
    ],
    [
      "adapters of an external switch empty",
      { switches: [virtualSwitch({ adapterGuids: [] })] },
      "unknown",
      [],
      true,
    ],
    ["physical adapters unread", { physicalAdapters: null }, "unknown", [], true],
    [
      "physical adapters unread, embedded teaming",
      { switches: [setSwitch()], physicalAdapters: null },
      "set",
      [],
      true,
    ],
  ])("%s", (_name, report, uplink, up, isSomeMemberUnread) => {
    const path = pathOf(report);
    expect(path.uplink).toBe(uplink);
    expect(path.upMembers.map(({ name }) => name)).toEqual(up);
    expect(path.isSomeMemberUnread).toBe(isSomeMemberUnread);
  });

  test("switches that were unread are no switches", () => {
    expect(networkOf({ switches: null }).switches).toBeNull();
  });
});

describe("one question to every member", () => {
  const VMQ_OFF = { listed: true, enabled: false, numberOfReceiveQueues: 63, allocatedQueues: 0 };
  const isVmqOn = ({ vmq }: PhysicalAdapterFacts): RungStatus => {
    if (vmq?.enabled === undefined || vmq.enabled === null) return "unknown";
    return vmq.enabled ? "pass" : "fail";
  };
  const asked = (
    first: Partial<PhysicalAdapterFacts>,
    second: Partial<PhysicalAdapterFacts>,
    ids?: string[],
  ) => {
    const switches = [ids ? setSwitch({ adapterGuids: ids }) : setSwitch()];
    return askMembers(
      pathOf({ switches, physicalAdapters: [physicalAdapter(first), secondPort(second)] }),
      isVmqOn,
    );
  };

  test.each([
    ["holds when it holds for each", {}, {}, "pass", undefined],
    ["is broken by the second", {}, { vmq: VMQ_OFF }, "fail", "SLOT1-P2"],
    ["names the first that is broken", { vmq: VMQ_OFF }, { vmq: VMQ_OFF }, "fail", "SLOT1-P1"],
    ["is broken also when another is unread", { vmq: null }, { vmq: VMQ_OFF }, "fail", "SLOT1-P2"],
    ["is unknown when one is unread", {}, { vmq: null }, "unknown", "SLOT1-P2"],
    ["leaves out one that is down", {}, { vmq: VMQ_OFF, status: "Disconnected" }, "pass", undefined],
    ["takes one whose state was unread as up", {}, { vmq: VMQ_OFF, status: null }, "fail", "SLOT1-P2"],
    ["is unknown with none up", { status: "Disabled" }, { status: "Disconnected" }, "unknown", undefined],
  ])("%s", (_name, first, second, status, name) => {
    const answer = asked(first, second);
    expect(answer.status).toBe(status);
    expect(answer.member?.name).toBe(name);
  });

  test("a member that is missing from the report cannot hold, but another can break", () => {
    expect(asked({}, {}, [PORT_1, NOWHERE]).status).toBe("unknown");
    expect(asked({ vmq: VMQ_OFF }, {}, [PORT_1, NOWHERE]).status).toBe("fail");
  });

  test("is asked once a switch, however many VMs ask", () => {
    const path = pathOf({});
    let askings = 0;
    const count = (): RungStatus => {
      askings += 1;
      return "pass";
    };
    askMembers(path, count);
    askMembers(path, count);
    expect(askings).toBe(1);
  });
});

describe("the stack that an adapter feeds", () => {
  const FREE = { vms_pp: false, ms_implat: false, ms_tcpip: true };
  const TEAMED = { vms_pp: false, ms_implat: true, ms_tcpip: false };
  const unused = (changed: Partial<PhysicalAdapterFacts>) => secondPort({ bindings: null, ...changed });
  const team = { name: "T", teamNics: ["T"], teamingMode: null, loadBalancingAlgorithm: null, status: null };

  test.each<
    [name: string, adapter: PhysicalAdapterFacts, report: Partial<SnapshotFacts>, stack: string | null]
  >([
    ["the switch that names it", physicalAdapter({ bindings: null }), {}, "switch"],
    [
      "the switch that it is bound to",
      unused({ bindings: { ...FREE, vms_pp: true } }),
      { switches: null },
      "switch",
    ],
    ["TCP/IP", unused({ bindings: FREE }), {}, "tcp-ip"],
    ["TCP/IP with bindings unread: no switch names it", unused({}), {}, "tcp-ip"],
    [
      "TCP/IP with switches unread: it is not bound to one",
      unused({ bindings: FREE }),
      { switches: null },
      "tcp-ip",
    ],
    ["unknown with both unread", unused({}), { switches: null }, null],
    [
      "unknown with a switch's adapters unread",
      unused({}),
      { switches: [virtualSwitch({ adapterGuids: null })] },
      null,
    ],
    ["a team without a switch", unused({ bindings: TEAMED }), {}, "team"],
    ["a team by its members", unused({}), { teams: [{ ...team, members: ["SLOT1-P2"] }] }, "team"],
    ["a team while switches are unread", unused({ bindings: TEAMED }), { switches: null }, null],
    [
      "a team that may lie under a switch whose team was unread",
      unused({ bindings: TEAMED }),
      { ...lbfoNetwork(), teams: null },
      null,
    ],
    [
      "a team beside one under a switch",
      unused({ interfaceGuid: NOWHERE, bindings: TEAMED }),
      lbfoNetwork(),
      "team",
    ],
  ])("%s", (_name, adapter, report, stack) => {
    expect(stackOf(adapter, networkOf(report))).toBe(stack);
  });

  test("a member of a team under a switch feeds the switch", () => {
    const report = lbfoNetwork();
    const scene = networkOf(report);
    expect(report.physicalAdapters.map((adapter) => stackOf(adapter, scene))).toEqual([
      "switch",
      "switch",
      "switch",
    ]);
  });
});
