import { describe, expect, test } from "vitest";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { ago, judge, outcome, remembering } from "../testing/vm-cases.ts";

const LIMIT = ago({ minutes: 30 });
const PAST = ago({ minutes: 30, seconds: 1 });
const inState = (state: string, stateSince: string) => ({ memory: remembering({ state, stateSince }) });
const working = (status: string, since: string) => ({
  vm: { operationalStatus: ["Ok", status] },
  input: { memory: remembering({ operationalStatusSince: { [status]: since } }) },
});

describe("vm.state-stuck", () => {
  test.each([
    "Starting",
    "Stopping",
    "Saving",
    "Pausing",
    "Resuming",
    "Reset",
    "FastSaving",
    "ForceShutdown",
    "ForceReboot",
    "ComponentServicing",
  ])("%s for 30 minutes is no fault, for more it is", (state) => {
    checkRuleCase("vm.state-stuck", { name: "", vm: { state }, input: inState(state, LIMIT), answer: "ok" });
    checkRuleCase("vm.state-stuck", {
      name: "",
      vm: { state },
      input: inState(state, PAST),
      answer: "warning",
    });
  });

  test.each(["Running", "Off", "Saved", "FastSaved", "Hibernated", "Paused"])(
    "%s for days is no fault",
    (state) => {
      checkRuleCase("vm.state-stuck", {
        name: "",
        vm: { state },
        input: inState(state, ago({ days: 9 })),
        answer: "ok",
      });
    },
  );

  test.each<[status: string, hours: number]>([
    ["MigratingVirtualMachine", 4],
    ["BackingUpVirtualMachine", 24],
    ["MergingDisks", 24],
  ])("%s for %i hours is no fault, for more it is", (status, hours) => {
    checkRuleCase("vm.state-stuck", { name: "", ...working(status, ago({ hours })), answer: "ok" });
    const past = working(status, ago({ hours, seconds: 1 }));
    checkRuleCase("vm.state-stuck", { name: "", ...past, answer: "warning" });
    checkRuleCase("vm.state-stuck", {
      name: "",
      ...past,
      vm: { ...past.vm, state: "Off" },
      answer: "warning",
    });
  });

  test.each<RuleCase>([
    {
      name: "another state before this one",
      vm: { state: "Stopping" },
      input: inState("Starting", PAST),
      answer: "ok",
    },
    {
      name: "an unknown state",
      vm: { state: "Other" },
      input: inState("Other", PAST),
      answer: "unknown",
    },
    {
      name: "a critical state has its own rule",
      vm: { state: "StartingCritical" },
      input: inState("StartingCritical", PAST),
      answer: "unknown",
    },
    {
      name: "work that could not be read again",
      vm: { operationalStatus: null },
      input: { memory: remembering({ operationalStatusSince: { MergingDisks: ago({ hours: 25 }) } }) },
      answer: "unknown",
    },
    { name: "no work, and none could be read", vm: { operationalStatus: null }, answer: "ok" },
    {
      name: "test replica",
      vm: { state: "Starting", replicationMode: "TestReplica" },
      input: inState("Starting", PAST),
      answer: "not-applicable",
    },
    {
      name: "a report older than the one before",
      vm: { state: "Starting" },
      input: inState("Starting", "2026-11-24T13:00:00.000Z"),
      answer: "ok",
    },
  ])("$name: $answer", (row) => checkRuleCase("vm.state-stuck", row));

  test("the evidence does not move while it lasts", () => {
    const judged = judge({ state: "Starting" }, inState("Starting", PAST));
    expect(outcome(judged, "vm.state-stuck")).toMatchObject({
      evidence: [
        { name: "state", value: "Starting", decides: true },
        { name: "since", value: PAST },
        { name: "limitMinutes", value: 30 },
      ],
    });
  });
});
