import { describe, expect, test } from "vitest";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { allRows, findings, judge } from "../testing/vm-cases.ts";

describe("vm.state-critical", () => {
  test.each<RuleCase>([
    { name: "running", answer: "ok" },
    { name: "off", vm: { state: "Off" }, answer: "ok" },
    { name: "paused", vm: { state: "Paused" }, answer: "ok" },
    { name: "running, storage lost", vm: { state: "RunningCritical" }, answer: "critical" },
    { name: "paused, storage full", vm: { state: "PausedCritical" }, answer: "critical" },
    { name: "off, storage lost", vm: { state: "OffCritical" }, answer: "critical" },
    { name: "critical by an unknown name", vm: { state: "LevitatingCritical" }, answer: "critical" },
    { name: "an unknown name", vm: { state: "Other" }, answer: "unknown" },
    { name: "unread", vm: { state: null }, answer: "unknown" },
    { name: "the number is not evidence", vm: { stateCode: 32785 }, answer: "ok" },
    {
      name: "test replica, storage lost",
      vm: { state: "PausedCritical", replicationMode: "TestReplica" },
      answer: "critical",
    },
  ])("$name: $answer", (row) => checkRuleCase("vm.state-critical", row));

  test("is the one finding of a VM that lost its storage and fell silent", () => {
    const vm = {
      state: "RunningCritical",
      integrationServices: allRows({ primaryStatus: 13, enabled: true }),
    };
    expect(findings(judge(vm))).toEqual(["vm.state-critical critical"]);
  });
});
