import { describe, test } from "vitest";
import { sampleGuest } from "../sample-facts.ts";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { allRows, lastKnown, linux, policyWith, serviceRows } from "../testing/vm-cases.ts";

const status = (primaryStatus: number | null) => ({
  integrationServices: serviceRows({ shutdown: { primaryStatus } }),
});
const OFF = { integrationServices: serviceRows({ shutdown: { enabled: false } }) };

describe("is.shutdown", () => {
  test.each<RuleCase>([
    { name: "works", answer: "ok" },
    { name: "no contact", vm: status(12), answer: "warning" },
    { name: "no contact, Linux", vm: { ...status(12), guest: linux("Ubuntu", "22.04") }, answer: "warning" },
    { name: "no contact, never known", vm: { ...status(12), guest: null }, answer: "info" },
    {
      name: "no contact, an unknown name",
      vm: { ...status(12), guest: sampleGuest({ osName: "OpenBSD" }) },
      answer: "info",
    },
    {
      name: "no contact, known from before",
      vm: { ...status(12), guest: null },
      input: { memory: lastKnown(sampleGuest()) },
      answer: "warning",
    },
    { name: "lost, never known", vm: { ...status(13), guest: null }, answer: "warning" },
    { name: "error", vm: status(6), answer: "warning" },
    { name: "incompatible, Linux", vm: { ...status(7), guest: linux("Ubuntu", "22.04") }, answer: "info" },
    { name: "incompatible, current Windows", vm: status(7), answer: "warning" },
    { name: "switched off", vm: OFF, answer: "warning" },
    { name: "switched off, inside the grace", vm: { ...OFF, uptimeSeconds: 10 }, answer: "warning" },
    { name: "switched off in a VM that is off", vm: { ...OFF, state: "Off" }, answer: "unknown" },
    {
      name: "switched off and allowed",
      vm: OFF,
      input: { policy: policyWith({ shutdown: "allowed" }) },
      answer: "ok",
    },
    {
      name: "switched off and forbidden",
      vm: OFF,
      input: { policy: policyWith({ shutdown: "forbidden" }) },
      answer: "ok",
    },
    {
      name: "on and allowed, and failing",
      vm: status(12),
      input: { policy: policyWith({ shutdown: "allowed" }) },
      answer: "warning",
    },
    {
      name: "all disabled: heartbeat reports it",
      vm: { integrationServices: allRows({ enabled: false }) },
      answer: "not-applicable",
    },
    {
      name: "all switched off, this one required",
      vm: { integrationServices: allRows({ enabled: false }) },
      input: { policy: policyWith({ shutdown: "required" }) },
      answer: "warning",
    },
    { name: "inside the grace", vm: { ...status(12), uptimeSeconds: 0 }, answer: "unknown" },
    { name: "null", vm: status(null), answer: "unknown" },
  ])("$name: $answer", (row) => checkRuleCase("is.shutdown", row));
});
