import { describe, expect, test } from "vitest";
import type { VmFacts } from "../facts.ts";
import type { VmJudgementInput, VmMemory } from "../judgement.ts";
import { sampleGuest } from "../sample-facts.ts";
import {
  allRows,
  decider,
  hostFacts,
  judge,
  lastKnown,
  linux,
  vmFacts,
  verdict,
  windows,
} from "../testing/vm-cases.ts";

const security = (shielded: boolean | null): VmFacts["security"] => {
  const usual = vmFacts().security;
  return usual && { ...usual, shielded };
};
const SHIELDED = { security: security(true) };
const UNKNOWN_NAME = sampleGuest({ osName: "OpenBSD" });
const OLD = windows(9600, "Windows Server 2012 R2");
const SILENT = { integrationServices: allRows({ primaryStatus: 12, enabled: true }) };

interface Case {
  name: string;
  vm?: Partial<VmFacts>;
  build?: number | null;
  memory?: VmMemory;
  status: string;
  decider?: string | undefined;
}

describe("PowerShell Direct, by its prerequisites", () => {
  test.each<Case>([
    { name: "all hold", status: "healthy" },
    { name: "configuration 6.2", vm: { configurationVersion: "6.2" }, status: "healthy" },
    { name: "configuration 10.0 is more than 6.2", vm: { configurationVersion: "10.0" }, status: "healthy" },
    {
      name: "configuration 6.1",
      vm: { configurationVersion: "6.1" },
      status: "not-applicable",
      decider: "configurationVersion=6.1",
    },
    {
      name: "configuration 5.0",
      vm: { configurationVersion: "5.0" },
      status: "not-applicable",
      decider: "configurationVersion=5.0",
    },
    {
      name: "configuration unread",
      vm: { configurationVersion: null },
      status: "unknown",
      decider: "configurationVersion=null",
    },
    {
      name: "configuration of no meaning",
      vm: { configurationVersion: "new" },
      status: "unknown",
      decider: "configurationVersion=new",
    },
    { name: "host 10240", build: 10240, status: "healthy" },
    { name: "host 10239", build: 10239, status: "not-applicable", decider: "host.os.build=10239" },
    { name: "host unread", build: null, status: "unknown", decider: "host.os.build=null" },
    { name: "guest 10240", vm: { guest: windows(10240, "Windows 10 Pro") }, status: "healthy" },
    {
      name: "guest 10239",
      vm: { guest: windows(10239, "Windows 10 Pro") },
      status: "not-applicable",
      decider: "guest=Windows 10 Pro",
    },
    {
      name: "guest 2012 R2",
      vm: { guest: OLD },
      status: "not-applicable",
      decider: "guest=Windows Server 2012 R2",
    },
    {
      name: "guest Linux",
      vm: { guest: linux("Ubuntu", "22.04") },
      status: "not-applicable",
      decider: "guest=Ubuntu 22.04",
    },
    {
      name: "guest FreeBSD",
      vm: { guest: sampleGuest({ osName: "FreeBSD", osMajorVersion: "13", osMinorVersion: "2" }) },
      status: "not-applicable",
      decider: "guest=FreeBSD 13.2",
    },
    {
      name: "guest with an unknown name",
      vm: { guest: UNKNOWN_NAME },
      status: "unknown",
      decider: "guest=OpenBSD",
    },
    { name: "guest never known", vm: { guest: null }, status: "unknown", decider: "guest=null" },
    {
      name: "guest known from before",
      vm: { guest: null },
      memory: lastKnown(sampleGuest()),
      status: "healthy",
    },
    {
      name: "guest known from before, and too old",
      vm: { guest: null },
      memory: lastKnown(OLD),
      status: "not-applicable",
      decider: "guest=Windows Server 2012 R2",
    },
    {
      name: "guest unknown and host too old",
      vm: { guest: null },
      build: 9600,
      status: "not-applicable",
      decider: "host.os.build=9600",
    },
    {
      name: "configuration unread and guest too old",
      vm: { configurationVersion: null, guest: OLD },
      status: "not-applicable",
      decider: "guest=Windows Server 2012 R2",
    },
    {
      name: "guest never known, inside the grace",
      vm: { guest: null, uptimeSeconds: 30 },
      status: "not-applicable",
      decider: "uptimeBelowSeconds=600",
    },
    { name: "guest known, inside the grace", vm: { uptimeSeconds: 30 }, status: "healthy" },
    {
      name: "guest known from before, inside the grace",
      vm: { guest: null, uptimeSeconds: 30 },
      memory: lastKnown(sampleGuest()),
      status: "healthy",
    },
    {
      name: "an unknown name, inside the grace period",
      vm: { guest: UNKNOWN_NAME, uptimeSeconds: 30 },
      status: "unknown",
      decider: "guest=OpenBSD",
    },
    {
      name: "operation in progress",
      vm: { operationalStatus: ["MigratingVirtualMachine"] },
      status: "healthy",
    },
    { name: "the list of services unread", vm: { integrationServices: null }, status: "healthy" },
    {
      name: "all statuses null",
      vm: { integrationServices: allRows({ primaryStatus: null }) },
      status: "healthy",
    },
    { name: "all switched off", vm: { integrationServices: allRows({ enabled: false }) }, status: "healthy" },
    { name: "off", vm: { state: "Off" }, status: "not-applicable", decider: "state=Off" },
    { name: "an unknown state", vm: { state: "Other" }, status: "unknown", decider: "state=Other" },

    {
      name: "shielded on 17134",
      vm: SHIELDED,
      build: 17134,
      status: "unknown",
      decider: "security.shielded=true",
    },
    {
      name: "shielded on 17133",
      vm: SHIELDED,
      build: 17133,
      status: "not-applicable",
      decider: "security.shielded=true",
    },
    {
      name: "shielded, guest unknown, on 17133",
      vm: { ...SHIELDED, guest: null },
      build: 17133,
      status: "not-applicable",
      decider: "security.shielded=true",
    },
    {
      name: "shielded, guest unknown, on 17134",
      vm: { ...SHIELDED, guest: null },
      build: 17134,
      status: "unknown",
      decider: "security.shielded=true",
    },
    {
      name: "shielded with an older guest",
      vm: { ...SHIELDED, guest: OLD },
      status: "not-applicable",
      decider: "guest=Windows Server 2012 R2",
    },
    {
      name: "shielded, host unread",
      vm: SHIELDED,
      build: null,
      status: "unknown",
      decider: "security.shielded=true",
    },
    {
      name: "shielded unread",
      vm: { security: security(null) },
      status: "unknown",
      decider: "security.shielded=null",
    },
    { name: "security unread", vm: { security: null }, status: "unknown", decider: "security.shielded=null" },
    {
      name: "security unread, the first version that can be shielded",
      vm: { security: null, configurationVersion: "7.0" },
      status: "unknown",
      decider: "security.shielded=null",
    },
    {
      name: "security unread, a version that cannot be shielded",
      vm: { security: null, configurationVersion: "6.2" },
      status: "healthy",
    },
    {
      name: "security unread of a generation that has none",
      vm: { security: null, generation: 1 },
      status: "healthy",
    },

    { name: "silent guest", vm: SILENT, status: "unknown", decider: "cause=is.guest-silent" },
    {
      name: "silent guest, known to have none",
      vm: { ...SILENT, guest: linux("Debian GNU/Linux", "12") },
      status: "not-applicable",
      decider: "guest=Debian GNU/Linux 12",
    },
    {
      name: "silent guest, host too old",
      vm: { ...SILENT, guest: null },
      build: 9600,
      status: "not-applicable",
      decider: "host.os.build=9600",
    },
    {
      name: "silent guest, never known",
      vm: { ...SILENT, guest: null },
      status: "unknown",
      decider: "cause=is.guest-silent",
    },
    {
      name: "silent and shielded, on 17133",
      vm: { ...SILENT, ...SHIELDED },
      build: 17133,
      status: "not-applicable",
      decider: "security.shielded=true",
    },
  ])("$name: $status", ({ vm, build = 20348, memory, status, decider: deciding }) => {
    const input: Partial<VmJudgementInput> = { host: hostFacts({ build }), ...(memory && { memory }) };
    const judged = verdict(judge(vm, input), "powershell-direct");
    expect({ status: judged.status, decider: decider(judged) }).toEqual({ status, decider: deciding });
  });

  test("healthy states that only guest credentials could prove it", () => {
    expect(verdict(judge(), "powershell-direct").summary).toContain("Only guest credentials could prove");
  });
});
