import { describe, expect, test } from "vitest";
import type { PhysicalAdapterFacts, VmAdapterFacts } from "../../facts.ts";
import {
  lbfoNetwork,
  physicalAdapter,
  PORT_1,
  SWITCH_ID,
  virtualSwitch,
} from "../../testing/network-cases.ts";
import { hostFacts, windows } from "../../testing/vm-cases.ts";
import {
  judgeNetwork,
  netFindings,
  type NetworkCase,
  rungOn,
  verdictOn,
} from "../../testing/vm-network-cases.ts";

const FUNCTION = { iovUsage: 1, iovQueuePairsAssigned: 1, vfDataPathActive: true };
const adapter = (changed: Partial<VmAdapterFacts>) => ({ adapter: changed });
const { rdma: RDMA } = physicalAdapter();
const rdma = (
  changed: Partial<NonNullable<typeof RDMA>> | null,
): { report: { physicalAdapters: PhysicalAdapterFacts[] } } => ({
  report: { physicalAdapters: [physicalAdapter({ rdma: changed && RDMA && { ...RDMA, ...changed } })] },
});
const build = (number: number | null) => ({ report: { host: hostFacts({ build: number }) } });
const asking = (changed: NetworkCase = {}): NetworkCase => ({
  ...changed,
  adapter: { rdmaWeight: 100, iovWeight: 100, ...changed.adapter },
});

describe("guest RDMA", () => {
  test.each<[name: string, changed: NetworkCase, verdict: string]>([
    ["a function, and RDMA at the adapter", adapter(FUNCTION), "active"],
    [
      "a function, and RDMA off at the adapter",
      { ...rdma({ enabled: false }), ...adapter(FUNCTION) },
      "configured adapter-rdma-enabled",
    ],
    [
      "a function, and an adapter that cannot",
      { ...rdma({ listed: false, enabled: null, maxQueuePairs: null }), ...adapter(FUNCTION) },
      "configured adapter-rdma-supported",
    ],
    ["a function, and the adapter unread", { ...rdma(null), ...adapter(FUNCTION) }, "unknown"],
    [
      "a function, the last of its switch",
      { report: { switches: [virtualSwitch({ iovVirtualFunctionsInUse: 64 })] }, ...adapter(FUNCTION) },
      "active",
    ],
    ["no function", {}, "configured virtual-function"],
    ["no function yet, inside the grace", { vm: { uptimeSeconds: 599 } }, "unknown"],
    ["no function, the grace is over", { vm: { uptimeSeconds: 600 } }, "configured virtual-function"],
    ["no function while it is moved", { vm: { operationalStatus: ["MigratingVirtualMachine"] } }, "unknown"],
    [
      "a function that is unread",
      adapter({ iovUsage: null, iovQueuePairsAssigned: null, vfDataPathActive: null }),
      "unknown",
    ],
    ["SR-IOV not asked for", adapter({ iovWeight: 0 }), "configured sr-iov-weight"],
    [
      "SR-IOV not asked for, inside the grace: at once",
      { ...adapter({ iovWeight: 0 }), vm: { uptimeSeconds: 0 } },
      "configured sr-iov-weight",
    ],
    ["SR-IOV's weight unread", adapter({ iovWeight: null }), "unknown"],
    [
      "a switch without SR-IOV",
      { report: { switches: [virtualSwitch({ iovEnabled: false })] } },
      "configured switch-iov",
    ],
    ["an LBFO team", { report: lbfoNetwork() }, "configured no-lbfo"],
    ["an emulated adapter", adapter({ isLegacy: true }), "blocked synthetic-adapter"],
    ["the oldest host", build(14393), "configured virtual-function"],
    ["an older host", build(14392), "configured host-build"],
    ["an unread host: what is seen to be broken decides", build(null), "configured virtual-function"],
    ["an unread host, and a function", { ...build(null), ...adapter(FUNCTION) }, "active"],
    ["its weight unread", adapter({ rdmaWeight: null }), "unknown"],
    ["off", { vm: { state: "Off" } }, "not-applicable"],
    ["a nested host", { report: { host: hostFacts({ model: "KVM" }) } }, "not-applicable"],
  ])("asked for, %s: %s", (_name, changed, verdict) => {
    expect(verdictOn("guest-rdma", asking(changed))).toBe(verdict);
  });

  test.each<[name: string, changed: NetworkCase, verdict: string]>([
    ["everything holds", {}, "ready"],
    ["a function that is there", adapter({ iovWeight: 100, ...FUNCTION }), "ready"],
    ["RDMA off at the adapter", rdma({ enabled: false }), "blocked adapter-rdma-enabled"],
    [
      "an adapter that cannot",
      rdma({ listed: false, enabled: null, maxQueuePairs: null }),
      "blocked adapter-rdma-supported",
    ],
    [
      "a switch without SR-IOV",
      { report: { switches: [virtualSwitch({ iovEnabled: false })] } },
      "blocked switch-iov",
    ],
    [
      "a host that knows no such weight",
      { ...build(9600), ...adapter({ rdmaWeight: null }) },
      "blocked host-build",
    ],
  ])("not asked for, %s: %s", (_name, changed, verdict) => {
    expect(verdictOn("guest-rdma", changed)).toBe(verdict);
    expect(netFindings(judgeNetwork(changed))).toEqual([]);
  });

  test.each<[name: string, changed: NetworkCase, findings: string[]]>([
    ["SR-IOV not asked for", adapter({ iovWeight: 0 }), ["net.guest-rdma warning"]],
    ["no function", {}, ["net.sr-iov warning", "net.guest-rdma warning"]],
    [
      "a guest that cannot",
      { vm: { guest: windows(7601) } },
      ["net.sr-iov warning", "net.guest-rdma warning"],
    ],
  ])("the VM's own: %s", (_name, changed, findings) => {
    const judged = judgeNetwork(asking(changed));
    expect(netFindings(judged)).toEqual(findings);
    expect(judged.askedElsewhere).toEqual([]);
  });

  test("what others break is theirs", () => {
    const off = judgeNetwork(asking({ ...rdma({ enabled: false }), ...adapter(FUNCTION) }));
    expect(netFindings(off)).toEqual([]);
    expect(off.askedElsewhere).toMatchObject([{ technology: "guest-rdma", owner: "adapter", id: PORT_1 }]);
    const lbfo = judgeNetwork(asking({ report: lbfoNetwork() }));
    expect(lbfo.askedElsewhere).toMatchObject([
      { technology: "sr-iov", owner: "switch", id: SWITCH_ID },
      { technology: "guest-rdma", owner: "switch", id: SWITCH_ID },
    ]);
  });

  test("what only the guest knows stays unknown beside an active one", () => {
    expect(rungOn("guest-rdma", "guest-rdma-driver", asking(adapter(FUNCTION))).status).toBe("unknown");
  });
});
