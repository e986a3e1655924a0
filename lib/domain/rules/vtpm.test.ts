import { describe, expect, test } from "vitest";
import { security } from "../testing/generation-cases.ts";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { judge, lastKnown, linux, outcome, windows } from "../testing/vm-cases.ts";

const WITHOUT = security({ tpmEnabled: false });
const WINDOWS_11 = windows(22631, "Windows 11 Pro");

describe("vm.vtpm", () => {
  test.each<RuleCase>([
    { name: "Windows 11 with one", vm: { guest: WINDOWS_11 }, answer: "ok" },
    { name: "Windows 11 without", vm: { ...WITHOUT, guest: WINDOWS_11 }, answer: "warning" },
    {
      name: "the first Windows 11 by its build, whatever its name",
      vm: { ...WITHOUT, guest: windows(22000, "Windows 10 Pro") },
      answer: "warning",
    },
    {
      name: "Windows 10",
      vm: { ...WITHOUT, guest: windows(21999, "Windows 10 Pro") },
      answer: "not-applicable",
    },
    {
      name: "Server 2025",
      vm: { ...WITHOUT, guest: windows(26100, "Windows Server 2025 Standard") },
      answer: "not-applicable",
    },
    {
      name: "Azure Local",
      vm: { ...WITHOUT, guest: windows(26100, "Azure Local") },
      answer: "not-applicable",
    },
    { name: "Linux", vm: { ...WITHOUT, guest: linux("Ubuntu", "22.04") }, answer: "not-applicable" },
    { name: "guest never known", vm: { ...WITHOUT, guest: null }, answer: "unknown" },
    {
      name: "last known Windows 11, off",
      vm: { ...WITHOUT, guest: null, state: "Off" },
      input: { memory: lastKnown(WINDOWS_11) },
      answer: "warning",
    },
    { name: "unread", vm: { security: null, guest: WINDOWS_11 }, answer: "unknown" },
    {
      name: "generation 1",
      vm: { ...WITHOUT, generation: 1, firmware: null, guest: WINDOWS_11 },
      answer: "not-applicable",
    },
    { name: "generation unread", vm: { ...WITHOUT, generation: null, guest: WINDOWS_11 }, answer: "unknown" },
    {
      name: "test replica",
      vm: { ...WITHOUT, guest: WINDOWS_11, replicationMode: "TestReplica" },
      answer: "not-applicable",
    },
  ])("$name: $answer", (row) => checkRuleCase("vm.vtpm", row));

  test("an older VM is raised before it gets one", () => {
    const found = outcome(judge({ ...WITHOUT, guest: WINDOWS_11, configurationVersion: "5.0" }), "vm.vtpm");
    const commands = found.status === "finding" ? found.remedies.map(({ command }) => command) : [];
    expect(commands.map((command) => /Update-VMVersion|Enable-VMTPM/.exec(command)?.[0])).toEqual([
      "Update-VMVersion",
      "Enable-VMTPM",
    ]);
  });
});
