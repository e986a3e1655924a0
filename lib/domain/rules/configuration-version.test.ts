import { describe, expect, test } from "vitest";
import type { VmJudgementInput } from "../judgement.ts";
import { sampleHost } from "../sample-facts.ts";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { hostFacts, judge, outcome } from "../testing/vm-cases.ts";

const LISTED = ["8.0", "9.0", "10.0", "254.0", "255.0"];

function listing(
  versions: string[] | null,
  newestCommonVmVersion: string | null = "10.0",
): Partial<VmJudgementInput> {
  const hyperv = sampleHost().hyperv;
  return {
    newestCommonVmVersion,
    host: hostFacts({ hyperv: hyperv && { ...hyperv, supportedVmVersions: versions } }),
  };
}

const of = (configurationVersion: string | null) => ({ configurationVersion });

describe("vm.configuration-version", () => {
  test.each<RuleCase>([
    { name: "the newest", vm: of("10.0"), input: listing(LISTED), answer: "ok" },
    { name: "listed, and one newer is common", vm: of("9.0"), input: listing(LISTED), answer: "info" },
    {
      name: "the same while off",
      vm: { ...of("9.0"), state: "Off" },
      input: listing(LISTED),
      answer: "info",
    },
    {
      name: "newer than what is common, and listed",
      vm: of("10.0"),
      input: listing(LISTED, "9.0"),
      answer: "ok",
    },
    { name: "as new as what is common", vm: of("9.0"), input: listing(LISTED, "9.0"), answer: "ok" },
    { name: "9.3 is older than 10.0", vm: of("9.3"), input: listing([...LISTED, "9.3"]), answer: "info" },
    {
      name: "listed, and what is common is unread",
      vm: of("9.0"),
      input: listing(LISTED, null),
      answer: "unknown",
    },
    { name: "older than the list", vm: of("5.0"), input: listing(LISTED), answer: "critical" },
    {
      name: "older than the list, off",
      vm: { ...of("5.0"), state: "Off" },
      input: listing(LISTED),
      answer: "critical",
    },
    {
      name: "older than the list, and what is common unread",
      vm: of("5.0"),
      input: listing(LISTED, null),
      answer: "critical",
    },
    { name: "newer than the list", vm: of("12.0"), input: listing(LISTED), answer: "critical" },
    { name: "prerelease, listed", vm: of("254.0"), input: listing(LISTED), answer: "info" },
    { name: "experimental, listed", vm: of("255.0"), input: listing(LISTED), answer: "info" },
    {
      name: "prerelease, listed, and what is common unread",
      vm: of("254.0"),
      input: listing(LISTED, null),
      answer: "info",
    },
    { name: "prerelease, not listed", vm: of("254.0"), input: listing(["10.0"]), answer: "critical" },
    { name: "253.9 is no prerelease", vm: of("253.9"), input: listing(["253.9"]), answer: "ok" },
    { name: "list unread", vm: of("5.0"), input: listing(null), answer: "unknown" },
    { name: "list empty", vm: of("5.0"), input: listing([]), answer: "unknown" },
    {
      name: "host's Hyper-V unread",
      vm: of("5.0"),
      input: { host: hostFacts({ hyperv: null }) },
      answer: "unknown",
    },
    { name: "version unread", vm: of(null), input: listing(LISTED), answer: "unknown" },
    { name: "version empty", vm: of(""), input: listing(LISTED), answer: "unknown" },
    { name: "version of no meaning", vm: of("new"), input: listing(LISTED), answer: "unknown" },
    {
      name: "replica",
      vm: { ...of("5.0"), state: "Off", replicationMode: "Replica" },
      input: listing(LISTED),
      answer: "critical",
    },
    {
      name: "test replica",
      vm: { ...of("5.0"), replicationMode: "TestReplica" },
      input: listing(LISTED),
      answer: "not-applicable",
    },
    {
      name: "an unknown state",
      vm: { ...of("5.0"), state: "Other" },
      input: listing(LISTED),
      answer: "critical",
    },
  ])("$name: $answer", (row) => checkRuleCase("vm.configuration-version", row));

  test.each([
    {
      from: "8.0",
      to: "9.0",
      gains: "hibernation (9.0), SMT in the guest (9.0), more performance counters (9.0)",
    },
    { from: "9.3", to: "10.0", gains: "no additional features" },
  ])("$from to $to names what is gained", ({ from, to, gains }) => {
    const listed = ["8.0", "9.0", "9.3", "10.0"];
    const found = outcome(
      judge({ generation: 1, firmware: null, ...of(from) }, listing(listed, to)),
      "vm.configuration-version",
    );
    expect(found.status === "finding" && found.evidence.find(({ name }) => name === "gains")?.value).toBe(
      gains,
    );
  });
});
