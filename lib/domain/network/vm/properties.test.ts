import { describe, expect, test } from "vitest";
import type { SnapshotFacts, VmAdapterFacts, VmFacts } from "../../facts.ts";
import { sampleSnapshot, sampleVmAdapter } from "../../sample-facts.ts";
import {
  lbfoNetwork,
  physicalAdapter,
  secondPort,
  setSwitch,
  virtualSwitch,
} from "../../testing/network-cases.ts";
import { hostFacts, vmFacts, windows } from "../../testing/vm-cases.ts";
import { describeNetwork, judgeNetwork, type NetworkCase } from "../../testing/vm-network-cases.ts";
import { randomFrom } from "../../testing/random.ts";
import type { AccelerationStatus } from "../../words.ts";
import type { RungStatus } from "../ladder.ts";

const CASES = 400;
/** Each of them once without each of its facts. */
const WORLDS = 14;

const MODELS = ["PowerEdge R750", "PowerEdge R750", "PowerEdge R750", "Virtual Machine"];

type Random = ReturnType<typeof randomFrom>;

/** Facts that do not contradict each other: a switch is of one kind, and a function is there or it is not. */
function worldOf({ pick, isOne }: Random): { vm: VmFacts; report: SnapshotFacts } {
  const mostly = () => isOne(0.85);
  const port = (index: number) => {
    const isListed = mostly();
    return (index === 0 ? physicalAdapter : secondPort)({
      linkSpeedBitsPerSecond: pick([1e9, 10e9, 25e9]),
      sriov: isListed
        ? {
            listed: true,
            support: pick(["Supported", "Supported", "MissingAcs"]),
            enabled: mostly(),
            numVFs: pick([0, 8, 64]),
            numAllocatedVFs: 0,
          }
        : { listed: false, support: null, enabled: null, numVFs: null, numAllocatedVFs: null },
      vmq: { listed: true, enabled: mostly(), numberOfReceiveQueues: pick([0, 63, 63]), allocatedQueues: 1 },
      rdma: { listed: true, enabled: mostly(), maxQueuePairs: pick([0, 64, 64]), technology: 4 },
      rssOnHostVPorts: pick([0, 1, 1]),
    });
  };
  const iovEnabled = mostly();
  const onSwitch = {
    iovEnabled,
    iovSupport: mostly(),
    iovVirtualFunctionsInUse: iovEnabled ? pick([0, 1, 64]) : 0,
    numberVmqAllocated: pick([0, 3, 63]),
    extensions: pick([[], [{ name: "VFP", type: "Forwarding", enabled: isOne(0.5), running: true }]]),
  };
  const network = pick([
    () => ({ switches: [virtualSwitch(onSwitch)], physicalAdapters: [port(0)] }),
    () => ({ switches: [setSwitch(onSwitch)], physicalAdapters: [port(0), port(1)] }),
    () => lbfoNetwork(),
    () => ({ switches: [virtualSwitch({ switchType: "Internal", adapterGuids: [] })] }),
  ])();
  const build = pick([9600, 14393, 20348]);
  const hasTraffic = (chance: number) => network.switches[0]?.switchType === "External" && isOne(chance);
  const NO_FUNCTION = { iovUsage: 0, iovQueuePairsAssigned: 0, vfDataPathActive: false };
  const FUNCTION = { iovUsage: 1, iovQueuePairsAssigned: 1, vfDataPathActive: true };
  const adapter = (index: number, connected: boolean) => {
    const isLegacy = isOne(0.1);
    const carries = (chance: number) => connected && !isLegacy && hasTraffic(chance);
    return sampleVmAdapter({
      id: `Microsoft:vm\\${index}`,
      isLegacy,
      connected,
      iovWeight: pick([0, 100]),
      ...(carries(0.3) ? FUNCTION : NO_FUNCTION),
      vmqWeight: pick([0, 100, 100]),
      vmqUsage: carries(0.5) ? 1 : 0,
      vrssEnabled: isOne(0.5),
      vrssEnabledRequested: mostly(),
      vmmqEnabled: carries(0.5),
      vmmqEnabledRequested: mostly(),
      vrssMaxQueuePairs: pick([1, 4]),
      vrssMaxQueuePairsRequested: pick([1, 16]),
      // Hosts before 2016 have no such weight.
      rdmaWeight: build < 14393 ? null : pick([0, 100]),
      aclCount: pick([0, 0, 1]),
    });
  };
  return {
    vm: vmFacts({
      adapters: [adapter(0, isOne(0.9)), adapter(1, isOne(0.9))],
      processorCount: pick([1, 2, 8]),
      configurationVersion: pick(["7.0", "9.0"]),
      state: pick(["Running", "Running", "Running", "Off"]),
      guest: pick([windows(20348), windows(7601)]),
    }),
    report: sampleSnapshot({ host: hostFacts({ build, model: pick(MODELS) }), vms: [], ...network }),
  };
}

/** Every leaf and list of a whole, as a copy without it. */
function* withoutOne<Whole extends object>(
  whole: Whole,
  keep: ReadonlySet<string>,
): Generator<{ path: string; whole: Whole }> {
  for (const path of pathsOf(whole, "", keep)) {
    const copy = structuredClone(whole);
    const keys = path.split("/");
    const last = keys.pop() ?? "";
    let node: object = copy;
    for (const key of keys) {
      const next: unknown = Reflect.get(node, key);
      if (typeof next !== "object" || next === null) throw new Error(`no ${path}`);
      node = next;
    }
    Reflect.set(node, last, null);
    yield { path, whole: copy };
  }
}

function pathsOf(node: unknown, prefix: string, keep: ReadonlySet<string>): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (keep.has(key) || value === null) return [];
    const path = prefix === "" ? key : `${prefix}/${key}`;
    // A row of a list is never null on the wire, so rows are kept and their values removed.
    const isKept = Array.isArray(node) || WHOLES.has(key);
    return [...(isKept ? [] : [path]), ...pathsOf(value, path, keep)];
  });
}

/**
 * Ids, and facts whose absence has a defined meaning: an adapter in an unread state is up, no uptime means no grace
 * period, an unknown guest never matters, and a VM that reports nothing of itself is an ordinary one.
 */
const KEPT: ReadonlySet<string> = new Set([
  "id",
  "interfaceGuid",
  "name",
  "status",
  "uptimeSeconds",
  "guest",
  "manufacturer",
  "replicationMode",
  "operationalStatus",
  "integrationServices",
  "disks",
  "sections",
  "agent",
  "smb",
  "security",
  "firmware",
  "checkpoints",
  "hardware",
  "rights",
]);
const WHOLES: ReadonlySet<string> = new Set(["vm", "report", "host"]);
const TRAFFIC =
  /vmqUsage|iovUsage|iovQueuePairsAssigned|vfDataPathActive|vmmqEnabled$|vrssEnabled$|vrssMaxQueuePairs$/;
/** On the wire its null is an answer: the driver lacks the keyword, so the adapter lacks VMMQ. */
const KEYWORD = /rssOnHostVPorts$/;

/** A verdict that changes when a fact is taken away. */
interface Change {
  path: string;
  was: AccelerationStatus;
  now: AccelerationStatus;
  /** Whether the rung that decides now was broken with the fact as well. */
  wasBroken: boolean;
}

/** Everything that may be better, or newly blocked, without a fact, each with its reason. */
const EXCEPTIONS: Record<string, (change: Change) => boolean> = {
  "a missing keyword is a missing capability": ({ path, now }) => KEYWORD.test(path) && now === "blocked",
  "a host is nested only if it says so, otherwise it is judged as any machine": ({ path, was }) =>
    path === "report/host/model" && was === "not-applicable",
  "with the switch unread it may be external, and a visibly broken rung decides even then": (change) =>
    /^report\/switches$|switchType$|switchId$/.test(change.path) &&
    change.was === "not-applicable" &&
    change.now === "blocked" &&
    change.wasBroken,
  "if the first broken rung is unread, the next broken one decides": ({ was, now, wasBroken }) =>
    was === "configured" && now === "blocked" && wasBroken,
  "traffic wins over a broken rung, which decides without evidence of traffic": ({ path, was, now }) =>
    (TRAFFIC.test(path) || path === "vm/processorCount") &&
    (was === "active" || was === "ready") &&
    now === "blocked",
};

function rungsOf(changed: NetworkCase): Map<string, RungStatus> {
  return new Map(
    describeNetwork(changed).flatMap(({ adapterId, technology, rungs }) =>
      rungs.map(({ key, status }) => [`${adapterId} ${technology} ${key}`, status] as const),
    ),
  );
}

describe("evidence that is taken away", () => {
  test("makes no verdict better and blocks nothing, with five exceptions, and breaks nothing that held", () => {
    const random = randomFrom(2);
    const wrong: string[] = [];
    const needed = new Set<string>();
    for (let index = 0; index < WORLDS; index += 1) {
      const world = worldOf(random);
      const before = judgeNetwork(world).ladders;
      const rungsBefore = rungsOf(world);
      for (const { path, whole } of withoutOne(world, KEPT)) {
        const after = judgeNetwork(whole).ladders;
        for (const [position, { technology, adapterId, status: was }] of before.entries()) {
          // A list of adapters that is gone has no ladders.
          const { status: now, brokenRung } = after[position] ?? { status: "unknown", brokenRung: null };
          const isSuspect =
            (now === "active" && was !== "active") ||
            (now === "ready" && was !== "ready" && was !== "active") ||
            (now === "blocked" && was !== "blocked");
          if (!isSuspect) continue;
          const wasBroken = rungsBefore.get(`${adapterId} ${technology} ${brokenRung}`) === "fail";
          const change = { path, was, now, wasBroken };
          const reason = Object.keys(EXCEPTIONS).find((each) => EXCEPTIONS[each]?.(change));
          if (reason === undefined) wrong.push(`${path}: ${technology} ${was}, then ${now} ${brokenRung}`);
          else needed.add(reason);
        }
        for (const [key, now] of rungsOf(whole)) {
          const was = rungsBefore.get(key);
          const isNew =
            (now === "pass" && was !== "pass" && was !== "not-applicable") ||
            (now === "fail" && was !== "fail" && !TRAFFIC.test(path));
          if (isNew && !KEYWORD.test(path)) wrong.push(`${path}: ${key} ${was}, then ${now}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect([...needed].toSorted()).toEqual(Object.keys(EXCEPTIONS).toSorted());
  });

  test("altogether leaves nothing but unknown", () => {
    const facts = sampleVmAdapter();
    const unread = Object.fromEntries(Object.keys(facts).map((key) => [key, null]));
    const adapter: VmAdapterFacts = { ...facts, ...unread, id: facts.id };
    for (const connected of [null, true]) {
      const nothing: NetworkCase = {
        vm: {
          adapters: [{ ...adapter, connected }],
          guest: null,
          processorCount: null,
          configurationVersion: null,
        },
        report: {
          host: hostFacts({ build: null, hyperv: null }),
          physicalAdapters: null,
          switches: null,
          teams: null,
        },
      };
      expect(new Set(Object.values(judgeNetwork(nothing).words))).toEqual(new Set(["unknown"]));
      const told = [...rungsOf(nothing)].filter(([, status]) => status !== "unknown");
      expect(told.map(([key]) => key.split(" ").pop())).toEqual(Array(5).fill("vm-running"));
    }
  });
});

describe("the order of lists", () => {
  test("changes no verdict", () => {
    const random = randomFrom(21);
    for (let index = 0; index < CASES; index += 1) {
      const { vm, report } = worldOf(random);
      vm.operationalStatus = [random.pick(["NoIommu", "IovNoAvailResources", "Ok"]), "Ok"];
      const turned = {
        vm: {
          ...vm,
          adapters: vm.adapters?.toReversed() ?? null,
          operationalStatus: vm.operationalStatus.toReversed(),
        },
        report: {
          ...report,
          physicalAdapters: report.physicalAdapters?.toReversed() ?? null,
          teams:
            report.teams?.map((team) => ({ ...team, members: team.members?.toReversed() ?? null })) ?? null,
          switches: [
            ...(report.switches ?? []),
            virtualSwitch({ id: "00000000-0000-4000-8000-000000000000", adapterGuids: [] }),
          ]
            .map((each) => ({
              ...each,
              adapterGuids: each.adapterGuids?.toReversed() ?? null,
              extensions: each.extensions?.toReversed() ?? null,
            }))
            .toReversed(),
        },
      };
      const byAdapter = ({ ladders }: ReturnType<typeof judgeNetwork>) =>
        ladders.map((ladder) => JSON.stringify(ladder)).toSorted();
      const before = judgeNetwork({ vm, report });
      const after = judgeNetwork(turned);
      expect(byAdapter(after)).toEqual(byAdapter(before));
      expect(after.words).toEqual(before.words);
      expect(after.outcomes.map(({ outcome }) => outcome.status)).toEqual(
        before.outcomes.map(({ outcome }) => outcome.status),
      );
    }
  });
});
