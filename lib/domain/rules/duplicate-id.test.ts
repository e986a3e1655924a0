import { describe, test } from "vitest";
import type { PlacementFacts } from "../judgement.ts";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { NOW } from "../testing/vm-cases.ts";

const seen = (conflict: PlacementFacts["conflict"]): { placement: PlacementFacts } => ({
  placement: { conflict, hosts: [{ id: "h2", name: "HV-02", state: "Off", lastReportedAt: NOW }] },
});
const OFF = { state: "Off" };

describe("vm.duplicate-id", () => {
  test.each<RuleCase>([
    { name: "one place", vm: OFF, answer: "ok" },
    { name: "two places, and neither runs it", vm: OFF, input: seen("realised-twice"), answer: "warning" },
    { name: "two places, one of them runs it", input: seen(null), answer: "ok" },
    { name: "both run it: the other rule's", input: seen("running-twice"), answer: "not-applicable" },
    {
      name: "test replica",
      vm: { ...OFF, replicationMode: "TestReplica" },
      input: seen("realised-twice"),
      answer: "not-applicable",
    },
  ])("$name: $answer", (row) => checkRuleCase("vm.duplicate-id", row));
});
