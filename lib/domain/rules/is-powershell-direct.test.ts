import { describe, test } from "vitest";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { hostFacts, linux, policyWith } from "../testing/vm-cases.ts";

const REQUIRED = { policy: policyWith({ "powershell-direct": "required" }) };

describe("is.powershell-direct", () => {
  test.each<RuleCase>([
    { name: "not required", answer: "not-applicable" },
    {
      name: "not required, and missing",
      vm: { configurationVersion: "5.0" },
      answer: "not-applicable",
    },
    {
      name: "forbidden, which no switch could do",
      input: { policy: policyWith({ "powershell-direct": "forbidden" }) },
      answer: "not-applicable",
    },
    { name: "required and possible", input: REQUIRED, answer: "ok" },
    {
      name: "required, configuration too old",
      vm: { configurationVersion: "5.0" },
      input: REQUIRED,
      answer: "warning",
    },
    {
      name: "required, host too old",
      input: { ...REQUIRED, host: hostFacts({ build: 9600 }) },
      answer: "warning",
    },
    {
      name: "required, guest has none",
      vm: { guest: linux("Ubuntu", "22.04") },
      input: REQUIRED,
      answer: "warning",
    },
    { name: "required, guest unknown", vm: { guest: null }, input: REQUIRED, answer: "unknown" },
    {
      name: "required, inside the grace",
      vm: { guest: null, uptimeSeconds: 5 },
      input: REQUIRED,
      answer: "unknown",
    },
    { name: "required, VM off", vm: { state: "Off" }, input: REQUIRED, answer: "unknown" },
    {
      name: "required, test replica",
      vm: { replicationMode: "TestReplica" },
      input: REQUIRED,
      answer: "not-applicable",
    },
  ])("$name: $answer", (row) => checkRuleCase("is.powershell-direct", row));
});
