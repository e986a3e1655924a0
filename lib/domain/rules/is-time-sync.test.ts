import { describe, test } from "vitest";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { policyWith, serviceRows } from "../testing/vm-cases.ts";

const status = (primaryStatus: number | null) => ({
  integrationServices: serviceRows({ "time-sync": { primaryStatus } }),
});
const OFF = { integrationServices: serviceRows({ "time-sync": { enabled: false } }) };

describe("is.time-sync", () => {
  test.each<RuleCase>([
    { name: "works", answer: "ok" },
    { name: "switched off, as on a domain controller", vm: OFF, answer: "info" },
    {
      name: "switched off and allowed",
      vm: OFF,
      input: { policy: policyWith({ "time-sync": "allowed" }) },
      answer: "ok",
    },
    {
      name: "switched off and required",
      vm: OFF,
      input: { policy: policyWith({ "time-sync": "required" }) },
      answer: "warning",
    },
    {
      name: "on and forbidden",
      input: { policy: policyWith({ "time-sync": "forbidden" }) },
      answer: "warning",
    },
    { name: "no contact", vm: status(12), answer: "info" },
    { name: "lost", vm: status(13), answer: "info" },
    { name: "error", vm: status(6), answer: "info" },
    { name: "incompatible on a current Windows", vm: status(7), answer: "warning" },
    { name: "mismatch on a current Windows", vm: status(32775), answer: "warning" },
    {
      name: "no contact and required",
      vm: status(12),
      input: { policy: policyWith({ "time-sync": "required" }) },
      answer: "warning",
    },
    { name: "null", vm: status(null), answer: "unknown" },
  ])("$name: $answer", (row) => checkRuleCase("is.time-sync", row));
});
