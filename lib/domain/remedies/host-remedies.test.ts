import { describe, expect, test } from "vitest";
import type { SnapshotFacts, VmAdapterFacts, VmFacts } from "../facts.ts";
import { describeCapabilities } from "../generation/capabilities.ts";
import { describeConversion } from "../generation/conversion.ts";
import type { Remedy } from "../judgement.ts";
import { describeHostNetwork, judgeHostNetwork } from "../network/host/judge-host-network.ts";
import { sampleVmAdapter } from "../sample-facts.ts";
import { generation1, onBuild, security, world } from "../testing/generation-cases.ts";
import {
  hostAdapter,
  hostNetwork,
  idleConnection,
  smbFacts,
  smbInterface,
  storageAdapter,
} from "../testing/host-network-cases.ts";
import { lbfoNetwork, physicalAdapter, virtualSwitch } from "../testing/network-cases.ts";
import { allRows, hostFacts, judge, outcome, policyWith, verdict, windows } from "../testing/vm-cases.ts";
import { describeNetwork, judgeNetwork, type NetworkCase } from "../testing/vm-network-cases.ts";
import { configureDcb } from "./host-network.ts";

/** Cmdlets that Windows Server 2016 introduced: an older host fails with "is not recognized" or "cannot be found". */
const SINCE_2016 =
  /-Vrss|-Vmmq|VMNetworkAdapterRdma|Update-VMVersion|VMHostSupportedVersion|VMTPM|VMKeyProtector|Set-VMSecurity|-CheckpointType|-SecureBootTemplate|VMSwitchTeam/;

/** Nothing is requested and everything is disabled, so that every request shows how to make it. */
const UNWANTED = sampleVmAdapter({
  vmqWeight: 0,
  vrssEnabledRequested: false,
  vmmqEnabledRequested: false,
  vrssMaxQueuePairs: 1,
  vrssMaxQueuePairsRequested: 1,
});

function commandsOfVm(build: number, vm: Partial<VmFacts>): string[] {
  const { hyperv, ...plain } = onBuild(build);
  const host = { ...plain, hyperv: hyperv && { ...hyperv, supportedVmVersions: ["5.0"] } };
  const onHost: NetworkCase = {
    vm: { adapters: [UNWANTED], ...vm },
    report: { host, switches: [virtualSwitch()], physicalAdapters: [physicalAdapter()] },
  };
  const scene = world({ vm, host });
  const policy = policyWith({ "powershell-direct": "required" });
  const judged = judge(vm, { host, policy, newestCommonVmVersion: "5.0" });
  const conversion = describeConversion(scene);
  return [
    ...describeNetwork(onHost).flatMap(({ rungs }) => rungs.flatMap(({ remedy }) => remedy ?? [])),
    ...describeCapabilities(scene).flatMap(({ remedies }) => remedies),
    ...conversion.checks.flatMap(({ remedies }) => remedies),
    ...conversion.plan,
    ...judged.services.flatMap(({ remedies }) => remedies),
    ...judged.outcomes.flatMap(({ outcome: found }) => (found.status === "finding" ? found.remedies : [])),
  ].flatMap(({ runOn, command }) => (runOn === "host" ? command : []));
}

describe("a command that is shown is one that the host knows", () => {
  test.each<[name: string, vm: Partial<VmFacts>]>([
    ["of generation 1", generation1({ configurationVersion: "5.0" })],
    ["of a version that it does not list", { configurationVersion: "9.0" }],
    [
      "with Windows 11 and no TPM",
      {
        configurationVersion: "5.0",
        guest: windows(22621, "Windows 11 Pro"),
        ...security({ tpmEnabled: false }),
      },
    ],
  ])("Windows Server 2012 R2, a VM %s", (_name, vm) => {
    const commands = commandsOfVm(9600, vm);
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((command) => SINCE_2016.test(command))).toEqual([]);
  });

  test.each([
    [14393, "-VmmqQueuePairs 16"],
    [17134, "-VmmqQueuePairs 16"],
    [17763, "-VrssMaxQueuePairs 16"],
    [26100, "-VrssMaxQueuePairs 16"],
  ])("queue pairs on build %i: %s", (build, parameter) => {
    const offered = commandsOfVm(build, {}).filter((command) => command.includes("QueuePairs"));
    expect(offered.length).toBeGreaterThan(0);
    for (const command of offered) expect(command).toContain(`Set-VMNetworkAdapter ${parameter}`);
  });

  test("a guest that its host's disk updates may know PowerShell 2 alone", () => {
    const judged = judge({ integrationServicesVersionState: 2 }, { host: onBuild(9600) });
    const found = outcome(judged, "is.version");
    const inGuest = found.status === "finding" ? found.remedies.filter(({ runOn }) => runOn === "guest") : [];
    expect(inGuest).toHaveLength(1);
    // Get-Volume was introduced in Windows 8, and a filter without braces in PowerShell 3.
    expect(inGuest[0]?.command).not.toMatch(/Get-Volume|Get-CimInstance|Where-Object [^{]/);
  });
});

describe("a lossless class", () => {
  const INSTALL = "Install-WindowsFeature Data-Center-Bridging";
  const policy = (priority: number) =>
    `New-NetQosPolicy -Name SMB -NetDirectPortMatchCondition 445 -PriorityValue8021Action ${priority}`;
  const flowControl = (priority: number) => `Enable-NetQosFlowControl -Priority ${priority}`;
  const dcb = { installed: true, smbDirectPriority: 4, pfcPriorities: [], willing: null };

  test.each([
    ["unread", null, [INSTALL, policy(3), flowControl(3)]],
    [
      "not installed",
      { ...dcb, installed: false, smbDirectPriority: null, pfcPriorities: null },
      [INSTALL, policy(3), flowControl(3)],
    ],
    [
      "installed, and no policy of SMB Direct",
      { ...dcb, smbDirectPriority: null },
      [policy(3), flowControl(3)],
    ],
    ["a policy without flow control is kept as it is", dcb, [flowControl(4)]],
  ])("%s", (_name, facts, steps) => {
    expect(configureDcb(facts).command.split("; ")).toEqual(steps);
  });
});

describe("names of people", () => {
  const NAMES = ["$(Stop-Computer)", "O'Brien", 'a"b`c', "‘’‚‛“”„", "line\r\nStop-Computer", "a; b | c & d"];
  const name = NAMES.join(" ");
  const inNames = new RegExp(["Stop-Computer", "O'Brien", "[‘’‚‛“”„]", 'a"b`c', "b \\| c"].join("|"));

  const ASKING: Partial<VmAdapterFacts> = { name, switchName: name, iovWeight: 100, rdmaWeight: 100 };
  const report: Partial<SnapshotFacts> = {
    physicalAdapters: [
      physicalAdapter({ name, vmq: null, sriov: null, rdma: null, rssOnHostVPorts: 0 }),
      storageAdapter({
        name,
        rss: null,
        rdma: { listed: true, enabled: true, maxQueuePairs: 0, technology: 4 },
      }),
    ],
    switches: [virtualSwitch({ name, iovEnabled: false, extensions: null })],
    hostAdapters: [hostAdapter({ name, rdma: { listed: true, enabled: false } })],
    smb: smbFacts({
      clientInterfaces: [smbInterface(31, name, false)],
      serverInterfaces: [],
      connections: [idleConnection({ serverName: name })],
      constraints: [{ serverName: name, interfaces: [name] }],
      client: { enableMultiChannel: false, requireSecuritySignature: false },
      dcb: { installed: false, smbDirectPriority: null, pfcPriorities: null, willing: null },
    }),
  };

  function shown(): { command: string; cost: string }[] {
    const asking = sampleVmAdapter(ASKING);
    const vm: Partial<VmFacts> = {
      name,
      notes: name,
      adapters: [asking, { ...asking, isLegacy: true }],
      disks: [],
      floppyPath: name,
      comPortPaths: [name],
      integrationServices: allRows({ enabled: true, name, primaryStatus: 12 }),
      guest: { ...windows(22621, `Windows 11 ${name}`), fqdn: name },
    };
    const lbfo = lbfoNetwork({ team: { name }, multiplexor: { name } });
    const judged = judge({ ...vm, name }, { host: hostFacts({ name }) });
    const found = [...judged.outcomes, ...judgeNetwork({ vm, report }).outcomes].map((each) => each.outcome);
    const onHost = [report, { ...report, ...lbfo }].flatMap((each) => [
      ...describeHostNetwork(hostNetwork(each)).flatMap(({ rungs }) => rungs),
      ...describeNetwork({ vm, report: each }).flatMap(({ rungs }) => rungs),
    ]);
    const hostOutcomes = judgeHostNetwork(hostNetwork(report)).outcomes.map((each) => each.outcome);
    const scenes = [world({ vm }), world({ vm: generation1({ ...vm, security: null }) })];
    const remedies: Remedy[] = [
      ...[...found, ...hostOutcomes].flatMap((each) => (each.status === "finding" ? each.remedies : [])),
      ...onHost.flatMap(({ remedy }) => remedy ?? []),
      ...judged.services.flatMap((each) => each.remedies),
      ...scenes.flatMap((scene) => describeCapabilities(scene).flatMap((each) => each.remedies)),
      ...scenes.flatMap((scene) => describeConversion(scene).checks.flatMap((each) => each.remedies)),
    ];
    const steps = scenes.flatMap((scene) => describeConversion(scene).plan);
    return [...remedies, ...steps.map(({ command, outage }) => ({ command, cost: outage }))];
  }

  test("are in no command, whose ids the wire has checked, and each states its cost", () => {
    const all = shown();
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter(({ command }) => inNames.test(command))).toEqual([]);
    expect(all.filter(({ cost }) => cost.trim() === "")).toEqual([]);
  });

  test("neither is an id that is no id", () => {
    const adapter = { id: `Microsoft:x\\${name}`, iovWeight: 0 };
    const commands = describeNetwork({ adapter }).flatMap(({ rungs }) =>
      rungs.flatMap(({ remedy }) => remedy?.command ?? []),
    );
    expect(commands.filter((command) => inNames.test(command))).toEqual([]);
    expect(verdict(judge({ name }), "heartbeat").remedies).toEqual([]);
  });
});
