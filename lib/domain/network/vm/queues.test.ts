import { describe, expect, test } from "vitest";
import type { HostFacts, PhysicalAdapterFacts, SwitchFacts, VmAdapterFacts } from "../../facts.ts";
import {
  GBPS,
  lbfoNetwork,
  physicalAdapter,
  PORT_1,
  PORT_2,
  secondPort,
  setSwitch,
  SWITCH_ID,
  virtualSwitch,
} from "../../testing/network-cases.ts";
import { hostFacts, linux, windows } from "../../testing/vm-cases.ts";
import {
  judgeNetwork,
  netAnswer,
  netFindings,
  type NetworkCase,
  rungOn,
  verdictOn,
} from "../../testing/vm-network-cases.ts";
import { VM_TECHNOLOGIES } from "../../words.ts";

/** An adapter on which everything is enabled, as by default, and nothing is used. */
const IDLE = { vmqUsage: 0, vrssEnabled: false, vmmqEnabled: false, vmmqEnabledRequested: true };
const idle = (changed: NetworkCase = {}): NetworkCase => ({
  ...changed,
  adapter: { ...IDLE, ...changed.adapter },
});
const adapter = (changed: Partial<VmAdapterFacts>) => ({ adapter: changed });
const host = (changed: Partial<HostFacts> & { build?: number | null }) => ({
  report: { host: hostFacts(changed) },
});
const port = (changed: Partial<PhysicalAdapterFacts>) => ({
  report: { physicalAdapters: [physicalAdapter(changed)] },
});
const { vmq: VMQ } = physicalAdapter();
const vmq = (changed: Partial<NonNullable<typeof VMQ>>) => port({ vmq: VMQ && { ...VMQ, ...changed } });
const on = (changed: Partial<SwitchFacts>) => ({ report: { switches: [virtualSwitch(changed)] } });
const teamed = (second: Partial<PhysicalAdapterFacts>) => ({
  report: { switches: [setSwitch()], physicalAdapters: [physicalAdapter(), secondPort(second)] },
});
const VMQ_OFF = VMQ && { ...VMQ, enabled: false };
const FUNCTION = { iovWeight: 100, iovUsage: 1, iovQueuePairsAssigned: 1, vfDataPathActive: true };

/** A fault of VMQ breaks vRSS and VMMQ with the same status; `null`: VMMQ breaks earlier by itself. */
describe("unused queues", () => {
  test.each<[name: string, changed: NetworkCase, verdict: string]>([
    ["everything holds", {}, "ready"],
    ["an emulated adapter", adapter({ isLegacy: true }), "blocked synthetic-adapter"],
    ["unread what the adapter is", adapter({ isLegacy: null }), "unknown"],
    [
      "an adapter that does not list VMQ",
      vmq({ listed: false, numberOfReceiveQueues: null, enabled: null }),
      "blocked adapter-vmq-supported",
    ],
    ["an adapter without queues", vmq({ numberOfReceiveQueues: 0 }), "blocked adapter-vmq-supported"],
    ["an adapter that is unread", port({ vmq: null }), "unknown"],
    ["VMQ disabled on the adapter", vmq({ enabled: false }), "configured adapter-vmq-enabled"],
    [
      "embedded teaming, switched off at the second",
      teamed({ vmq: VMQ_OFF }),
      "configured adapter-vmq-enabled",
    ],
    [
      "embedded teaming, switched off at the second, which is down",
      teamed({ vmq: VMQ_OFF, status: "Disconnected" }),
      "ready",
    ],
    ["10 Gbps", port({ linkSpeedBitsPerSecond: 10 * GBPS }), "ready"],
    ["just below 10 Gbps", port({ linkSpeedBitsPerSecond: 10 * GBPS - 1 }), "blocked adapter-link-speed"],
    ["1 Gbps", port({ linkSpeedBitsPerSecond: GBPS }), "blocked adapter-link-speed"],
    ["a speed that is unread", port({ linkSpeedBitsPerSecond: null }), "unknown"],
    [
      "switched off, and below 10 Gbps: the first decides",
      port({ vmq: VMQ_OFF, linkSpeedBitsPerSecond: GBPS }),
      "configured adapter-vmq-enabled",
    ],
    ["a weight of 0: not wanted", adapter({ vmqWeight: 0 }), "ready"],
    [
      "a weight of 0, and switched off at the adapter",
      { ...vmq({ enabled: false }), ...adapter({ vmqWeight: 0 }) },
      "configured adapter-vmq-enabled",
    ],
    ["a weight that is unread", adapter({ vmqWeight: null }), "unknown"],
    ["the last queue is left", on({ availableVMQueues: 4, numberVmqAllocated: 3 }), "ready"],
    ["no queue left", on({ availableVMQueues: 4, numberVmqAllocated: 4 }), "configured vm-queues-left"],
    ["no queue at all", on({ availableVMQueues: 0, numberVmqAllocated: 0 }), "configured vm-queues-left"],
    ["queues that are unread", on({ availableVMQueues: null }), "unknown"],
    ["a usage that is unread", adapter({ vmqUsage: null }), "unknown"],
    ["a usage that is unread, and a weight of 0", adapter({ vmqUsage: null, vmqWeight: 0 }), "ready"],
    ["a type of switch that is unread", on({ switchType: null }), "unknown"],
    ["switches unread", { report: { switches: null } }, "unknown"],
    ["physical adapters unread", { report: { physicalAdapters: null } }, "unknown"],
    ["no adapter up", port({ status: "Disconnected" }), "unknown"],
    ["an internal switch", on({ switchType: "Internal", adapterGuids: [] }), "not-applicable"],
    ["disconnected", adapter({ connected: false, switchId: null }), "not-applicable"],
    ["unread whether it is connected", adapter({ connected: null }), "unknown"],
    ["off", { vm: { state: "Off" } }, "not-applicable"],
    ["a nested host", host({ manufacturer: "QEMU" }), "not-applicable"],
  ])("%s: %s", (_name, changed, verdict) => {
    const one = idle(changed);
    expect(verdictOn("vmq", one)).toBe(verdict);
    expect(verdictOn("vrss", one)).toBe(verdict);
    // Usage is not evidence for VMMQ, which reports itself whether it is in effect.
    const isUsageAlone = changed.adapter?.vmqUsage === null;
    expect(verdictOn("vmmq", one)).toBe(isUsageAlone ? "ready" : verdict);
    const found = netFindings(judgeNetwork(one));
    expect(found.filter((each) => each !== "net.legacy-adapter info")).toEqual([]);
  });
});

test("an emulated adapter is blocked, whatever its numbers say", () => {
  const spread = { vmqUsage: 1, vrssEnabled: true, vmmqEnabled: true, vrssMaxQueuePairs: 8, rdmaWeight: 100 };
  const emulated = adapter({ isLegacy: true, ...FUNCTION, ...spread });
  expect(VM_TECHNOLOGIES.map((technology) => verdictOn(technology, emulated))).toEqual(
    VM_TECHNOLOGIES.map(() => "blocked synthetic-adapter"),
  );
});

describe("VMQ", () => {
  test.each<[name: string, changed: NetworkCase]>([
    ["by its usage", adapter({ vmqUsage: 1 })],
    ["at 1 Gbps", { ...port({ linkSpeedBitsPerSecond: GBPS }), ...adapter({ vmqUsage: 1 }) }],
    ["switched off at the adapter since", { ...vmq({ enabled: false }), ...adapter({ vmqUsage: 1 }) }],
    ["on an LBFO team", { report: lbfoNetwork(), ...adapter({ vmqUsage: 1 }) }],
    ["with everything else unread", { report: { switches: null }, ...adapter({ vmqUsage: 1 }) }],
  ])("is active on evidence: %s", (_name, changed) => {
    expect(verdictOn("vmq", idle(changed))).toBe("active");
  });

  test("the last queue of a switch may be its own", () => {
    const last = { ...on({ availableVMQueues: 1, numberVmqAllocated: 1 }), ...adapter({ vmqUsage: 1 }) };
    expect(rungOn("vmq", "vm-queues-left", last).status).toBe("pass");
  });

  test.each<[name: string, changed: NetworkCase, owner: string, id: string]>([
    ["switched off", vmq({ enabled: false }), "adapter", PORT_1],
    ["switched off at the second", teamed({ vmq: VMQ_OFF }), "adapter", PORT_2],
    ["no queue left", on({ availableVMQueues: 1, numberVmqAllocated: 1 }), "switch", SWITCH_ID],
  ])("%s: the other's to answer for, once for VMQ alone", (_name, changed, owner, id) => {
    const judged = judgeNetwork(idle(changed));
    expect(judged.askedElsewhere).toMatchObject([{ technology: "vmq", owner, id }]);
    expect(netAnswer(judged, "net.vmq")).toBe("not-applicable");
    expect(netAnswer(judged, "net.vrss")).toBe("not-applicable");
    expect(netAnswer(judged, "net.vmmq")).toBe("not-applicable");
  });

  test("a VM that does not request it is not named", () => {
    const refused = { ...vmq({ enabled: false }), ...adapter({ vmqWeight: 0 }) };
    expect(judgeNetwork(idle(refused)).askedElsewhere).toEqual([]);
  });
});

describe("vRSS", () => {
  const IN_FORCE = { vmqUsage: 1, vrssEnabled: true };
  test.each<[name: string, changed: NetworkCase, verdict: string]>([
    ["in force with two processors", { ...adapter(IN_FORCE), vm: { processorCount: 2 } }, "active"],
    [
      "one processor has nothing to spread over",
      { ...adapter(IN_FORCE), vm: { processorCount: 1 } },
      "blocked two-processors",
    ],
    ["processors unread", { ...adapter(IN_FORCE), vm: { processorCount: null } }, "unknown"],
    ["offered without a queue", adapter({ ...IN_FORCE, vmqUsage: 0 }), "ready"],
    [
      "in force at 1 Gbps, since it has a queue",
      { ...port({ linkSpeedBitsPerSecond: GBPS }), ...adapter(IN_FORCE) },
      "active",
    ],
    ["not in force, although it has a queue", adapter({ vmqUsage: 1 }), "ready"],
    ["unread whether it is in effect", adapter({ vmqUsage: 1, vrssEnabled: null }), "unknown"],
    ["refused", adapter({ vrssEnabledRequested: false }), "ready"],
    [
      "refused, and one processor",
      { ...adapter({ vrssEnabledRequested: false }), vm: { processorCount: 1 } },
      "blocked two-processors",
    ],
    ["unread whether it is disabled", adapter({ vrssEnabledRequested: null }), "unknown"],
    ["the oldest host", host({ build: 9600 }), "ready"],
    ["an older host", host({ build: 9599 }), "blocked host-build"],
    ["an unread host", host({ build: null }), "unknown"],
    ["a virtual function spreads by itself", adapter({ ...IN_FORCE, ...FUNCTION }), "not-applicable"],
    [
      "in force, with a virtual function that is unread",
      adapter({ ...IN_FORCE, ...FUNCTION, iovUsage: null, vfDataPathActive: null }),
      "active",
    ],
    [
      "not in force, with a virtual function that is unread",
      adapter({ vmqUsage: 1, ...FUNCTION, iovUsage: null, vfDataPathActive: null }),
      "unknown",
    ],
    ["Windows Server 2012 R2", { vm: { guest: windows(9600) } }, "ready"],
    ["Windows Server 2012", { vm: { guest: windows(9200) } }, "blocked guest-vrss"],
    ["RHEL 7.1", { vm: { guest: linux("Red Hat Enterprise Linux", "7.1") } }, "ready"],
    ["RHEL 7.0", { vm: { guest: linux("Red Hat Enterprise Linux", "7.0") } }, "blocked guest-vrss"],
    ["Ubuntu 14.04", { vm: { guest: linux("Ubuntu", "14.04") } }, "ready"],
    ["Ubuntu 12.04", { vm: { guest: linux("Ubuntu", "12.04") } }, "blocked guest-vrss"],
    ["Debian 10", { vm: { guest: linux("Debian GNU/Linux", "10") } }, "ready"],
    ["Debian 9", { vm: { guest: linux("Debian GNU/Linux", "9") } }, "blocked guest-vrss"],
    ["SLES 12 SP1", { vm: { guest: linux("SLES", "12.1") } }, "ready"],
    ["SLES 11 SP4", { vm: { guest: linux("SLES", "11.4") } }, "blocked guest-vrss"],
    ["FreeBSD 11.0", { vm: { guest: linux("FreeBSD", "11.0") } }, "ready"],
    ["FreeBSD 10.3", { vm: { guest: linux("FreeBSD", "10.3") } }, "blocked guest-vrss"],
    ["a guest never known: its rung never matters", { vm: { guest: null } }, "ready"],
  ])("%s: %s", (_name, changed, verdict) => {
    expect(verdictOn("vrss", idle(changed))).toBe(verdict);
    expect(netFindings(judgeNetwork(idle(changed)))).toEqual([]);
  });

  test("RSS in the guest is not visible, and shows how to check", () => {
    expect(rungOn("vrss", "guest-rss")).toMatchObject({
      status: "unknown",
      remedy: { runOn: "guest", command: expect.stringContaining("Get-NetAdapterRss") },
    });
  });
});

describe("VMMQ", () => {
  const keyword = (rssOnHostVPorts: number | null) => port({ rssOnHostVPorts });
  const version = (configurationVersion: string | null) => ({ vm: { configurationVersion } });
  const SPREAD = { vmmqEnabled: true, vrssMaxQueuePairs: 2 };
  test.each<[name: string, changed: NetworkCase, verdict: string]>([
    ["in force over two queue pairs", adapter(SPREAD), "active"],
    ["in force over one: nothing to spread", adapter({ ...SPREAD, vrssMaxQueuePairs: 1 }), "ready"],
    ["in effect over an unknown number", adapter({ ...SPREAD, vrssMaxQueuePairs: null }), "unknown"],
    ["unread whether it is in effect", adapter({ vmmqEnabled: null }), "unknown"],
    ["one queue pair asked for", adapter({ vrssMaxQueuePairsRequested: 1 }), "ready"],
    ["queue pairs unread", adapter({ vrssMaxQueuePairsRequested: null }), "unknown"],
    ["in force on an LBFO team, by evidence", { report: lbfoNetwork(), ...adapter(SPREAD) }, "active"],
    ["an LBFO team", { report: lbfoNetwork() }, "configured no-lbfo"],
    ["refused", adapter({ vmmqEnabledRequested: false }), "ready"],
    ["vRSS refused", adapter({ vrssEnabledRequested: false }), "ready"],
    ["unread whether it is disabled", adapter({ vmmqEnabledRequested: null }), "unknown"],
    ["the oldest host", host({ build: 14393 }), "ready"],
    ["an older host", host({ build: 14392 }), "blocked host-build"],
    ["an unread host", host({ build: null }), "unknown"],
    ["configuration version 7.1", version("7.1"), "ready"],
    ["configuration version 7.0", version("7.0"), "blocked configuration-version"],
    ["configuration version 10.0 is no 1.0", version("10.0"), "ready"],
    ["configuration version unread", version(null), "unknown"],
    ["the keyword 0", keyword(0), "configured adapter-vmmq-enabled"],
    ["the keyword missing", keyword(null), "blocked adapter-vmmq-supported"],
    ["the keyword unread with the queues", port({ rssOnHostVPorts: null, vmq: null }), "unknown"],
    ["the keyword missing, and in force all the same", { ...keyword(null), ...adapter(SPREAD) }, "active"],
    ["one processor", { vm: { processorCount: 1 } }, "blocked two-processors"],
  ])("%s: %s", (_name, changed, verdict) => {
    expect(verdictOn("vmmq", idle(changed))).toBe(verdict);
    expect(netFindings(judgeNetwork(idle(changed)))).toEqual([]);
  });

  test.each<[name: string, changed: NetworkCase, owner: string, id: string]>([
    ["the keyword", keyword(0), "adapter", PORT_1],
    ["the team", { report: lbfoNetwork() }, "switch", SWITCH_ID],
  ])("%s is the other's to answer for", (_name, changed, owner, id) => {
    expect(judgeNetwork(idle(changed)).askedElsewhere).toMatchObject([{ technology: "vmmq", owner, id }]);
    const refused = { ...idle(changed), adapter: { ...IDLE, vmmqEnabledRequested: false } };
    expect(judgeNetwork(refused).askedElsewhere).toEqual([]);
  });
});
