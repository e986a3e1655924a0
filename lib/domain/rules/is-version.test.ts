import { describe, expect, test } from "vitest";
import type { VmFacts } from "../facts.ts";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { hostFacts, judge, outcome } from "../testing/vm-cases.ts";

const told = (state: number | null, text: string | null = null): Partial<VmFacts> => ({
  integrationServicesVersionState: state,
  integrationServicesState: text,
});
const OLD = { host: hostFacts({ build: 9600 }) };

describe("is.version", () => {
  test.each<RuleCase>([
    { name: "a host that knows no version", vm: told(2), answer: "not-applicable" },
    {
      name: "the first such host",
      vm: told(2),
      input: { host: hostFacts({ build: 9601 }) },
      answer: "not-applicable",
    },
    { name: "2012 R2, mismatch", vm: told(2), input: OLD, answer: "warning" },
    { name: "2012, mismatch", vm: told(2), input: { host: hostFacts({ build: 9200 }) }, answer: "warning" },
    { name: "up to date", vm: told(1), input: OLD, answer: "ok" },
    { name: "up to date, whatever the text", vm: told(1, "Update required"), input: OLD, answer: "ok" },
    { name: "not known, whatever the text", vm: told(0, "Update required"), input: OLD, answer: "unknown" },
    { name: "no number, the text", vm: told(null, "Update required"), input: OLD, answer: "warning" },
    { name: "no number, good text", vm: told(null, "Up to date"), input: OLD, answer: "ok" },
    {
      name: "no number, a translated text",
      vm: told(null, "Update erforderlich"),
      input: OLD,
      answer: "unknown",
    },
    { name: "no number, no text", vm: told(null, ""), input: OLD, answer: "unknown" },
    { name: "neither", vm: told(null), input: OLD, answer: "unknown" },
    { name: "an unknown number", vm: told(3, "Update required"), input: OLD, answer: "unknown" },
    { name: "host unread", vm: told(2), input: { host: hostFacts({ build: null }) }, answer: "unknown" },
    { name: "VM off", vm: { ...told(2), state: "Off" }, input: OLD, answer: "unknown" },
    { name: "an unknown state", vm: { ...told(2), state: "Other" }, input: OLD, answer: "unknown" },
    {
      name: "test replica",
      vm: { ...told(2), replicationMode: "TestReplica" },
      input: OLD,
      answer: "not-applicable",
    },
  ])("$name: $answer", (row) => checkRuleCase("is.version", row));

  test("the evidence has the number that decided and the guest's version", () => {
    expect(outcome(judge(told(2), OLD), "is.version")).toMatchObject({
      evidence: [
        { name: "integrationServicesVersionState", value: 2, decides: true },
        { name: "guest.integrationServicesVersion", value: "10.0.20348.1" },
        { name: "host.os.build", value: 9600 },
      ],
    });
  });
});
