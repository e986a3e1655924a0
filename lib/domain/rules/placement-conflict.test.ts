import { describe, expect, test } from "vitest";
import type { PlacementFacts } from "../judgement.ts";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { ago, judge, NOW, outcome } from "../testing/vm-cases.ts";

const seen = (conflict: PlacementFacts["conflict"]): { placement: PlacementFacts } => ({
  placement: {
    conflict,
    hosts: [
      { id: "h3", name: "HV-03", state: "Running", lastReportedAt: NOW },
      { id: "h2", name: "HV-02", state: null, lastReportedAt: ago({ minutes: 1 }) },
    ],
  },
});

describe("vm.placement-conflict", () => {
  test.each<RuleCase>([
    { name: "one place", answer: "ok" },
    { name: "listed elsewhere without a conflict", input: seen(null), answer: "ok" },
    { name: "running twice", input: seen("running-twice"), answer: "warning" },
    { name: "neither runs: the other rule's", input: seen("realised-twice"), answer: "ok" },
    {
      name: "test replica",
      vm: { replicationMode: "TestReplica" },
      input: seen("running-twice"),
      answer: "not-applicable",
    },
    {
      name: "replica that runs",
      vm: { replicationMode: "Replica" },
      input: seen("running-twice"),
      answer: "warning",
    },
  ])("$name: $answer", (row) => checkRuleCase("vm.placement-conflict", row));

  test("names all places in an order that no report changes", () => {
    expect(outcome(judge({}, seen("running-twice")), "vm.placement-conflict")).toMatchObject({
      evidence: [
        { name: "placement.conflict", value: "running-twice", decides: true },
        { name: "HV-01", value: "Running" },
        { name: "HV-02", value: null },
        { name: "HV-03", value: "Running" },
      ],
    });
  });
});
