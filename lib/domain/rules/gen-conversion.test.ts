import { describe, expect, test } from "vitest";
import { generation1, thirtyTwoBits } from "../testing/generation-cases.ts";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { judge, outcome, windows } from "../testing/vm-cases.ts";

describe("gen.conversion", () => {
  test.each<RuleCase>([
    { name: "ready", vm: generation1(), answer: "info" },
    { name: "caution", vm: generation1({ replicationMode: "Primary" }), answer: "info" },
    {
      name: "blocked",
      vm: generation1({ guest: thirtyTwoBits(windows(7601, "Windows 7")) }),
      answer: "info",
    },
    { name: "unknown", vm: generation1({ guest: null }), answer: "info" },
    { name: "off", vm: generation1({ state: "Off" }), answer: "info" },
    { name: "generation 2", answer: "not-applicable" },
    { name: "generation unread", vm: generation1({ generation: null }), answer: "unknown" },
    { name: "test replica", vm: generation1({ replicationMode: "TestReplica" }), answer: "not-applicable" },
  ])("$name: $answer", (row) => checkRuleCase("gen.conversion", row));

  test.each([
    { name: "ready", vm: generation1(), checks: undefined, first: "mbr2gpt /validate /allowFullOS" },
    {
      name: "caution",
      vm: generation1({ replicationMode: "Primary", comPortPaths: ["COM1"] }),
      checks: "G10, G14",
      first: "mbr2gpt /validate /allowFullOS",
    },
    {
      name: "a Windows without mbr2gpt",
      vm: generation1({ guest: windows(14393) }),
      checks: "G3",
      first: expect.stringContaining("Get-Disk"),
    },
    {
      name: "blocked",
      vm: generation1({ hasRemoteFx: true, comPortPaths: ["COM1"] }),
      checks: "G13",
      first: undefined,
    },
    {
      name: "unknown",
      vm: generation1({ guest: null, hasRemoteFx: null }),
      checks: "G1, G2, G13",
      first: expect.stringContaining("Get-VMIntegrationService"),
    },
  ])("$name tells which checks decide, and where to begin", ({ vm, checks, first }) => {
    const found = outcome(judge(vm), "gen.conversion");
    if (found.status !== "finding") throw new Error("no finding");
    expect(found.evidence.find(({ name }) => name === "checks")?.value).toBe(checks);
    expect(found.remedies[0]?.command).toEqual(first);
  });
});
