import { describe, expect, test } from "vitest";
import { defaultPolicy } from "./default-policy.ts";
import type { HostFacts, VmFacts } from "./facts.ts";
import { healthOf } from "./health.ts";
import { judgeVm } from "./judge-vm.ts";
import type { VmJudgement, VmMemory } from "./judgement.ts";
import { generation1, secureBoot } from "./testing/generation-cases.ts";
import { randomFrom } from "./testing/random.ts";
import {
  ago,
  hostFacts,
  lastKnown,
  linux,
  NOW,
  remembering,
  serviceRows,
  vmFacts,
  windows,
} from "./testing/vm-cases.ts";
import { COMPONENT_KEYS } from "./services/service-catalogue.ts";

const WORLDS = 40;

interface World {
  vm: VmFacts;
  host: HostFacts;
  memory: VmMemory;
}

function worldOf({ pick, isOne }: ReturnType<typeof randomFrom>): World {
  const numbers = pick([[2], [2, 2, 2, 12], [12, 13], [2, 3, 6, 7, 12, 13, 32775, 15]]);
  const rows: Parameters<typeof serviceRows>[0] = {};
  for (const key of COMPONENT_KEYS)
    rows[key] = {
      enabled: isOne(0.75),
      primaryStatus: pick(numbers),
      secondaryStatus: key === "heartbeat" ? pick([2, null, 32782]) : pick([null, 32775]),
    };
  const shared: Partial<VmFacts> = {
    integrationServices: serviceRows(rows),
    state: pick(["Running", "Running", "Running", "Off", "PausedCritical", "Starting"]),
    uptimeSeconds: pick([30, 90_000]),
    operationalStatus: pick([["Ok"], ["Ok"], ["Ok", "BackingUpVirtualMachine", "CreatingSnapshot"]]),
    automaticStopAction: pick(["ShutDown", "Save"]),
    configurationVersion: pick(["10.0", "9.0", "5.0"]),
    integrationServicesVersionState: pick([0, 1, 2]),
    guest: pick([windows(20348), windows(26100, "Windows 11 Pro"), linux("Ubuntu", "22.04"), null]),
  };
  const vm = isOne(0.3) ? generation1(shared) : { ...shared, ...secureBoot(pick(["On", "Off"])) };
  const since = { BackingUpVirtualMachine: ago({ hours: pick([1, 30]) }) };
  const state = { state: shared.state ?? null, stateSince: ago({ hours: 2 }), operationalStatusSince: since };
  return {
    vm: vmFacts(vm),
    host: hostFacts({ build: pick([9600, 14393, 20348]) }),
    // What is remembered of a guest stays when it is no longer reported.
    memory: { ...lastKnown(shared.guest ?? linux("Ubuntu", "22.04")), ...(isOne(0.5) ? state : {}) },
  };
}

function judgeWorld({ vm, host, memory }: World): VmJudgement {
  const placement = { conflict: null, hosts: [] };
  const rest = { newestCommonVmVersion: "10.0", policy: defaultPolicy, observedAt: NOW };
  return judgeVm({ vm, host, memory, placement, ...rest });
}

/** Every copy of a whole in which one leaf, or one branch, is unread; rows of lists are never null on the wire. */
function* withoutOne<Whole extends object>(whole: Whole, path = ""): Generator<[path: string, less: Whole]> {
  const parts: [string, unknown][] = Object.entries(whole);
  for (const [key, part] of parts) {
    if (part === null || REQUIRED.has(key)) continue;
    const here = `${path}/${key}`;
    if (!Array.isArray(whole)) yield [here, replaced(whole, key, null)];
    if (typeof part !== "object") continue;
    for (const [below, less] of withoutOne(part, here)) yield [below, replaced(whole, key, less)];
  }
}

const REQUIRED: ReadonlySet<string> = new Set(["id", "name", "machineId"]);

function replaced<Whole extends object>(whole: Whole, key: string, part: unknown): Whole {
  const copy = structuredClone(whole);
  Reflect.set(copy, key, part);
  return copy;
}

/**
 * Facts whose absence is defined to mean something other than unknown: an unread setting counts as enabled, a heartbeat
 * without a second number works, and an old host's text stands in for its number.
 */
const RULED_OTHERWISE =
  /^\/(?:integrationServices\/\d\/(?:enabled|secondaryStatus)|integrationServicesVersionState|replicationMode)$/;

function healthIn(judgement: VmJudgement): string {
  const findings = judgement.outcomes.flatMap(({ rule, outcome }) =>
    outcome.status === "finding" ? { rule, severity: outcome.severity, frozenAt: null } : [],
  );
  return healthOf({ ...judgement, freshness: "fresh", findings, hostFindings: [] });
}

describe("evidence that is taken away from a VM", () => {
  const random = randomFrom(67);
  const worlds = Array.from({ length: WORLDS }, () => worldOf(random));

  test("resolves no finding, and makes no service healthy", () => {
    const wrong: string[] = [];
    for (const world of worlds) {
      const before = judgeWorld(world);
      const less = [
        ...[...withoutOne(world.vm)].map(([path, vm]) => [path, { ...world, vm }] as const),
        ...[...withoutOne(world.host)].map(([path, host]) => [`/host${path}`, { ...world, host }] as const),
      ];
      expect(less.length).toBeGreaterThan(100);
      for (const [path, smaller] of less) {
        if (RULED_OTHERWISE.test(path)) continue;
        const after = judgeWorld(smaller);
        before.outcomes.forEach(({ rule, outcome: { status: was } }, index) => {
          const now = after.outcomes[index]?.outcome.status;
          const isMended = now === "ok" && (was === "finding" || was === "unknown");
          if (isMended || (was === "finding" && now === "not-applicable"))
            wrong.push(`${path}: ${rule} ${was}, then ${now}`);
        });
        before.services.forEach(({ key, status: was }, index) => {
          const now = after.services[index]?.status;
          if (now === "healthy" && was !== "healthy") wrong.push(`${path}: ${key} ${was}, then ${now}`);
        });
      }
    }
    expect(wrong).toEqual([]);
  });

  test("leaves a VM neither good nor bad if only its running state is reported", () => {
    for (const { vm } of worlds) {
      const nothing = Object.fromEntries(Object.keys(vm).map((key) => [key, null]));
      const unread = { ...vm, ...nothing, id: vm.id, name: vm.name, state: "Running" };
      const host = hostFacts({ os: null, hyperv: null, cluster: null, rights: null });
      const judged = judgeWorld({ vm: unread, host, memory: remembering() });
      expect(healthIn(judged)).toBe("unknown");
      expect(new Set(judged.services.map(({ status }) => status))).toEqual(new Set(["unknown"]));
    }
  });
});

test("the order of a VM's lists changes nothing that is said of it", () => {
  const random = randomFrom(23);
  for (let index = 0; index < WORLDS; index += 1) {
    const world = worldOf(random);
    const { vm, host } = world;
    const turned = judgeWorld({
      ...world,
      vm: {
        ...vm,
        integrationServices: vm.integrationServices?.toReversed() ?? null,
        operationalStatus: vm.operationalStatus?.toReversed() ?? null,
        disks: vm.disks?.toReversed() ?? null,
        adapters: vm.adapters?.toReversed() ?? null,
      },
      host,
    });
    const before = judgeWorld(world);
    expect({ ...turned, memory: null }).toEqual({ ...before, memory: null });
    expect(healthIn(turned)).toBe(healthIn(before));
  }
});
