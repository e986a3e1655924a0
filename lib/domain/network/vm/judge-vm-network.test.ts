import { describe, expect, test } from "vitest";
import type { VmAdapterFacts } from "../../facts.ts";
import { sampleVmAdapter } from "../../sample-facts.ts";
import { physicalAdapter, virtualSwitch } from "../../testing/network-cases.ts";
import { hostFacts } from "../../testing/vm-cases.ts";
import {
  describeNetwork,
  judgeNetwork,
  netAnswer,
  netFindings,
  type NetworkCase,
} from "../../testing/vm-network-cases.ts";
import { VM_TECHNOLOGIES } from "../../words.ts";

const several = (...changed: Partial<VmAdapterFacts>[]): NetworkCase => ({
  vm: { adapters: changed.map((each, index) => sampleVmAdapter({ id: `Microsoft:vm\\${index}`, ...each })) },
});
const ASKED = { iovWeight: 100 };
const ACTIVE = { iovWeight: 100, vfDataPathActive: true };
const OFF = { connected: false, switchId: null };

describe("a VM's word is the worst over its adapters", () => {
  test.each<[name: string, changed: NetworkCase, word: string]>([
    ["configured before active", several(ACTIVE, ASKED), "configured"],
    ["configured before blocked", several({ isLegacy: true }, ASKED), "configured"],
    ["blocked before unknown", several({ connected: null }, { isLegacy: true }), "blocked"],
    ["unknown before ready", several({}, { connected: null }), "unknown"],
    ["ready before active", several(ACTIVE, {}), "ready"],
    ["active before what does not apply", several(OFF, ACTIVE), "active"],
    ["one adapter that does not apply", several(OFF), "not-applicable"],
    ["no adapters", several(), "not-applicable"],
    ["adapters unread", { vm: { adapters: null } }, "unknown"],
    ["adapters unread of a VM that is off", { vm: { adapters: null, state: "Off" } }, "not-applicable"],
    [
      "adapters unread on a nested host",
      { vm: { adapters: null }, report: { host: hostFacts({ model: "KVM" }) } },
      "not-applicable",
    ],
  ])("%s", (_name, changed, word) => {
    expect(judgeNetwork(changed).words["sr-iov"]).toBe(word);
  });

  test("every technology has a word, and every adapter its ladders", () => {
    const { words, ladders } = judgeNetwork(several({}, OFF));
    expect(Object.keys(words)).toEqual([...VM_TECHNOLOGIES]);
    expect(ladders).toHaveLength(2 * VM_TECHNOLOGIES.length);
  });
});

describe("rules about a VM's network", () => {
  test.each<[name: string, changed: NetworkCase, answer: string]>([
    ["active", several(ACTIVE), "ok"],
    ["not asked for", several({}), "ok"],
    ["asked for by one of two", several({}, ASKED), "finding"],
    ["one of two is unknown", several({}, { connected: null }), "unknown"],
    ["disconnected", several(OFF), "not-applicable"],
    ["no adapters", several(), "not-applicable"],
    ["adapters unread", { vm: { adapters: null } }, "unknown"],
    ["off: what was open is frozen", { vm: { state: "Off" } }, "unknown"],
    ["an unknown state", { vm: { state: "Other" } }, "unknown"],
    ["a test replica", { vm: { replicationMode: "TestReplica" } }, "not-applicable"],
    ["a nested host", { report: { host: hostFacts({ model: "KVM" }) } }, "not-applicable"],
  ])("net.sr-iov, %s: %s", (_name, changed, answer) => {
    expect(netAnswer(judgeNetwork(changed), "net.sr-iov")).toBe(answer);
  });

  test("two adapters with one cause are one finding that names both", () => {
    const judged = judgeNetwork(several({ ...ASKED, name: "First" }, { ...ASKED, name: "Second" }));
    expect(netFindings(judged)).toEqual(["net.sr-iov warning"]);
    const outcome = judged.outcomes.find(({ rule }) => rule === "net.sr-iov")?.outcome;
    const evidence = outcome?.status === "finding" ? outcome.evidence : [];
    expect(evidence.filter(({ name }) => name === "adapter").map(({ value }) => value)).toEqual([
      "First",
      "Second",
    ]);
  });

  test.each<[name: string, changed: NetworkCase, answer: string]>([
    ["connected", several({ isLegacy: true }), "finding"],
    [
      "connected to an internal switch",
      {
        ...several({ isLegacy: true }),
        report: { switches: [virtualSwitch({ switchType: "Internal", adapterGuids: [] })] },
      },
      "finding",
    ],
    [
      "connected, on a nested host",
      { ...several({ isLegacy: true }), report: { host: hostFacts({ model: "KVM" }) } },
      "finding",
    ],
    ["disconnected", several({ isLegacy: true, ...OFF }), "ok"],
    ["unread whether it is connected", several({ isLegacy: true, connected: null }), "unknown"],
    ["unread whether it is one", several({ isLegacy: null }), "unknown"],
    ["unread whether a disconnected one is", several({ isLegacy: null, ...OFF }), "ok"],
    ["none", several({}), "ok"],
    ["beside a synthetic one", several({}, { isLegacy: true }), "finding"],
    ["off", { vm: { state: "Off", adapters: [sampleVmAdapter({ isLegacy: true })] } }, "unknown"],
    ["no adapters", several(), "not-applicable"],
  ])("net.legacy-adapter, %s: %s", (_name, changed, answer) => {
    const judged = judgeNetwork(changed);
    expect(netAnswer(judged, "net.legacy-adapter")).toBe(answer);
    expect(netFindings(judged)).toEqual(answer === "finding" ? ["net.legacy-adapter info"] : []);
  });
});

describe("in words", () => {
  const VARIED: NetworkCase[] = [
    several({}, ASKED, ACTIVE, { isLegacy: true }, OFF),
    { report: { switches: null, physicalAdapters: null } },
    {
      report: {
        physicalAdapters: [physicalAdapter({ sriov: null, vmq: null, rdma: null, status: "Disabled" })],
      },
    },
    { vm: { state: "Off" } },
  ];

  test.each(VARIED)("the same verdicts, with evidence for every rung", (changed) => {
    const described = describeNetwork(changed);
    const lean = described.map(({ technology, adapterId, adapterName, status, brokenRung }) => ({
      technology,
      adapterId,
      adapterName,
      status,
      brokenRung,
    }));
    expect(lean).toEqual(judgeNetwork(changed).ladders.map(({ isCapable: _isCapable, ...ladder }) => ladder));
    for (const { rungs } of described) {
      expect(new Set(rungs.map(({ key }) => key)).size).toBe(rungs.length);
      expect(rungs.filter(({ key }) => !/^[a-z]+(-[a-z]+)*$/.test(key))).toEqual([]);
      expect(rungs.filter(({ remedy }) => remedy?.cost === "")).toEqual([]);
      expect(rungs.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
    }
  });

  test("a feature that is not requested shows how to request it", () => {
    const [sriov] = describeNetwork();
    const wish = sriov?.rungs.find(({ key }) => key === "sr-iov-weight");
    expect(wish).toMatchObject({ status: "not-applicable", remedy: { cost: "nothing" } });
    expect(wish?.remedy?.command).toContain("Get-VM -Id");
    expect(wish?.remedy?.command).toContain("-IovWeight 100");
  });

  test("an adapter whose id is none is never chosen by it", () => {
    const [sriov] = describeNetwork(several({ id: "x' ; Stop-Computer ; '" }));
    const commands = sriov?.rungs.map(({ remedy }) => remedy?.command ?? "").join(" ");
    expect(commands).not.toContain("Stop-Computer");
  });
});
