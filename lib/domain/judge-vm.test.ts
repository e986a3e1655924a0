// Longer than 300 lines: one table of what health is made of, a situation a row.
import { describe, expect, test } from "vitest";
import type { VmFacts } from "./facts.ts";
import { healthOf } from "./health.ts";
import type { VmJudgement, VmJudgementInput } from "./judgement.ts";
import { VM_RULES } from "./rules/index.ts";
import {
  ago,
  allRows,
  findings,
  hostFacts,
  judge,
  linux,
  NOW,
  policyWith,
  remembering,
  serviceRows,
  statuses,
  vmFacts,
} from "./testing/vm-cases.ts";
import { SERVICE_KEYS } from "./words.ts";

/** The health that results from these answers on a fresh host, all findings new. */
function health(judgement: VmJudgement): string {
  const open = judgement.outcomes.flatMap(({ rule, outcome }) =>
    outcome.status === "finding" ? { rule, severity: outcome.severity, frozenAt: null } : [],
  );
  return healthOf({ ...judgement, freshness: "fresh", findings: open, hostFindings: [] });
}

const OFF = { enabled: false };
const NO_CONTACT = { primaryStatus: 12 };
const NULL = { primaryStatus: null };

describe("a judgement is whole", () => {
  test.each<[name: string, vm: Partial<VmFacts>]>([
    ["a running VM", {}],
    ["a VM that is off", { state: "Off" }],
    ["an unknown state", { state: null }],
    ["a test replica", { replicationMode: "TestReplica" }],
    ["nothing read", { integrationServices: null, guest: null, operationalStatus: null, security: null }],
  ])("%s: seven verdicts in order, an outcome of every rule", (_name, vm) => {
    const judged = judge(vm);
    expect(judged.services.map(({ key }) => key)).toEqual([...SERVICE_KEYS]);
    expect(judged.outcomes.map(({ rule }) => rule)).toEqual(VM_RULES.map(({ id }) => id));
  });

  test("a healthy VM has no finding", () => {
    const judged = judge();
    expect(findings(judged)).toEqual([]);
    expect(statuses(judged)).toEqual([
      "healthy",
      "healthy",
      "healthy",
      "healthy",
      "healthy",
      "disabled",
      "healthy",
    ]);
    expect(health(judged)).toBe("healthy");
  });

  test("every fact may be unread, and nothing is then said to be wrong", () => {
    const { id, name, ...facts } = vmFacts();
    const unread = Object.fromEntries(Object.keys(facts).map((key) => [key, null]));
    const host = hostFacts({ os: null, hyperv: null, cluster: null, rights: null });
    const judged = judge({ ...unread, id, name }, { host, newestCommonVmVersion: null });
    expect(findings(judged)).toEqual([]);
    expect(new Set(statuses(judged))).toEqual(new Set(["unknown"]));
    expect(health(judged)).toBe("unknown");
    const running = judge({ ...unread, id, name, state: "Running" }, { host, newestCommonVmVersion: null });
    expect(findings(running)).toEqual([]);
    expect(new Set(statuses(running))).toEqual(new Set(["unknown"]));
    expect(health(running)).toBe("unknown");
  });

  test("an identical report adds nothing new", () => {
    const first = judge();
    const second = judge({}, { memory: first.memory, observedAt: ago({ minutes: -1 }) });
    expect(second.memory).toBe(first.memory);
    expect(second.services).toEqual(first.services);
    expect(second.outcomes).toEqual(first.outcomes);
  });

  test("the judgement does not depend on a report's runtime numbers", () => {
    const busy = judge({ cpuUsagePercent: 99, memoryDemandBytes: 1, uptimeSeconds: 864060 });
    expect(busy.services).toEqual(judge().services);
  });
});

describe("what health is made of", () => {
  interface Row {
    name: string;
    vm?: Partial<VmFacts>;
    input?: Partial<VmJudgementInput>;
    health: string;
    findings?: string[];
  }
  const silent = { integrationServices: allRows({ primaryStatus: 12, enabled: true }) };
  const excused = { integrationServices: serviceRows({ heartbeat: NO_CONTACT }) };

  test.each<Row>([
    {
      name: "guest services off and time sync off",
      vm: { integrationServices: serviceRows({ "time-sync": OFF }) },
      health: "healthy",
      findings: ["is.time-sync info"],
    },
    { name: "silent", vm: silent, health: "warning", findings: ["is.guest-silent warning"] },
    {
      name: "heartbeat lost",
      vm: { integrationServices: allRows({ primaryStatus: 13 }) },
      health: "critical",
      findings: ["is.guest-silent critical"],
    },
    {
      name: "starting, heartbeat excused",
      vm: { ...silent, uptimeSeconds: 0 },
      health: "unknown",
      findings: [],
    },
    {
      name: "starting, heartbeat excused, shutdown off",
      vm: {
        integrationServices: serviceRows({ heartbeat: NO_CONTACT, shutdown: OFF }),
        automaticStopAction: "Save",
        uptimeSeconds: 0,
      },
      health: "warning",
      findings: ["is.shutdown warning"],
    },
    { name: "starting, heartbeat answers", vm: { uptimeSeconds: 0 }, health: "healthy", findings: [] },
    {
      name: "operation in progress, heartbeat excused",
      vm: { ...excused, operationalStatus: ["MigratingVirtualMachine"] },
      health: "unknown",
      findings: [],
    },
    {
      name: "operation in progress for too long",
      vm: { operationalStatus: ["MigratingVirtualMachine"] },
      input: {
        memory: remembering({ operationalStatusSince: { MigratingVirtualMachine: ago({ hours: 5 }) } }),
      },
      health: "warning",
      findings: ["vm.state-stuck warning"],
    },
    {
      name: "all statuses null",
      vm: { integrationServices: allRows({ ...NULL, enabled: true }) },
      health: "unknown",
      findings: [],
    },
    {
      name: "all statuses null, heartbeat off",
      vm: {
        integrationServices: serviceRows({
          heartbeat: { ...OFF, ...NULL },
          shutdown: NULL,
          "time-sync": NULL,
          "data-exchange": NULL,
          vss: NULL,
          "guest-services": NULL,
        }),
      },
      health: "warning",
      findings: ["is.heartbeat warning"],
    },
    {
      name: "all statuses null, time sync off",
      vm: {
        integrationServices: serviceRows({
          heartbeat: NULL,
          shutdown: NULL,
          "time-sync": { ...OFF, ...NULL },
          "data-exchange": NULL,
          vss: NULL,
          "guest-services": NULL,
        }),
      },
      health: "unknown",
      findings: ["is.time-sync info"],
    },
    {
      name: "all statuses null, heartbeat off as it may be",
      vm: {
        integrationServices: serviceRows({
          heartbeat: { ...OFF, ...NULL },
          shutdown: NULL,
          "time-sync": NULL,
          "data-exchange": NULL,
          vss: NULL,
          "guest-services": NULL,
        }),
      },
      input: { policy: policyWith({ heartbeat: "allowed" }) },
      health: "unknown",
      findings: [],
    },
    {
      name: "all six off",
      vm: { integrationServices: allRows(OFF) },
      health: "healthy",
      findings: ["is.heartbeat info"],
    },
    {
      name: "all six off, statuses null",
      vm: { integrationServices: allRows({ ...OFF, ...NULL }) },
      health: "healthy",
      findings: ["is.heartbeat info"],
    },
    {
      name: "all six off, starting",
      vm: { integrationServices: allRows(OFF), uptimeSeconds: 5 },
      health: "healthy",
      findings: ["is.heartbeat info"],
    },
    { name: "list unread", vm: { integrationServices: null }, health: "unknown", findings: [] },
    { name: "list empty", vm: { integrationServices: [] }, health: "unknown", findings: [] },
    {
      name: "heartbeat's row missing",
      vm: { integrationServices: serviceRows({ heartbeat: null }) },
      health: "unknown",
      findings: [],
    },
    {
      name: "heartbeat with an unknown number",
      vm: { integrationServices: serviceRows({ heartbeat: { primaryStatus: 15 } }) },
      health: "unknown",
      findings: [],
    },
    {
      name: "heartbeat null, VSS fails on Windows",
      vm: { integrationServices: serviceRows({ heartbeat: NULL, vss: NO_CONTACT }) },
      health: "warning",
      findings: ["is.vss warning"],
    },
    {
      name: "heartbeat off",
      vm: { integrationServices: serviceRows({ heartbeat: OFF }) },
      health: "warning",
      findings: ["is.heartbeat warning"],
    },
    { name: "off", vm: { state: "Off" }, health: "inactive", findings: [] },
    {
      name: "off, in a version that cannot start",
      vm: { state: "Off", configurationVersion: "5.0" },
      health: "inactive",
      findings: ["vm.configuration-version critical"],
    },
    { name: "paused", vm: { state: "Paused" }, health: "inactive", findings: [] },
    {
      name: "starting for long",
      vm: { state: "Starting" },
      input: { memory: remembering({ state: "Starting", stateSince: ago({ minutes: 31 }) }) },
      health: "warning",
      findings: ["vm.state-stuck warning"],
    },
    { name: "starting", vm: { state: "Starting" }, health: "inactive", findings: [] },
    {
      name: "paused, storage full",
      vm: { state: "PausedCritical" },
      health: "critical",
      findings: ["vm.state-critical critical"],
    },
    {
      name: "critical by an unknown name",
      vm: { state: "LevitatingCritical" },
      health: "critical",
      findings: ["vm.state-critical critical"],
    },
    {
      name: "an unknown state",
      vm: { state: "Other", configurationVersion: "5.0" },
      health: "unknown",
      findings: ["vm.configuration-version critical"],
    },
    { name: "a state unread", vm: { state: null }, health: "unknown", findings: [] },
    {
      name: "a test replica that runs, silent",
      vm: { ...silent, replicationMode: "TestReplica", configurationVersion: "5.0" },
      health: "inactive",
      findings: [],
    },
    {
      name: "a replica that waits",
      vm: { state: "Off", replicationMode: "Replica" },
      health: "inactive",
      findings: [],
    },
    {
      name: "a replica after its failover, silent",
      vm: { ...silent, replicationMode: "Replica" },
      health: "warning",
      findings: ["is.guest-silent warning"],
    },
    {
      name: "Linux without its daemons",
      vm: { guest: null, integrationServices: serviceRows({ "data-exchange": NO_CONTACT, vss: NO_CONTACT }) },
      health: "healthy",
      findings: ["is.data-exchange info", "is.vss info"],
    },
    {
      name: "shutdown off, host would shut it down",
      vm: { integrationServices: serviceRows({ shutdown: OFF }) },
      health: "warning",
      findings: ["is.shutdown warning", "vm.stop-action-without-shutdown warning"],
    },
  ])("$name: $health", ({ vm, input, health: expected, findings: open = [] }) => {
    const judged = judge(vm, input);
    expect(findings(judged)).toEqual(open);
    expect(health(judged)).toBe(expected);
  });
});

describe("a role", () => {
  test("is remembered while the replication mode cannot be read", () => {
    const vm = { replicationMode: null, integrationServices: allRows({ primaryStatus: 13 }) };
    expect(judge(vm, { knownRole: "test-replica" }).isInactive).toBe(true);
    expect(judge(vm).isInactive).toBe(false);
  });
});

describe("a Linux guest's story", () => {
  const guest = linux("Ubuntu", "22.04");
  const firmware = { secureBoot: "On", secureBootTemplate: "MicrosoftUEFICertificateAuthority" };

  test("reported, then silent data exchange, then reported again", () => {
    const told = judge({ guest, firmware });
    expect(statuses(told)[6]).toBe("not-applicable");

    const vm = {
      guest: null,
      firmware,
      integrationServices: serviceRows({ "data-exchange": NO_CONTACT }),
    };
    const at = ago({ hours: -1 });
    const silent = judge(vm, { memory: told.memory, observedAt: at, previousReportAt: NOW });
    expect(silent.memory.guest).toEqual({ facts: guest, at: NOW });
    expect(statuses(silent)[6]).toBe("not-applicable");
    expect(findings(silent)).toEqual(["is.data-exchange info"]);

    const again = judge({ guest, firmware }, { memory: silent.memory, observedAt: ago({ hours: -2 }) });
    expect(again.memory.guest?.at).toBe(ago({ hours: -2 }));
    expect(findings(again)).toEqual([]);
  });
});
