import { describe, test } from "vitest";
import { sampleGuest } from "../sample-facts.ts";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { linux, policyWith, serviceRows, windows } from "../testing/vm-cases.ts";

const status = (primaryStatus: number | null, secondaryStatus: number | null = null) => ({
  integrationServices: serviceRows({ vss: { primaryStatus, secondaryStatus } }),
});
const OFF = { integrationServices: serviceRows({ vss: { enabled: false } }) };
const UBUNTU = { guest: linux("Ubuntu", "22.04") };

describe("is.vss", () => {
  test.each<RuleCase>([
    { name: "works", answer: "ok" },
    { name: "Linux with the usual mismatch", vm: { ...status(2, 32775), ...UBUNTU }, answer: "ok" },
    { name: "switched off, for a backup inside the guest", vm: OFF, answer: "info" },
    {
      name: "switched off and required",
      vm: OFF,
      input: { policy: policyWith({ vss: "required" }) },
      answer: "warning",
    },
    { name: "no contact, Windows", vm: status(12), answer: "warning" },
    { name: "no contact, Linux", vm: { ...status(12), ...UBUNTU }, answer: "info" },
    {
      name: "no contact, Linux, required",
      vm: { ...status(12), ...UBUNTU },
      input: { policy: policyWith({ vss: "required" }) },
      answer: "warning",
    },
    { name: "lost, Windows", vm: status(13), answer: "warning" },
    { name: "mismatch, old Windows", vm: { ...status(32775), guest: windows(9600) }, answer: "info" },
    {
      name: "no contact, FreeBSD that has none",
      vm: {
        ...status(12),
        guest: sampleGuest({ osName: "FreeBSD", osMajorVersion: "11", osMinorVersion: "0" }),
      },
      answer: "not-applicable",
    },
    {
      name: "no contact, FreeBSD that could",
      vm: {
        ...status(12),
        guest: sampleGuest({ osName: "FreeBSD", osMajorVersion: "11", osMinorVersion: "1" }),
      },
      answer: "info",
    },
    { name: "disabled by its status", vm: status(32896), answer: "info" },
    {
      name: "disabled by its status and allowed",
      vm: status(32896),
      input: { policy: policyWith({ vss: "allowed" }) },
      answer: "ok",
    },
    { name: "null", vm: status(null), answer: "unknown" },
    { name: "an unknown number", vm: status(14), answer: "unknown" },
  ])("$name: $answer", (row) => checkRuleCase("is.vss", row));
});
