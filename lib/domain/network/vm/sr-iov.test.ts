// Longer than 300 lines: one table, a rung of the SR-IOV ladder after the other, with each of its answers.
import { describe, expect, test } from "vitest";
import type { HostFacts, PhysicalAdapterFacts, SwitchFacts, VmAdapterFacts } from "../../facts.ts";
import { sampleHost, sampleVmAdapter } from "../../sample-facts.ts";
import {
  lbfoNetwork,
  physicalAdapter,
  PORT_1,
  PORT_2,
  secondPort,
  setSwitch,
  SWITCH_ID,
  virtualSwitch,
} from "../../testing/network-cases.ts";
import { ago, hostFacts, lastKnown, linux, windows } from "../../testing/vm-cases.ts";
import {
  judgeNetwork,
  netAnswer,
  netFindings,
  type NetworkCase,
  rungOn,
  verdictOn,
} from "../../testing/vm-network-cases.ts";

const ASKED = { iovWeight: 100, vfDataPathActive: false };
const ACTIVE = { iovWeight: 100, iovUsage: 1, iovQueuePairsAssigned: 1, vfDataPathActive: true };

/** Cases of an adapter that requests it; without the request, `configured` here is `blocked`. */
const asking = (changed: NetworkCase = {}): NetworkCase => ({
  ...changed,
  adapter: { ...ASKED, ...changed.adapter },
});
const host = (changed: Partial<HostFacts> & { build?: number | null }) => ({
  report: { host: hostFacts(changed) },
});
const iov = (iovSupport: boolean | null) => {
  const { hyperv } = sampleHost();
  return host({ hyperv: hyperv && { ...hyperv, iovSupport } });
};
const { sriov: SRIOV } = physicalAdapter();
const sriov = (changed: Partial<NonNullable<typeof SRIOV>>): Partial<PhysicalAdapterFacts> => ({
  sriov: SRIOV && { ...SRIOV, ...changed },
});
const port = (changed: Partial<PhysicalAdapterFacts>) => ({
  report: { physicalAdapters: [physicalAdapter(changed)] },
});
const on = (changed: Partial<SwitchFacts>) => ({ report: { switches: [virtualSwitch(changed)] } });
const adapter = (changed: Partial<VmAdapterFacts>) => ({ adapter: changed });
const says = (...operationalStatus: string[]) => ({
  vm: { operationalStatus: ["Ok", ...operationalStatus] },
});
const extension = (type: string | null, enabled: boolean | null = true, running: boolean | null = true) =>
  on({ extensions: [{ name: "Some extension", type, enabled, running }] });
const teamed = (second: Partial<PhysicalAdapterFacts>) => ({
  report: { switches: [setSwitch()], physicalAdapters: [physicalAdapter(), secondPort(second)] },
});

describe("SR-IOV that is asked for, without a virtual function", () => {
  test.each<[name: string, changed: NetworkCase, verdict: string]>([
    ["everything that a host can see holds", {}, "configured"],
    ["an emulated adapter", adapter({ isLegacy: true }), "blocked synthetic-adapter"],
    ["unread what it is", adapter({ isLegacy: null }), "unknown"],
    ["the oldest host", host({ build: 9200 }), "configured"],
    ["an older host", host({ build: 9199 }), "configured host-build"],
    ["a host whose build is unread", host({ build: null }), "unknown"],
    ["a platform that cannot", iov(false), "configured platform-iov"],
    ["a platform that is unread", iov(null), "unknown"],
    ["no I/O memory management, reported for the VM", says("NoIommu"), "configured platform-iov"],
    [
      "an adapter that does not list it",
      port(sriov({ listed: false })),
      "configured adapter-sr-iov-supported",
    ],
    [
      "an adapter without access control",
      port(sriov({ support: "MissingAcs" })),
      "configured adapter-sr-iov-supported",
    ],
    ["an adapter without functions", port(sriov({ numVFs: 0 })), "configured adapter-sr-iov-supported"],
    ["an adapter that is unread", port({ sriov: null }), "unknown"],
    [
      "not in the adapter, reported for the VM",
      says("NoIovSupportInNic"),
      "configured adapter-sr-iov-supported",
    ],
    ["switched off at the adapter", port(sriov({ enabled: false })), "configured adapter-sr-iov-enabled"],
    ["the switch at the adapter unread", port(sriov({ enabled: null })), "unknown"],
    ["an LBFO team", { report: lbfoNetwork() }, "configured no-lbfo"],
    [
      "a member of an LBFO team, by its binding",
      port({ bindings: { vms_pp: true, ms_implat: true, ms_tcpip: false } }),
      "configured no-lbfo",
    ],
    ["embedded teaming", teamed({}), "configured"],
    [
      "embedded teaming, the second switched off",
      teamed(sriov({ enabled: false })),
      "configured adapter-sr-iov-enabled",
    ],
    [
      "embedded teaming, the second off and down",
      teamed({ ...sriov({ enabled: false }), status: "Disconnected" }),
      "configured",
    ],
    ["no adapter up", port({ status: "Disconnected" }), "unknown"],
    ["an adapter that is missing from the report", on({ adapterGuids: [PORT_2] }), "unknown"],
    ["a switch without SR-IOV", on({ iovEnabled: false }), "configured switch-iov"],
    ["a switch that cannot", on({ iovSupport: false }), "configured switch-iov"],
    ["a switch with that unread", on({ iovEnabled: null }), "unknown"],
    ["a switch of a type that was unread", on({ switchType: null }), "unknown"],
    ["not in the switch, reported for the VM", says("SwitchNotInIovMode"), "configured switch-iov"],
    [
      "the last function is left",
      on({ iovVirtualFunctionCount: 2, iovVirtualFunctionsInUse: 1 }),
      "configured",
    ],
    [
      "no function left",
      on({ iovVirtualFunctionCount: 2, iovVirtualFunctionsInUse: 2 }),
      "configured virtual-functions-left",
    ],
    ["functions unread", on({ iovVirtualFunctionsInUse: null }), "unknown"],
    [
      "no function left, reported for the VM",
      says("IovNoAvailResources"),
      "configured virtual-functions-left",
    ],
    ["an extension that forwards", extension("Forwarding"), "configured switch-extensions"],
    ["an extension that forwards, switched off", extension("Forwarding", false), "configured"],
    ["an extension that forwards, not running", extension("Forwarding", true, false), "configured"],
    ["an extension that filters", extension("Filter"), "configured"],
    ["an extension that captures", extension("Capture"), "configured"],
    ["the native extension", extension("Native"), "configured"],
    ["an extension of a type that was unread", extension(null), "unknown"],
    ["extensions unread", on({ extensions: null }), "unknown"],
    ["a port ACL", adapter({ aclCount: 1 }), "configured port-policies"],
    ["an extended ACL", adapter({ extendedAclCount: 1 }), "configured port-policies"],
    ["a virtual subnet", adapter({ virtualSubnetId: 5001 }), "configured port-policies"],
    ["a mirrored port", adapter({ portMirroringMode: "Source" }), "configured port-policies"],
    ["MAC spoofing is not documented to block it", adapter({ macAddressSpoofing: "On" }), "configured"],
    ["ACLs unread", adapter({ aclCount: null }), "unknown"],
    ["blocked by a policy, reported for the VM", says("IovBlockedByPolicy"), "configured port-policies"],
    [
      "the driver in the guest, reported for the VM",
      says("IovGuestDriversNeeded"),
      "configured guest-vf-driver",
    ],
    ["an unlisted switch", { report: { switches: [] } }, "unknown"],
    ["switches unread", { report: { switches: null } }, "unknown"],
    ["physical adapters unread", { report: { physicalAdapters: null } }, "unknown"],
    [
      "physical adapters unread, and a switch without SR-IOV",
      { report: { physicalAdapters: null, switches: [virtualSwitch({ iovEnabled: false })] } },
      "configured switch-iov",
    ],
    ["its usage alone unread", adapter({ iovUsage: null, iovQueuePairsAssigned: null }), "configured"],
    [
      "its function unread",
      adapter({ vfDataPathActive: null, iovUsage: null, iovQueuePairsAssigned: null }),
      "unknown",
    ],
    ["its weight unread, nothing broken", adapter({ iovWeight: null }), "unknown"],
    [
      "its weight unread, something broken",
      { ...on({ iovEnabled: false }), ...adapter({ iovWeight: null }) },
      "unknown",
    ],
  ])("%s", (_name, changed, verdict) => {
    const one = asking(changed);
    expect(verdictOn("sr-iov", one)).toBe(verdict);
    if (!verdict.startsWith("configured") || changed.adapter?.iovWeight === null) return;
    const notAsked = verdict.replace("configured", "blocked").replace(/^blocked$/, "ready");
    const unasked = { ...one, adapter: { ...one.adapter, iovWeight: 0 } };
    // A complaint of Windows counts for the adapters that request it.
    const isComplaint = changed.vm?.operationalStatus !== undefined;
    expect(verdictOn("sr-iov", unasked)).toBe(isComplaint ? "ready" : notAsked);
  });
});

describe("the guest of a VM that requests SR-IOV", () => {
  const bits = (processorArchitecture: string | null) => ({ ...windows(20348), processorArchitecture });
  test.each<[name: string, guest: ReturnType<typeof windows> | null, verdict: string]>([
    ["Windows Server 2012", windows(9200), "configured"],
    ["Windows 7", windows(7601), "configured guest-sr-iov"],
    ["Windows of 32 bits", bits("0"), "configured guest-sr-iov"],
    ["Windows of unread bits: unknown, and that never matters", bits(null), "configured"],
    ["RHEL 7.4", linux("Red Hat Enterprise Linux", "7.4"), "configured"],
    ["RHEL 7.3", linux("Red Hat Enterprise Linux", "7.3"), "configured guest-sr-iov"],
    ["RHEL 8", linux("Red Hat Enterprise Linux", "8"), "configured"],
    ["CentOS 7 of an unreported minor version", linux("CentOS Linux", "7"), "configured"],
    ["AlmaLinux 9", linux("AlmaLinux", "9.3"), "configured"],
    ["Ubuntu 16.04", linux("Ubuntu", "16.04"), "configured"],
    ["Ubuntu 14.04", linux("Ubuntu", "14.04"), "configured guest-sr-iov"],
    ["Debian 10", linux("Debian GNU/Linux", "10"), "configured"],
    ["Debian 9", linux("Debian GNU/Linux", "9"), "configured guest-sr-iov"],
    ["SLES 12 SP2", linux("SUSE Linux Enterprise Server", "12.2"), "configured"],
    ["SLES 12 SP1", linux("SUSE Linux Enterprise Server", "12.1"), "configured guest-sr-iov"],
    ["openSUSE, on no list", linux("openSUSE Leap", "15.5"), "configured"],
    ["an unknown Linux", linux("Linux"), "configured"],
    ["FreeBSD 12", linux("FreeBSD", "12.4"), "configured guest-sr-iov"],
    ["FreeBSD 13, on no list", linux("FreeBSD", "13.2"), "configured"],
    ["a guest never known", null, "configured"],
  ])("%s", (_name, guest, verdict) => {
    expect(verdictOn("sr-iov", asking({ vm: { guest } }))).toBe(verdict);
  });

  test("the last known guest counts, with the date since when it is silent", () => {
    const one = asking({ vm: { guest: null }, input: { memory: lastKnown(windows(7601)) } });
    expect(verdictOn("sr-iov", one)).toBe("configured guest-sr-iov");
    expect(rungOn("sr-iov", "guest-sr-iov", one).evidence).toContainEqual({
      name: "guest.lastToldAt",
      value: ago({ hours: 1 }),
    });
  });
});

describe("SR-IOV with traffic", () => {
  test.each<[name: string, changed: NetworkCase, verdict: string]>([
    ["a data path", adapter(ACTIVE), "active"],
    ["a data path alone", adapter({ ...ASKED, vfDataPathActive: true }), "active"],
    ["usage and queue pairs", adapter({ ...ACTIVE, vfDataPathActive: null }), "active"],
    [
      "usage without queue pairs",
      adapter({ ...ACTIVE, vfDataPathActive: false, iovQueuePairsAssigned: 0 }),
      "configured",
    ],
    [
      "usage, the rest unread",
      adapter({ ...ACTIVE, vfDataPathActive: null, iovQueuePairsAssigned: null }),
      "unknown",
    ],
    [
      "wins over every broken rung",
      { ...on({ iovEnabled: false, iovVirtualFunctionsInUse: 64 }), ...adapter(ACTIVE) },
      "active",
    ],
    [
      "wins over everything unread",
      { report: { switches: null, physicalAdapters: null }, ...adapter(ACTIVE) },
      "active",
    ],
    ["in a VM whose storage is lost", { vm: { state: "RunningCritical" }, ...adapter(ACTIVE) }, "active"],
  ])("%s: %s", (_name, changed, verdict) => {
    expect(verdictOn("sr-iov", changed)).toBe(verdict);
  });

  test("keeps its broken rung in the ladder, without a finding", () => {
    const one = { ...on({ iovEnabled: false }), ...adapter(ACTIVE) };
    expect(rungOn("sr-iov", "switch-iov", one).status).toBe("fail");
    expect(netFindings(judgeNetwork(one))).toEqual([]);
    expect(judgeNetwork(one).askedElsewhere).toEqual([]);
  });

  test("the last function of a switch may be its own", () => {
    const last = on({ iovVirtualFunctionCount: 1, iovVirtualFunctionsInUse: 1 });
    expect(rungOn("sr-iov", "virtual-functions-left", { ...last, ...adapter(ACTIVE) }).status).toBe("pass");
  });
});

describe("SR-IOV where none is to be expected", () => {
  test.each<[name: string, changed: NetworkCase, verdict: string]>([
    ["off", { vm: { state: "Off" } }, "not-applicable"],
    ["saved", { vm: { state: "Saved" } }, "not-applicable"],
    ["starting", { vm: { state: "Starting" } }, "not-applicable"],
    ["off, its storage lost", { vm: { state: "OffCritical" } }, "not-applicable"],
    ["a test replica", { vm: { replicationMode: "TestReplica" } }, "not-applicable"],
    ["a replica that runs after a failover", { vm: { replicationMode: "Replica" } }, "configured"],
    ["a replica that does not", { vm: { replicationMode: "Replica", state: "Off" } }, "not-applicable"],
    ["an unknown state", { vm: { state: "Other" } }, "unknown"],
    ["an internal switch", on({ switchType: "Internal", adapterGuids: [] }), "not-applicable"],
    ["a private switch", on({ switchType: "Private", adapterGuids: [] }), "not-applicable"],
    ["disconnected", adapter({ connected: false, switchId: null }), "not-applicable"],
    ["unread whether it is connected", adapter({ connected: null }), "unknown"],
    [
      "a nested host",
      host({ manufacturer: "Microsoft Corporation", model: "Virtual Machine" }),
      "not-applicable",
    ],
    [
      "a nested host, an emulated adapter",
      { ...host({ model: "VMware7,1" }), ...adapter({ isLegacy: true }) },
      "not-applicable",
    ],
  ])("%s: %s", (_name, changed, verdict) => {
    expect(verdictOn("sr-iov", asking(changed))).toBe(verdict);
    const found = netFindings(judgeNetwork(asking(changed)));
    expect(found.includes("net.sr-iov warning")).toBe(verdict === "configured");
  });

  test("a VM that is off still shows its static rungs", () => {
    const off = asking({ ...on({ iovEnabled: false }), vm: { state: "Off" } });
    expect(rungOn("sr-iov", "switch-iov", off).status).toBe("fail");
    expect(rungOn("sr-iov", "platform-iov", off).status).toBe("pass");
    expect(rungOn("sr-iov", "vm-running", off).status).toBe("not-applicable");
  });
});

describe("what is waited for", () => {
  const moving = { operationalStatus: ["Ok", "MigratingVirtualMachine"] };
  const since = (hours: number) => ({
    memory: {
      guest: null,
      operationalStatusSince: { MigratingVirtualMachine: ago({ hours }) },
      stateSince: null,
    },
  });
  test.each<[name: string, changed: NetworkCase, verdict: string]>([
    ["a second before the grace ends", { vm: { uptimeSeconds: 599 } }, "unknown"],
    ["the grace is over", { vm: { uptimeSeconds: 600 } }, "configured"],
    ["no uptime reported: no grace", { vm: { uptimeSeconds: null } }, "configured"],
    ["being migrated", { vm: moving }, "unknown"],
    ["being moved for four hours", { vm: moving, input: since(4) }, "unknown"],
    ["being moved for more than four hours", { vm: moving, input: since(4.1) }, "configured"],
    [
      "a driver, inside the grace",
      { vm: { uptimeSeconds: 599, operationalStatus: ["IovGuestDriversNeeded"] } },
      "unknown",
    ],
    [
      "functions, inside the grace",
      { vm: { uptimeSeconds: 599, operationalStatus: ["IovNoAvailResources"] } },
      "unknown",
    ],
    [
      "no policy is waited for",
      { vm: { uptimeSeconds: 599, operationalStatus: ["IovBlockedByPolicy"] } },
      "configured port-policies",
    ],
    [
      "no switch is waited for",
      { vm: { uptimeSeconds: 0 }, ...on({ iovEnabled: false }) },
      "configured switch-iov",
    ],
  ])("%s: %s", (_name, changed, verdict) => {
    expect(verdictOn("sr-iov", asking(changed))).toBe(verdict);
  });

  test("nothing is found, and what was open is frozen", () => {
    const waiting = judgeNetwork(asking({ vm: { uptimeSeconds: 0 } }));
    expect(netAnswer(waiting, "net.sr-iov")).toBe("unknown");
  });
});

describe("whose a broken rung is", () => {
  test.each<[name: string, changed: NetworkCase, owner: string, id: string | null]>([
    ["the host's", iov(false), "host", null],
    ["the adapter's", port(sriov({ enabled: false })), "adapter", PORT_1],
    ["the member's that is broken", teamed(sriov({ enabled: false })), "adapter", PORT_2],
    ["the only adapter's, of which the VM complains", says("NoIovSupportInNic"), "adapter", PORT_1],
    ["one of several adapters'", { ...teamed({}), ...says("NoIovSupportInNic") }, "adapter", null],
    ["the switch's", on({ iovEnabled: false }), "switch", SWITCH_ID],
    ["the switch's, by its extension", extension("Forwarding"), "switch", SWITCH_ID],
    ["the switch's, by its team", { report: lbfoNetwork() }, "switch", SWITCH_ID],
    ["the switch's, by its functions", on({ iovVirtualFunctionsInUse: 64 }), "switch", SWITCH_ID],
  ])("%s: no finding of the VM", (_name, changed, owner, id) => {
    const judged = judgeNetwork(asking(changed));
    expect(netFindings(judged)).toEqual([]);
    expect(netAnswer(judged, "net.sr-iov")).toBe("not-applicable");
    expect(judged.askedElsewhere).toMatchObject([
      { technology: "sr-iov", adapterId: sampleVmAdapter().id, switchId: SWITCH_ID, owner, id },
    ]);
  });

  test.each<[name: string, changed: NetworkCase, summary: RegExp, brokenRung: string]>([
    ["a policy", adapter({ aclCount: 2 }), /a policy on its port/, "port-policies"],
    ["a guest that cannot", { vm: { guest: windows(7601) } }, /guest OS does not support/, "guest-sr-iov"],
    ["a driver that is missing", says("IovGuestDriversNeeded"), /no driver/, "guest-vf-driver"],
    ["nothing visible", {}, /guest's driver is the probable cause/, "none"],
  ])("the VM's own, by %s: one finding", (_name, changed, summary, brokenRung) => {
    const judged = judgeNetwork(asking(changed));
    expect(netFindings(judged)).toEqual(["net.sr-iov warning"]);
    expect(judged.askedElsewhere).toEqual([]);
    const found = judged.outcomes.find(({ rule }) => rule === "net.sr-iov")?.outcome;
    if (found?.status !== "finding") throw new Error("The VM has no finding.");
    expect(found.summary).toMatch(summary);
    expect(found.evidence.find(({ name }) => name === "brokenRung")?.value).toBe(brokenRung);
  });

  test.each<[guest: string, changed: NetworkCase, command: RegExp]>([
    ["that cannot", { vm: { guest: windows(7601) } }, /Set-VMNetworkAdapter -IovWeight 0$/],
    ["of Windows", { vm: { guest: windows(20348) } }, /^Get-NetAdapter -IncludeHidden/],
    ["that was never known", { vm: { guest: null } }, /Format-List .*StatusDescription$/],
  ])("a guest %s: the finding has a command", (_guest, changed, command) => {
    const judged = judgeNetwork(asking(changed));
    const found = judged.outcomes.find(({ rule }) => rule === "net.sr-iov")?.outcome;
    expect(found).toMatchObject({
      status: "finding",
      remedies: [{ command: expect.stringMatching(command) }],
    });
  });

  test("not requested: not a fault", () => {
    const judged = judgeNetwork(on({ iovEnabled: false }));
    expect(judged.askedElsewhere).toEqual([]);
    expect(netAnswer(judged, "net.sr-iov")).toBe("ok");
  });
});
