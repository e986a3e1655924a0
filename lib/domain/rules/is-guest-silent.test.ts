import { describe, expect, test } from "vitest";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { allRows, findings, judge, outcome, policyWith, serviceRows } from "../testing/vm-cases.ts";

const silent = (primaryStatus: number | null, changed: Parameters<typeof serviceRows>[0] = {}) => {
  const no = { primaryStatus: 12 };
  return {
    integrationServices: serviceRows({
      heartbeat: { primaryStatus },
      shutdown: no,
      "time-sync": no,
      "data-exchange": no,
      vss: no,
      ...changed,
    }),
  };
};
const OFF = { enabled: false };

describe("is.guest-silent", () => {
  test.each<RuleCase>([
    { name: "a guest that answers", answer: "ok" },
    { name: "no contact", vm: silent(12), answer: "warning" },
    { name: "lost", vm: silent(13), answer: "critical" },
    { name: "no contact, never known", vm: { ...silent(12), guest: null }, answer: "warning" },
    {
      name: "only heartbeat on",
      vm: silent(13, { shutdown: OFF, "time-sync": OFF, "data-exchange": OFF, vss: OFF }),
      answer: "critical",
    },
    { name: "one answers", vm: silent(12, { vss: { primaryStatus: 2 } }), answer: "ok" },
    {
      name: "one answers inside the grace",
      vm: { ...silent(12, { vss: { primaryStatus: 2 } }), uptimeSeconds: 5 },
      answer: "ok",
    },
    { name: "heartbeat off", vm: silent(12, { heartbeat: OFF }), answer: "not-applicable" },
    { name: "all off", vm: { integrationServices: allRows(OFF) }, answer: "not-applicable" },
    { name: "heartbeat not reported", vm: silent(null), answer: "unknown" },
    { name: "all null", vm: { integrationServices: allRows({ primaryStatus: null }) }, answer: "unknown" },
    { name: "list unread", vm: { integrationServices: null }, answer: "unknown" },
    { name: "list empty", vm: { integrationServices: [] }, answer: "unknown" },
    { name: "at 599 s", vm: { ...silent(13), uptimeSeconds: 599 }, answer: "unknown" },
    { name: "at 600 s", vm: { ...silent(13), uptimeSeconds: 600 }, answer: "critical" },
    { name: "no uptime", vm: { ...silent(13), uptimeSeconds: null }, answer: "critical" },
    {
      name: "operation in progress",
      vm: { ...silent(13), operationalStatus: ["MergingDisks"] },
      answer: "unknown",
    },
    { name: "in a critical state", vm: { ...silent(13), state: "RunningCritical" }, answer: "unknown" },
    { name: "off", vm: { ...silent(13), state: "Off" }, answer: "unknown" },
    {
      name: "a test replica",
      vm: { ...silent(13), replicationMode: "TestReplica" },
      answer: "not-applicable",
    },
    {
      name: "silent against a policy that forbids heartbeat",
      vm: silent(13),
      input: { policy: policyWith({ heartbeat: "forbidden" }) },
      answer: "critical",
    },
  ])("$name: $answer", (row) => checkRuleCase("is.guest-silent", row));

  test("is one finding in place of many, and names who follows", () => {
    const judged = judge(silent(12));
    expect(findings(judged)).toEqual(["is.guest-silent warning"]);
    expect(outcome(judged, "is.guest-silent")).toMatchObject({
      evidence: [
        { name: "enabled", value: true },
        { name: "primaryStatus", value: 12, decides: true },
        { name: "primaryStatusText", value: "OK" },
        { name: "shutdown.primaryStatus", value: 12 },
        { name: "time-sync.primaryStatus", value: 12 },
        { name: "data-exchange.primaryStatus", value: 12 },
        { name: "vss.primaryStatus", value: 12 },
      ],
    });
  });

  test("a switch that is off is another cause, and stays", () => {
    const judged = judge(silent(12, { shutdown: OFF }));
    expect(findings(judged)).toEqual([
      "is.shutdown warning",
      "is.guest-silent warning",
      "vm.stop-action-without-shutdown warning",
    ]);
  });

  test("with heartbeat off each service stands alone", () => {
    expect(findings(judge({ ...silent(12, { heartbeat: OFF }), automaticStopAction: "Save" }))).toEqual([
      "is.heartbeat warning",
      "is.shutdown warning",
      "is.time-sync info",
      "is.data-exchange warning",
      "is.vss warning",
    ]);
  });
});
