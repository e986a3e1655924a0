// Longer than 300 lines on purpose: one table for each rule about a host's network, read as one page.
import { describe, expect, test } from "vitest";
import type {
  HostAdapterFacts,
  PhysicalAdapterFacts,
  SmbFacts,
  SwitchFacts,
  VmAdapterFacts,
} from "../../../facts.ts";
import {
  answerOf,
  connection,
  hostAdapter,
  hostNetwork,
  type HostNetworkCase,
  idleConnection,
  OFFLOAD_ON,
  outcomeOf,
  smbFacts,
  storageAdapter,
  vmNetwork,
} from "../../../testing/host-network-cases.ts";
import {
  GBPS,
  lbfoNetwork,
  physicalAdapter,
  PORT_2,
  secondPort,
  setSwitch,
  SWITCH_ID,
  virtualSwitch,
} from "../../../testing/network-cases.ts";
import { HOST_NETWORK_RULE_IDS } from "../../../words.ts";
import { judgeHostNetwork } from "../judge-host-network.ts";

type Row = [name: string, changed: HostNetworkCase, says: string];

const { rdma: RDMA, vmq: VMQ, rss: RSS } = physicalAdapter();
const asks = (
  name: string,
  stopped: string | null,
  status: "configured" | "active" | "unknown" | "not-applicable" = "configured",
) => vmNetwork(name, { iovWeight: 100, status, stopped });
const vms = (...vmNetworks: ReturnType<typeof vmNetwork>[]): HostNetworkCase => ({ vmNetworks });
const smb = (changed: Partial<SmbFacts>): HostNetworkCase => ({ smb: smbFacts(changed) });
const port = (changed: Partial<PhysicalAdapterFacts>): HostNetworkCase => ({
  physicalAdapters: [physicalAdapter(changed), storageAdapter()],
});
const storage = (changed: Partial<PhysicalAdapterFacts>): HostNetworkCase => ({
  physicalAdapters: [physicalAdapter(), storageAdapter(changed)],
});
const own = (changed: Partial<HostAdapterFacts>): HostNetworkCase => ({
  hostAdapters: [hostAdapter(changed)],
});
/** A VM that requests it and does not get it, its adapters or one fact of them unread. */
const unread = (name: string, changed: Partial<VmAdapterFacts> | null) => {
  const network = asks(name, null, "unknown");
  const adapters = network.vm.adapters?.map((each) => ({ ...each, ...changed })) ?? null;
  return changed === null
    ? { ...network, vm: { ...network.vm, adapters: null }, ladders: [] }
    : { ...network, vm: { ...network.vm, adapters } };
};
const NESTED: HostNetworkCase = { model: "Virtual Machine" };
const MOVES: HostNetworkCase = { moves: "SMB" };
const USED = smb({ connections: [idleConnection()] });

describe("host.sr-iov", () => {
  test.each<Row>([
    ["not requested", {}, "ok"],
    [
      "the switch is without it, not requested: a fact",
      { switches: [virtualSwitch({ iovEnabled: false })] },
      "ok",
    ],
    ["an unused switch for it: a fact", { switches: [virtualSwitch({ iovEnabled: true })] }, "ok"],
    [
      "two VMs ask of a switch without it",
      vms(asks("B", "switch-iov"), asks("A", "switch-iov")),
      "warning A, B",
    ],
    ["the platform", vms(asks("A", "platform-iov")), "warning A"],
    ["the adapter", vms(asks("A", "adapter-sr-iov-supported")), "warning A"],
    ["the adapter's switch", vms(asks("A", "adapter-sr-iov-enabled")), "warning A"],
    ["no function left", vms(asks("A", "virtual-functions-left")), "warning A"],
    ["a forwarding extension", vms(asks("A", "switch-extensions")), "warning A"],
    ["a build that is too old", { ...vms(asks("A", "host-build")), build: 9199 }, "warning A"],
    [
      "guest RDMA is stopped by what SR-IOV lacks",
      vms(
        vmNetwork("A", {
          technology: "guest-rdma",
          rdmaWeight: 100,
          status: "configured",
          stopped: "switch-iov",
        }),
      ),
      "warning A",
    ],
    ["what is the VM's own is the VM's finding", vms(asks("A", null)), "ok"],
    ["the VM's verdict is open", vms(asks("A", null, "unknown")), "unknown"],
    ["the VM has it", vms(asks("A", null, "active")), "ok"],
    ["who asked does not run now", vms(asks("A", null, "not-applicable")), "unknown"],
    [
      "who asked does not run, and another has it",
      vms(asks("A", null, "not-applicable"), asks("B", null, "active")),
      "ok",
    ],
    ["VMs unread", { vmNetworks: null }, "unknown"],
    ["some VMs left out", { ...vms(asks("B", null, "active")), isVmListComplete: false }, "unknown"],
    [
      "some VMs left out, and one asks in vain",
      { ...vms(asks("A", "switch-iov")), isVmListComplete: false },
      "warning A",
    ],
    ["a VM's adapters unread", vms(unread("A", null)), "unknown"],
    ["a VM's weight unread", vms(unread("A", { iovWeight: null })), "unknown"],
    ["whether it asks of this host's switches unread", vms(unread("A", { switchId: null })), "unknown"],
    [
      "another has it, and a VM's adapters unread",
      vms(asks("B", null, "active"), unread("A", null)),
      "unknown",
    ],
    ["LBFO is reported instead", { ...lbfoNetwork(), ...vms(asks("A", "adapter-sr-iov-supported")) }, "ok"],
    ["nested host", { ...NESTED, ...vms(asks("A", null, "not-applicable")) }, "not-applicable"],
  ])("%s: %s", (_name, changed, says) => expect(answerOf(changed, "host.sr-iov")).toBe(says));

  test("a switch without it under forty VMs is one finding", () => {
    const forty = Array.from({ length: 40 }, (_, index) => asks(`APP-${index}`, "switch-iov"));
    const { outcomes } = judgeHostNetwork(
      hostNetwork({ switches: [virtualSwitch({ iovEnabled: false })], vmNetworks: forty }),
    );
    const findings = outcomes.filter(({ outcome }) => outcome.status === "finding");
    expect(findings).toMatchObject([
      {
        rule: "host.sr-iov",
        touchedVms: { length: 40 },
        outcome: {
          severity: "warning",
          summary:
            "SR-IOV is not active for 40 VMs on the switch Production: the switch was not created with SR-IOV.",
          remedies: [
            { command: expect.stringContaining("-EnableIov $true"), cost: expect.stringContaining("outage") },
          ],
        },
      },
    ]);
  });

  test("Windows' report about the VM is the evidence if the adapter's own facts show no fault", () => {
    const says = (complaint: string | null) => {
      const vm = asks("A", "adapter-sr-iov-supported");
      const askedElsewhere = vm.askedElsewhere.map((each) => ({ ...each, complaint }));
      const { outcome } = outcomeOf({ vmNetworks: [{ ...vm, askedElsewhere }] }, "host.sr-iov");
      return outcome.status === "finding" && outcome.evidence.find(({ decides }) => decides);
    };
    expect(says("NoIovSupportInNic")).toMatchObject({
      name: "operationalStatus",
      value: "NoIovSupportInNic",
    });
    expect(says(null)).toMatchObject({ name: "sriov.listed" });
  });

  test("lists the VMs that it touches, by name, and leaves a long list to the count", () => {
    const named = (names: readonly string[]) => {
      const { outcome } = outcomeOf(
        { vmNetworks: names.map((name) => asks(name, "switch-iov")) },
        "host.sr-iov",
      );
      const evidence = outcome.status === "finding" ? outcome.evidence : [];
      return evidence.filter(({ name }) => name.startsWith("VMs")).map(({ value }) => value);
    };
    expect(named(["B", "A"])).toEqual([2, "A, B"]);
    const hundred = Array.from({ length: 100 }, (_, index) => `VM-${100 + index}`);
    expect(named([...hundred, "VM-999"])).toEqual([101, `${hundred.join(", ")} and others`]);
  });

  test("two switches are two causes in one finding", () => {
    const other = "2c3d4e5f-6071-4c8d-8e9f-1a2b3c4d5e70";
    const { outcome, touchedVms } = outcomeOf(
      {
        switches: [
          virtualSwitch({ iovEnabled: false }),
          virtualSwitch({ id: other, name: "Backup", adapterGuids: [PORT_2], iovEnabled: false }),
        ],
        physicalAdapters: [physicalAdapter(), secondPort()],
        vmNetworks: [
          asks("A", "switch-iov"),
          vmNetwork("B", { iovWeight: 1, status: "configured", stopped: "switch-iov", switchId: other }),
        ],
      },
      "host.sr-iov",
    );
    expect(touchedVms.map(({ name }) => name)).toEqual(["A", "B"]);
    expect(outcome).toMatchObject({
      summary: expect.stringMatching(/Backup.*Production/),
      remedies: { length: 2 },
    });
  });
});

describe("host.rss, host.vmq and host.vmmq", () => {
  const noVmq = port({ vmq: VMQ && { ...VMQ, enabled: false, allocatedQueues: 0 } });
  test.each<["host.rss" | "host.vmq" | "host.vmmq", ...Row]>([
    ["host.rss", "in force", {}, "ok"],
    ["host.rss", "off at an adapter", storage({ rss: RSS && { ...RSS, enabled: false } }), "info"],
    ["host.rss", "off for the host", { offload: { ...OFFLOAD_ON, receiveSideScaling: "Disabled" } }, "info"],
    ["host.rss", "off under a switch means nothing", port({ rss: RSS && { ...RSS, enabled: false } }), "ok"],
    [
      "host.rss",
      "a missing capability is no finding",
      storage({
        rss: {
          listed: false,
          enabled: null,
          numberOfReceiveQueues: null,
          maxProcessors: null,
          profile: null,
        },
      }),
      "ok",
    ],
    ["host.rss", "unread", storage({ rss: null }), "unknown"],
    ["host.rss", "adapters unread", { physicalAdapters: null }, "unknown"],
    ["host.rss", "none feeds TCP/IP", { physicalAdapters: [physicalAdapter()] }, "not-applicable"],
    [
      "host.rss",
      "nested host: judged",
      { ...NESTED, ...storage({ rss: RSS && { ...RSS, enabled: false } }) },
      "info",
    ],

    ["host.vmq", "queues are allocated", {}, "ok"],
    ["host.vmq", "off at an adapter", noVmq, "info"],
    [
      "host.vmq",
      "off at an adapter, which stops a VM",
      {
        ...noVmq,
        ...vms(vmNetwork("A", { technology: "vmq", status: "configured", stopped: "adapter-vmq-enabled" })),
      },
      "info A",
    ],
    [
      "host.vmq",
      "a slow link is by design",
      port({ linkSpeedBitsPerSecond: GBPS, vmq: VMQ && { ...VMQ, allocatedQueues: 0 } }),
      "ok",
    ],
    [
      "host.vmq",
      "queues used up by others",
      vms(vmNetwork("A", { technology: "vmq", status: "configured", stopped: "vm-queues-left" })),
      "info A",
    ],
    ["host.vmq", "what a VM set itself", vms(vmNetwork("A", { technology: "vmq", status: "ready" })), "ok"],
    ["host.vmq", "switches unread", { switches: null }, "unknown"],
    ["host.vmq", "VMs unread, of which one may go without", { vmNetworks: null }, "unknown"],
    ["host.vmq", "a VM's adapters unread", vms(unread("A", null)), "unknown"],
    ["host.vmq", "nested host", NESTED, "not-applicable"],

    ["host.vmmq", "every rung holds", {}, "ok"],
    ["host.vmmq", "the keyword is 0", port({ rssOnHostVPorts: 0 }), "info"],
    [
      "host.vmmq",
      "the keyword is 0, which stops a VM",
      {
        ...port({ rssOnHostVPorts: 0 }),
        ...vms(vmNetwork("A", { technology: "vmmq", status: "configured", stopped: "adapter-vmmq-enabled" })),
      },
      "info A",
    ],
    ["host.vmmq", "VMQ's fault is reported there", noVmq, "ok"],
    ["host.vmmq", "LBFO is reported instead", lbfoNetwork(), "ok"],
    ["host.vmmq", "nested host", NESTED, "not-applicable"],
  ])("%s, %s: %s", (rule, _name, changed, says) => expect(answerOf(changed, rule)).toBe(says));

  test("four adapters with RSS off are reported as one", () => {
    const off = { rss: RSS && { ...RSS, enabled: false } };
    const adapters = ["C", "A", "B"].map((name, index) =>
      storageAdapter({ ...off, name, interfaceGuid: `a1000000-0000-4000-8000-00000000003${index}` }),
    );
    expect(outcomeOf({ physicalAdapters: adapters }, "host.rss").outcome).toMatchObject({
      summary: "RSS is disabled on A, B, C.",
      remedies: { length: 3 },
    });
  });
});

describe("host.rdma", () => {
  const broken = storage({ rdma: RDMA && { ...RDMA, maxQueuePairs: 0 } });
  const off = own({ rdma: { listed: true, enabled: false } });
  const NO_DCB = { dcb: { installed: false, smbDirectPriority: null, pfcPriorities: [], willing: null } };
  const iwarp = (): HostNetworkCase => ({
    physicalAdapters: [
      physicalAdapter({ rdma: RDMA && { ...RDMA, technology: 1 } }),
      storageAdapter({ rdma: RDMA && { ...RDMA, technology: 1 } }),
    ],
  });

  test.each<Row>([
    ["unused", {}, "ok"],
    ["a session goes over RDMA", smb({ connections: [connection()] }), "ok"],
    ["used, nothing broken, no session", USED, "ok"],
    ["an adapter is broken and unused", broken, "ok"],
    ["an adapter is broken and a connection uses it", { ...broken, ...USED }, "warning"],
    ["broken, moves alone use it, and another holds", { ...broken, ...MOVES }, "ok"],
    ["broken, moves alone use it, and none holds", { ...broken, ...MOVES, hostAdapters: [] }, "warning"],
    [
      "RDMA off on all host adapters, used",
      { ...off, ...smb({ connections: [idleConnection({ clientInterfaceIndex: 21 })] }) },
      "info",
    ],
    ["RDMA off on all host adapters, moves alone, another holds", { ...off, ...MOVES }, "ok"],
    [
      "RDMA off on all host adapters, moves alone, none holds",
      { ...off, ...MOVES, physicalAdapters: [physicalAdapter()] },
      "info",
    ],
    ["RDMA off on all host adapters, unused", off, "ok"],
    [
      "NetworkDirect off, used",
      { ...USED, offload: { ...OFFLOAD_ON, networkDirect: "Disabled" } },
      "warning",
    ],
    ["NetworkDirect off, unused", { offload: { ...OFFLOAD_ON, networkDirect: "Disabled" } }, "ok"],
    ["RoCE without DCB, used", smb({ connections: [idleConnection()], ...NO_DCB }), "warning"],
    ["RoCE without DCB, unused", smb(NO_DCB), "ok"],
    [
      "RoCE without DCB, and a session works all the same",
      smb({ connections: [connection()], ...NO_DCB }),
      "ok",
    ],
    ["iWARP without DCB", { ...iwarp(), ...smb({ connections: [idleConnection()], ...NO_DCB }) }, "ok"],
    ["DCB unread, used", smb({ connections: [idleConnection()], dcb: null }), "unknown"],
    [
      "guest RDMA, off at the adapter",
      vms(
        vmNetwork("A", {
          technology: "guest-rdma",
          rdmaWeight: 100,
          status: "configured",
          stopped: "adapter-rdma-enabled",
        }),
      ),
      "warning A",
    ],
    [
      "guest RDMA, a rung of SR-IOV",
      vms(
        vmNetwork("A", {
          technology: "guest-rdma",
          rdmaWeight: 100,
          status: "configured",
          stopped: "switch-iov",
        }),
      ),
      "ok",
    ],
    [
      "guest RDMA, LBFO",
      {
        ...lbfoNetwork(),
        ...vms(
          vmNetwork("A", {
            technology: "guest-rdma",
            rdmaWeight: 100,
            status: "configured",
            stopped: "adapter-rdma-enabled",
          }),
        ),
      },
      "ok",
    ],
    [
      "a host adapter over LBFO that is used: LBFO is reported instead",
      { ...lbfoNetwork(), ...smb({ connections: [idleConnection({ clientInterfaceIndex: 21 })] }) },
      "ok",
    ],
    [
      "an adapter in a team that carries no switch is no such case",
      {
        physicalAdapters: [storageAdapter({ bindings: { vms_pp: false, ms_implat: true, ms_tcpip: true } })],
        switches: [],
        hostAdapters: [],
        ...USED,
      },
      "warning",
    ],
    [
      "Multichannel off is another rule's",
      smb({
        connections: [idleConnection()],
        client: { enableMultiChannel: false, requireSecuritySignature: false },
      }),
      "ok",
    ],
    ["SMB unread", { smb: null }, "unknown"],
    ["an adapter is broken, SMB unread", { ...broken, smb: null }, "unknown"],
    [
      "broken, moves use it, and connections unread",
      { ...broken, ...MOVES, ...smb({ connections: null }) },
      "unknown",
    ],
    [
      "RDMA off on all host adapters, connections unread",
      { ...off, ...smb({ connections: null }) },
      "unknown",
    ],
    [
      "RDMA off on all host adapters, the adapter below unread",
      {
        ...off,
        ...smb({ connections: [idleConnection({ clientInterfaceIndex: 21 })] }),
        ...port({ rdma: null }),
      },
      "unknown",
    ],
    [
      "RDMA off on all host adapters, used, their switch unread",
      {
        ...own({ rdma: { listed: true, enabled: false }, switchId: null }),
        ...smb({ connections: [idleConnection({ clientInterfaceIndex: 21 })] }),
      },
      "unknown",
    ],
    ["a VM's adapters unread", vms(unread("A", null)), "unknown"],
    ["nested host", { ...NESTED, ...USED, ...broken }, "not-applicable"],
  ])("%s: %s", (_name, changed, says) => expect(answerOf(changed, "host.rdma")).toBe(says));
});

describe("host.smb-direct and host.smb-multichannel", () => {
  const SERVER = smbFacts().server;
  const encrypted = { server: SERVER && { ...SERVER, encryptData: true } };
  const off = { client: { enableMultiChannel: false, requireSecuritySignature: false } };
  const NO_ND = { offload: { ...OFFLOAD_ON, networkDirect: "Disabled" } };

  test.each<["host.smb-direct" | "host.smb-multichannel" | "host.rdma", ...Row]>([
    ["host.smb-direct", "unused", {}, "ok"],
    [
      "host.smb-direct",
      "encrypted before 2022, used",
      { ...smb({ ...encrypted, connections: [idleConnection()] }), build: 17763 },
      "warning",
    ],
    [
      "host.smb-direct",
      "encrypted before 2022, moves use it",
      { ...smb(encrypted), ...MOVES, build: 17763 },
      "warning",
    ],
    ["host.smb-direct", "encrypted before 2022, unused", { ...smb(encrypted), build: 17763 }, "ok"],
    [
      "host.smb-direct",
      "encrypted before 2022, whether used unread",
      { ...smb({ ...encrypted, connections: null }), build: 17763 },
      "unknown",
    ],
    [
      "host.smb-direct",
      "encrypted from 2022 on",
      smb({ ...encrypted, connections: [idleConnection()] }),
      "ok",
    ],
    [
      "host.smb-direct",
      "encryption unread",
      { ...smb({ server: null, connections: [idleConnection()] }), build: 17763 },
      "unknown",
    ],
    [
      "host.smb-direct",
      "no adapter can: a missing capability comes first",
      {
        ...smb({ ...encrypted, connections: [idleConnection()] }),
        build: 17763,
        physicalAdapters: [],
        hostAdapters: [],
      },
      "ok",
    ],
    ["host.smb-direct", "NetworkDirect off is host.rdma alone", { ...USED, ...NO_ND }, "ok"],
    [
      "host.smb-direct",
      "Multichannel off is host.smb-multichannel alone",
      smb({ ...off, connections: [idleConnection()] }),
      "ok",
    ],
    [
      "host.smb-direct",
      "two settings, each its own",
      { ...smb({ ...encrypted, connections: [idleConnection()] }), ...NO_ND, build: 17763 },
      "warning",
    ],
    [
      "host.rdma",
      "two settings, each its own",
      { ...smb({ ...encrypted, connections: [idleConnection()] }), ...NO_ND, build: 17763 },
      "warning",
    ],
    ["host.smb-direct", "nested host", { ...NESTED, ...smb(encrypted), build: 17763 }, "not-applicable"],

    ["host.smb-multichannel", "on", {}, "ok"],
    ["host.smb-multichannel", "off, used or not", smb(off), "info"],
    [
      "host.smb-multichannel",
      "off, and no configuration suffices",
      smb({ ...off, clientInterfaces: [], serverInterfaces: [] }),
      "ok",
    ],
    [
      "host.smb-multichannel",
      "off, and several channels work all the same",
      smb({ ...off, connections: [connection()] }),
      "ok",
    ],
    ["host.smb-multichannel", "unread", { smb: null }, "unknown"],
    ["host.smb-multichannel", "nested host: judged", { ...NESTED, ...smb(off) }, "info"],
  ])("%s, %s: %s", (rule, _name, changed, says) => expect(answerOf(changed, rule)).toBe(says));
});

describe("host.lbfo-under-switch", () => {
  const on = (changed: HostNetworkCase): HostNetworkCase => ({ ...lbfoNetwork(), ...changed });
  const asking = vms(asks("A", "no-lbfo"));
  test.each<Row>([
    ["no team", {}, "ok"],
    ["2012 R2, not requested", on({ build: 9600 }), "ok"],
    ["just before 2016, not requested", on({ build: 14392 }), "ok"],
    ["2016", on({ build: 14393 }), "info"],
    ["2019", on({ build: 17763 }), "info"],
    ["just before 2022", on({ build: 20347 }), "info"],
    ["2022", on({ build: 20348 }), "warning"],
    ["2012 R2, a VM asks", on({ build: 9600, ...asking }), "warning A"],
    ["2019, a VM asks", on({ build: 17763, ...asking }), "warning A"],
    [
      "2019, a VM requests guest RDMA",
      on({
        build: 17763,
        ...vms(vmNetwork("A", { technology: "guest-rdma", rdmaWeight: 100, status: "configured" })),
      }),
      "warning A",
    ],
    ["2019, who asks does not run", on({ build: 17763, ...vms(asks("A", null, "not-applicable")) }), "info"],
    ["2022, others request nothing", on({ ...vms(vmNetwork("A")) }), "warning"],
    ["build unread", on({ build: null }), "unknown"],
    ["2012 R2, a VM's adapters unread", on({ build: 9600, ...vms(unread("A", null)) }), "unknown"],
    [
      "2012 R2, a VM's weight unread",
      on({ build: 9600, ...vms(unread("A", { iovWeight: null })) }),
      "unknown",
    ],
    ["build unread, a VM asks", on({ build: null, ...asking }), "warning A"],
    [
      "a member under a switch, by its binding",
      {
        ...port({ bindings: { vms_pp: true, ms_implat: true, ms_tcpip: false } }),
        ...asking,
        build: 17763,
      },
      "warning A",
    ],
    ["switches unread", { switches: null }, "unknown"],
    ["adapters unread", { physicalAdapters: null }, "unknown"],
    ["a team that feeds TCP/IP", on({ switches: [] }), "ok"],
    ["nested host", on(NESTED), "not-applicable"],
  ])("%s: %s", (_name, changed, says) => expect(answerOf(changed, "host.lbfo-under-switch")).toBe(says));
});

describe("host.set-mismatch", () => {
  const team = (
    second: Partial<PhysicalAdapterFacts>,
    changed: Partial<SwitchFacts> = {},
  ): HostNetworkCase => ({
    switches: [setSwitch(changed)],
    physicalAdapters: [physicalAdapter(), secondPort(second)],
  });
  test.each<Row>([
    ["no team", {}, "not-applicable"],
    ["of one kind, numbered by Windows", team({}), "ok"],
    ["another model", team({ description: "X710 Adapter #2" }), "warning"],
    ["another driver", team({ driverVersion: "3.9.0.0" }), "warning"],
    ["another speed", team({ linkSpeedBitsPerSecond: 10 * GBPS }), "warning"],
    [
      "a member that is down differs from nothing",
      team({ status: "Disconnected", linkSpeedBitsPerSecond: 0 }),
      "ok",
    ],
    ["unread differs from nothing", team({ driverVersion: null }), "unknown"],
    ["unread, and another differs", team({ driverVersion: null, linkSpeedBitsPerSecond: GBPS }), "warning"],
    [
      "a member that is missing from the report",
      team({}, { adapterGuids: [PORT_2, "a1000000-0000-4000-8000-0000000000ff"] }),
      "unknown",
    ],
    [
      "whether it is a team was unread",
      team({ driverVersion: "1" }, { embeddedTeamingEnabled: null }),
      "warning",
    ],
    [
      "it reports that it is not a team",
      team({ driverVersion: "1" }, { embeddedTeamingEnabled: false }),
      "not-applicable",
    ],
    ["switches unread", { switches: null }, "unknown"],
    ["nested host", { ...team({ driverVersion: "1" }), ...NESTED }, "not-applicable"],
  ])("%s: %s", (_name, changed, says) => expect(answerOf(changed, "host.set-mismatch")).toBe(says));

  test("shows what differs, by adapter", () => {
    expect(outcomeOf(team({ driverVersion: "3.9.0.0" }), "host.set-mismatch").outcome).toMatchObject({
      summary: "The adapters in the embedded team (SET) of the switch Production differ in driver version.",
      evidence: [
        { name: "SLOT1-P1.driverVersion", value: "3.10.0.0", decides: true },
        { name: "SLOT1-P2.driverVersion", value: "3.9.0.0" },
        { name: "switch.name", value: "Production" },
      ],
      remedies: [{ command: expect.stringContaining(SWITCH_ID) }],
    });
  });
});

test("every finding has at least one sentence, the deciding evidence, and fixes with their cost", () => {
  const off = { enabled: false, listed: true };
  const { server } = smbFacts();
  const worlds: HostNetworkCase[] = [
    { ...lbfoNetwork(), vmNetworks: [asks("A", "no-lbfo")] },
    {
      build: 17763,
      switches: [setSwitch()],
      physicalAdapters: [
        physicalAdapter({ vmq: VMQ && { ...VMQ, ...off, allocatedQueues: 0 } }),
        secondPort({ rssOnHostVPorts: 0, driverVersion: "1.0" }),
        storageAdapter({ rss: RSS && { ...RSS, ...off } }),
      ],
      smb: smbFacts({
        connections: [idleConnection()],
        client: { enableMultiChannel: false, requireSecuritySignature: false },
        server: server && { ...server, encryptData: true },
      }),
      offload: { ...OFFLOAD_ON, networkDirect: "Disabled" },
      vmNetworks: [asks("A", "switch-iov")],
    },
  ];
  const findings = worlds
    .flatMap((world) => judgeHostNetwork(hostNetwork(world)).outcomes)
    .flatMap(({ rule, outcome }) => (outcome.status === "finding" ? { rule, ...outcome } : []));
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(HOST_NETWORK_RULE_IDS));
  for (const { summary, evidence, remedies } of findings) {
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(evidence.some(({ decides }) => decides)).toBe(true);
    expect(remedies.flatMap(({ command, cost, note }) => [command, cost, note])).not.toContain("");
  }
});
