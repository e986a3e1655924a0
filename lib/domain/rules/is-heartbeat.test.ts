import { describe, expect, test } from "vitest";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { allRows, hostFacts, judge, outcome, policyWith, serviceRows } from "../testing/vm-cases.ts";

const heartbeat = (change: Parameters<typeof serviceRows>[0]) => ({
  integrationServices: serviceRows(change),
});
const status = (primaryStatus: number | null, secondaryStatus: number | null = null) =>
  heartbeat({ heartbeat: { primaryStatus, secondaryStatus } });
const OFF = heartbeat({ heartbeat: { enabled: false } });
const ALL_OFF = { integrationServices: allRows({ enabled: false }) };

describe("is.heartbeat", () => {
  test.each<RuleCase>([
    { name: "works", answer: "ok" },
    { name: "works, applications healthy", vm: status(2, 2), answer: "ok" },
    { name: "works with an older protocol", vm: status(2, 32775), answer: "ok" },
    { name: "application critical", vm: status(2, 32782), answer: "warning" },
    { name: "application timed out", vm: status(2, 32783), answer: "warning" },
    { name: "application failed", vm: status(2, 32784), answer: "warning" },
    { name: "degraded", vm: status(3), answer: "info" },
    { name: "mismatch on a current Windows", vm: status(32775), answer: "warning" },
    { name: "error with a healthy secondary", vm: status(6, 2), answer: "warning" },
    { name: "incompatible", vm: status(7), answer: "warning" },
    { name: "no contact while others answer", vm: status(12), answer: "warning" },
    { name: "lost while others answer", vm: status(13), answer: "critical" },
    { name: "null while others answer", vm: status(null), answer: "unknown" },
    { name: "paused, by a number of its own", vm: status(15), answer: "unknown" },
    { name: "switched off alone", vm: OFF, answer: "warning" },
    { name: "all switched off", vm: ALL_OFF, answer: "info" },
    { name: "all switched off, inside the grace", vm: { ...ALL_OFF, uptimeSeconds: 0 }, answer: "info" },
    {
      name: "all switched off, statuses null",
      vm: { integrationServices: allRows({ enabled: false, primaryStatus: null }) },
      answer: "info",
    },
    {
      name: "all switched off and required",
      vm: ALL_OFF,
      input: { policy: policyWith({ heartbeat: "required" }) },
      answer: "warning",
    },
    {
      name: "all switched off and allowed",
      vm: ALL_OFF,
      input: { policy: policyWith({ heartbeat: "allowed" }) },
      answer: "not-applicable",
    },
    {
      name: "the whole guest silent: is.guest-silent reports it",
      vm: { integrationServices: allRows({ primaryStatus: 12 }) },
      answer: "unknown",
    },
    { name: "row missing", vm: heartbeat({ heartbeat: null }), answer: "unknown" },
    { name: "list unread", vm: { integrationServices: null }, answer: "unknown" },
    { name: "inside the grace", vm: { ...status(13), uptimeSeconds: 599 }, answer: "unknown" },
    {
      name: "operation in progress",
      vm: { ...status(13), operationalStatus: ["MigratingVirtualMachine"] },
      answer: "unknown",
    },
    { name: "off", vm: { ...status(13), state: "Off" }, answer: "unknown" },
    { name: "starting", vm: { ...status(12), state: "Starting" }, answer: "unknown" },
    { name: "an unknown state", vm: { ...status(13), state: "Other" }, answer: "unknown" },
    {
      name: "a replica that does not run",
      vm: { state: "Off", replicationMode: "Replica" },
      answer: "unknown",
    },
    { name: "a replica that runs", vm: { ...status(13), replicationMode: "Replica" }, answer: "critical" },
    {
      name: "a test replica",
      vm: { ...status(13), replicationMode: "TestReplica" },
      answer: "not-applicable",
    },
    {
      name: "lost, required",
      vm: status(13),
      input: { policy: policyWith({ heartbeat: "required" }) },
      answer: "critical",
    },
    {
      name: "degraded, required",
      vm: status(3),
      input: { policy: policyWith({ heartbeat: "required" }) },
      answer: "warning",
    },
  ])("$name: $answer", (row) => checkRuleCase("is.heartbeat", row));

  test("a host of any age is judged alike", () => {
    checkRuleCase("is.heartbeat", {
      name: "",
      vm: status(13),
      input: { host: hostFacts({ build: 9200 }) },
      answer: "critical",
    });
  });

  test("a finding carries the verdict's words, evidence and fix", () => {
    const judged = judge(OFF);
    const verdict = judged.services[0];
    expect(outcome(judged, "is.heartbeat")).toEqual({
      status: "finding",
      severity: "warning",
      summary: verdict?.summary,
      evidence: verdict?.evidence,
      remedies: verdict?.remedies,
    });
  });
});
