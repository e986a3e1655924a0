import { describe, expect, test } from "vitest";
import type { IntegrationServiceFacts, VmFacts } from "../facts.ts";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { allRows, findings, judge, serviceRows } from "../testing/vm-cases.ts";

const shutdown = (
  change: Partial<IntegrationServiceFacts> | null,
  action: string | null = "ShutDown",
): Partial<VmFacts> => ({
  automaticStopAction: action,
  integrationServices: serviceRows({ shutdown: change }),
});
const OFF = { enabled: false };

describe("vm.stop-action-without-shutdown", () => {
  test.each<RuleCase>([
    { name: "shutdown works", vm: shutdown({}), answer: "ok" },
    { name: "shutdown off", vm: shutdown(OFF), answer: "warning" },
    { name: "shutdown off, inside the grace", vm: { ...shutdown(OFF), uptimeSeconds: 5 }, answer: "warning" },
    { name: "no contact", vm: shutdown({ primaryStatus: 12 }), answer: "warning" },
    {
      name: "no contact, guest never known",
      vm: { ...shutdown({ primaryStatus: 12 }), guest: null },
      answer: "warning",
    },
    { name: "lost", vm: shutdown({ primaryStatus: 13 }), answer: "warning" },
    { name: "disabled by its status", vm: shutdown({ primaryStatus: 32896 }), answer: "warning" },
    { name: "degraded, and works", vm: shutdown({ primaryStatus: 3 }), answer: "ok" },
    { name: "mismatch, and works", vm: shutdown({ primaryStatus: 32775 }), answer: "ok" },
    { name: "error", vm: shutdown({ primaryStatus: 6 }), answer: "unknown" },
    { name: "incompatible", vm: shutdown({ primaryStatus: 7 }), answer: "unknown" },
    { name: "null", vm: shutdown({ primaryStatus: null }), answer: "unknown" },
    { name: "row missing", vm: shutdown(null), answer: "unknown" },
    {
      name: "list unread",
      vm: { automaticStopAction: "ShutDown", integrationServices: null },
      answer: "unknown",
    },
    {
      name: "silent with the whole guest",
      vm: { integrationServices: allRows({ primaryStatus: 12, enabled: true }) },
      answer: "unknown",
    },
    {
      name: "silent inside the grace",
      vm: { ...shutdown({ primaryStatus: 12 }), uptimeSeconds: 5 },
      answer: "unknown",
    },
    {
      name: "silent during an operation",
      vm: { ...shutdown({ primaryStatus: 12 }), operationalStatus: ["MergingDisks"] },
      answer: "unknown",
    },
    { name: "all six off", vm: { integrationServices: allRows(OFF) }, answer: "not-applicable" },
    { name: "the VM is saved instead", vm: shutdown(OFF, "Save"), answer: "not-applicable" },
    { name: "the VM is turned off anyway", vm: shutdown(OFF, "TurnOff"), answer: "not-applicable" },
    { name: "action unread", vm: shutdown(OFF, null), answer: "unknown" },
    { name: "an unknown action", vm: shutdown(OFF, "Levitate"), answer: "unknown" },
    { name: "VM off", vm: { ...shutdown(OFF), state: "Off" }, answer: "unknown" },
    {
      name: "VM off that is saved instead",
      vm: { ...shutdown(OFF, "Save"), state: "Off" },
      answer: "not-applicable",
    },
    {
      name: "test replica",
      vm: { ...shutdown(OFF), replicationMode: "TestReplica" },
      answer: "not-applicable",
    },
  ])("$name: $answer", (row) => checkRuleCase("vm.stop-action-without-shutdown", row));

  test.each([OFF, { primaryStatus: 12 }, { primaryStatus: 13 }])(
    "shutdown %j: both are open, both warnings",
    (change) => {
      expect(findings(judge(shutdown(change)))).toEqual([
        "is.shutdown warning",
        "vm.stop-action-without-shutdown warning",
      ]);
    },
  );
});
