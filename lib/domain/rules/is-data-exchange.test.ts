import { describe, test } from "vitest";
import { sampleGuest } from "../sample-facts.ts";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { lastKnown, linux, serviceRows, windows } from "../testing/vm-cases.ts";

const status = (primaryStatus: number | null) => ({
  guest: null,
  integrationServices: serviceRows({ "data-exchange": { primaryStatus } }),
});
const last = (guest: Parameters<typeof lastKnown>[0]) => ({ memory: lastKnown(guest) });

describe("is.data-exchange", () => {
  test.each<RuleCase>([
    { name: "works", answer: "ok" },
    {
      name: "switched off",
      vm: { integrationServices: serviceRows({ "data-exchange": { enabled: false } }) },
      answer: "warning",
    },
    { name: "no contact, last known Windows", vm: status(12), input: last(sampleGuest()), answer: "warning" },
    {
      name: "no contact, last known old Windows",
      vm: status(12),
      input: last(windows(7601, "Windows 7")),
      answer: "warning",
    },
    {
      name: "no contact, last known Linux",
      vm: status(12),
      input: last(linux("Ubuntu", "22.04")),
      answer: "info",
    },
    {
      name: "no contact, last known FreeBSD",
      vm: status(12),
      input: last(sampleGuest({ osName: "FreeBSD" })),
      answer: "info",
    },
    {
      name: "no contact, last known by an unknown name",
      vm: status(12),
      input: last(sampleGuest({ osName: "OpenBSD" })),
      answer: "info",
    },
    { name: "no contact, never known", vm: status(12), answer: "info" },
    {
      name: "no contact, although Windows is reported",
      vm: { ...status(12), guest: sampleGuest() },
      answer: "warning",
    },
    { name: "lost, last known Windows", vm: status(13), input: last(sampleGuest()), answer: "warning" },
    { name: "lost, never known", vm: status(13), answer: "info" },
    { name: "error, last known Windows", vm: status(6), input: last(sampleGuest()), answer: "warning" },
    { name: "null", vm: status(null), answer: "unknown" },
  ])("$name: $answer", (row) => checkRuleCase("is.data-exchange", row));
});
