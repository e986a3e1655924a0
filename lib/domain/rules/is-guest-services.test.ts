import { describe, expect, test } from "vitest";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { hostFacts, judge, linux, policyWith, serviceRows, verdict, windows } from "../testing/vm-cases.ts";

const on = (primaryStatus: number | null) => ({
  integrationServices: serviceRows({ "guest-services": { enabled: true, primaryStatus } }),
});
const FORBIDDEN = { policy: policyWith({ "guest-services": "forbidden" }) };
const REQUIRED = { policy: policyWith({ "guest-services": "required" }) };
const OLD = windows(7601, "Windows Server 2008 R2");

describe("is.guest-services", () => {
  test.each<RuleCase>([
    { name: "off, as by default", answer: "ok" },
    { name: "off and required", input: REQUIRED, answer: "warning" },
    { name: "off and forbidden", input: FORBIDDEN, answer: "ok" },
    { name: "on and working", vm: on(2), answer: "ok" },
    { name: "on and forbidden", vm: on(2), input: FORBIDDEN, answer: "warning" },
    { name: "on, forbidden and silent", vm: on(12), input: FORBIDDEN, answer: "warning" },
    {
      name: "on, forbidden and starting",
      vm: { ...on(12), uptimeSeconds: 5 },
      input: FORBIDDEN,
      answer: "warning",
    },
    {
      name: "on, forbidden, on a guest that cannot have it",
      vm: { ...on(12), guest: OLD },
      input: FORBIDDEN,
      answer: "warning",
    },
    { name: "forbidden, VM off", vm: { ...on(2), state: "Off" }, input: FORBIDDEN, answer: "unknown" },
    {
      name: "forbidden, switch unread",
      vm: { integrationServices: serviceRows({ "guest-services": { enabled: null } }) },
      input: FORBIDDEN,
      answer: "ok",
    },
    { name: "no contact", vm: on(12), answer: "info" },
    {
      name: "no contact, Linux whose daemon went",
      vm: { ...on(12), guest: linux("Ubuntu", "24.04") },
      answer: "info",
    },
    { name: "no contact and required", vm: on(12), input: REQUIRED, answer: "warning" },
    { name: "on, and the guest cannot have it", vm: { ...on(12), guest: OLD }, answer: "not-applicable" },
    {
      name: "the host has none",
      vm: { integrationServices: serviceRows({ "guest-services": null }) },
      input: { host: hostFacts({ build: 9200 }) },
      answer: "not-applicable",
    },
    {
      name: "row missing",
      vm: { integrationServices: serviceRows({ "guest-services": null }) },
      answer: "unknown",
    },
  ])("$name: $answer", (row) => checkRuleCase("is.guest-services", row));

  test("what the policy forbids keeps its status and offers the switch", () => {
    const judged = verdict(judge(on(2), FORBIDDEN), "guest-services");
    expect(judged).toMatchObject({ status: "healthy", severity: "warning" });
    expect(judged.remedies.map(({ command }) => command)).toEqual([
      expect.stringMatching(/Disable-VMIntegrationService$/),
    ]);
  });
});
