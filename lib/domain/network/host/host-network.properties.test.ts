import { describe, expect, test } from "vitest";
import type { SnapshotFacts } from "../../facts.ts";
import {
  connection,
  hostAdapter,
  type HostNetworkCase,
  hostNetwork,
  idleConnection,
  OFFLOAD_ON,
  smbFacts,
  storageAdapter,
  vmNetwork,
} from "../../testing/host-network-cases.ts";
import {
  lbfoNetwork,
  physicalAdapter,
  secondPort,
  setSwitch,
  virtualSwitch,
} from "../../testing/network-cases.ts";
import type { HostTechnology } from "../../words.ts";
import type { DescribedLadder } from "../ladder.ts";
import { networkScene } from "../path.ts";
import { describeHostNetwork, judgeHostNetwork } from "./judge-host-network.ts";
import type { HostOutcome } from "./rules/cause.ts";

type Report = Pick<
  SnapshotFacts,
  "host" | "physicalAdapters" | "switches" | "hostAdapters" | "teams" | "smb"
>;

const { rdma: RDMA } = physicalAdapter();
const ASKING = [
  vmNetwork("A", { iovWeight: 100, status: "configured", stopped: "switch-iov" }),
  vmNetwork("B", { technology: "vmmq", status: "active" }),
];

/** Hosts on which every ladder has each of its possible states. */
const WORLDS: Record<string, HostNetworkCase> = {
  "all holds, unused": {},
  "sessions over RDMA": {
    smb: smbFacts({ connections: [connection(), connection({ clientInterfaceIndex: 21 })] }),
  },
  "used, without a session over RDMA": { moves: "SMB", smb: smbFacts({ connections: [idleConnection()] }) },
  "RoCE without DCB, used": {
    smb: smbFacts({
      connections: [idleConnection()],
      dcb: { installed: true, smbDirectPriority: 3, pfcPriorities: [], willing: true },
    }),
  },
  "host adapters without RDMA, used": {
    moves: "SMB",
    physicalAdapters: [physicalAdapter()],
    hostAdapters: [hostAdapter({ rdma: { listed: true, enabled: false } })],
  },
  "an embedded team of unlike members": {
    switches: [setSwitch({ iovEnabled: false })],
    physicalAdapters: [
      physicalAdapter(),
      secondPort({ rdma: RDMA && { ...RDMA, enabled: false }, driverVersion: "1.0" }),
      storageAdapter(),
    ],
    vmNetworks: ASKING,
  },
  "LBFO under a switch": {
    ...lbfoNetwork(),
    vmNetworks: [vmNetwork("A", { iovWeight: 100, status: "configured", stopped: "no-lbfo" })],
  },
  "LBFO beside a switch": { ...lbfoNetwork(), switches: [virtualSwitch({ adapterGuids: [] })] },
  "everything off": {
    offload: {
      receiveSideScaling: "Disabled",
      networkDirect: "Disabled",
      networkDirectAcrossIPSubnets: null,
    },
    moves: "SMB",
    smb: smbFacts({ client: { enableMultiChannel: false, requireSecuritySignature: false } }),
  },
  "encrypted before 2022": {
    build: 17763,
    moves: "SMB",
    smb: smbFacts({
      connections: [connection()],
      server: {
        enableMultiChannel: true,
        encryptData: true,
        rejectUnencryptedAccess: true,
        requireSecuritySignature: true,
        enableSMB1Protocol: true,
        enableSMB2Protocol: true,
      },
    }),
  },
};

function reportOf({ network }: ReturnType<typeof hostNetwork>): Report {
  const { host, teams, smb } = network;
  return structuredClone({
    host,
    physicalAdapters: [...(network.physicalAdapters ?? [])],
    switches: [...(network.switches?.values() ?? [])].map(({ facts }) => facts),
    hostAdapters: [...(network.hostAdapters ?? [])],
    teams: [...(teams ?? [])],
    smb,
  });
}

/** What the wire requires, so that every report contains it. */
const REQUIRED = new Set(["id", "interfaceGuid", "name", "machineId"]);

/**
 * Adapters in an unread state count as up, a machine that does not report itself as virtual is physical, and a null
 * keyword is one that the driver does not have. Nothing else may block what was not blocked, except at a rung that was
 * broken with the fact as well: RDMA is not requested without evidence of use, and a visibly broken rung decides.
 */
const RULED_OTHERWISE = /\.(status|rssOnHostVPorts)$|^host\.(model|manufacturer)$/;

/** Every copy of a report in which one thing is unread. */
function* withOneUnread(report: Report): Generator<[path: string, report: Report]> {
  for (const path of pathsOf(report, [])) {
    if (RULED_OTHERWISE.test(path.join("."))) continue;
    const copy = structuredClone(report);
    let place: Record<string, unknown> = { ...copy };
    const root = place;
    for (const step of path.slice(0, -1)) {
      const inner: unknown = place[step];
      if (typeof inner !== "object" || inner === null) throw new Error("no such path");
      place = Object.assign(inner);
    }
    place[path.at(-1) ?? ""] = null;
    yield [path.join("."), Object.assign(copy, root)];
  }
}

function pathsOf(value: unknown, path: string[]): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    const isRow = Array.isArray(value);
    const isRequired = isRow || REQUIRED.has(key) || here.join() === "host";
    return [...(isRequired ? [] : [here]), ...pathsOf(inner, here)];
  });
}

const GOOD = { active: 2, ready: 1 };
function goodness(status: string): number {
  return status === "active" || status === "ready" ? GOOD[status] : 0;
}

describe.each(Object.entries(WORLDS))("%s", (_name, world) => {
  const { network, vms } = hostNetwork(world);
  const report = reportOf({ network, vms });
  const whole = describeHostNetwork({ network, vms });
  const wholeOutcomes = judgeHostNetwork({ network, vms }).outcomes;

  test("removing evidence makes no verdict better, and breaks no rung that held", () => {
    const broken: string[] = [];
    for (const [path, copy] of withOneUnread(report)) {
      for (const after of describeHostNetwork({ network: networkScene(copy), vms })) {
        const before = whole.find((each) => isSameLadder(each, after));
        if (!before) continue;
        const wasBroken = before.rungs.some(
          ({ key, status }) => key === after.brokenRung && status === "fail",
        );
        if (after.status === "blocked" && before.status !== "blocked" && !wasBroken)
          broken.push(`${after.adapterName} ${after.technology} is blocked without ${path}`);
        if (before.status === "not-applicable") continue;
        const isBetter = goodness(after.status) > goodness(before.status);
        const isBroken = goodness(before.status) > 0 && /blocked|configured/.test(after.status);
        if (isBetter || isBroken) broken.push(`${after.adapterName} ${after.technology} without ${path}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test("removing evidence opens no finding", () => {
    const open = new Set(openRules(wholeOutcomes));
    const opened = [...withOneUnread(report)].flatMap(([path, copy]) =>
      openRules(judgeHostNetwork({ network: networkScene(copy), vms }).outcomes)
        .filter((rule) => !open.has(rule))
        .map((rule) => `${rule} without ${path}`),
    );
    expect(opened).toEqual([]);
  });

  test("the order of lists changes nothing", () => {
    const reversed = structuredClone(report);
    for (const list of [reversed.physicalAdapters, reversed.switches, reversed.hostAdapters, reversed.teams])
      list?.reverse();
    for (const each of reversed.switches ?? []) each.adapterGuids?.reverse();
    for (const each of reversed.teams ?? []) each.members?.reverse();
    const { smb } = reversed;
    for (const list of [smb?.clientInterfaces, smb?.serverInterfaces, smb?.connections, smb?.constraints])
      list?.reverse();

    const other = judgeHostNetwork({ network: networkScene(reversed), vms: vms?.toReversed() ?? null });
    expect(other.ladders).toHaveLength(whole.length);
    expect(other.ladders).toEqual(expect.arrayContaining(judgeHostNetwork({ network, vms }).ladders));
    expect(other.outcomes.map(sayOutcome)).toEqual(wholeOutcomes.map(sayOutcome));
  });
});

function openRules(outcomes: readonly HostOutcome[]): string[] {
  return outcomes.flatMap(({ rule, outcome }) => (outcome.status === "finding" ? rule : []));
}

function isSameLadder(
  left: DescribedLadder<HostTechnology>,
  right: DescribedLadder<HostTechnology>,
): boolean {
  return left.technology === right.technology && left.adapterId === right.adapterId;
}

function sayOutcome({ rule, outcome, touchedVms }: HostOutcome) {
  return outcome.status === "finding"
    ? { rule, severity: outcome.severity, summary: outcome.summary, touchedVms }
    : { rule, status: outcome.status };
}

describe("an empty report", () => {
  const nothing = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, REQUIRED.has(key) ? inner : nothing(inner)]),
    );
  };

  test("gives no word and no rung but unknown", () => {
    const base = reportOf(hostNetwork());
    const hollow = {
      ...base,
      physicalAdapters: base.physicalAdapters?.map((each) => Object.assign(each, nothing(each))) ?? null,
      switches: base.switches?.map((each) => Object.assign(each, nothing(each))) ?? null,
      hostAdapters: base.hostAdapters?.map((each) => Object.assign(each, nothing(each))) ?? null,
      host: { ...base.host, os: null, hyperv: null, offload: null, model: null, manufacturer: null },
      smb: null,
    };
    const input = { network: networkScene(hollow), vms: null };
    const ladders = describeHostNetwork(input);
    expect(new Set(ladders.map(({ status }) => status))).toEqual(new Set(["unknown"]));
    const rungs = new Set(ladders.flatMap((ladder) => ladder.rungs.map(({ status }) => status)));
    expect(rungs).toEqual(new Set(["unknown", "not-applicable"]));
    expect(openRules(judgeHostNetwork(input).outcomes)).toEqual([]);
  });

  test("sections that were all unread give no finding", () => {
    const unread = { physicalAdapters: null, switches: null, hostAdapters: null, teams: null, smb: null };
    const { outcomes, ladders } = judgeHostNetwork(
      hostNetwork({ ...unread, offload: OFFLOAD_ON, vmNetworks: null }),
    );
    expect(ladders.map(({ status }) => status)).toEqual(["unknown", "unknown"]);
    expect(openRules(outcomes)).toEqual([]);
  });
});
