import { describe, expect, test } from "vitest";
import {
  capabilityIn,
  type CapabilityCase,
  checkCapability,
  onBuild,
  secureBoot,
  security,
  world,
} from "../../testing/generation-cases.ts";
import { VM_ID } from "../../testing/vm-cases.ts";
import type { CapabilityKey } from "../../words.ts";

const GENERATION_1 = { generation: 1, firmware: null } as const;
const WITHOUT_TPM = security({ tpmEnabled: false });
const TPM = "security.tpmEnabled";
const OPT_OUT = "security.virtualizationBasedSecurityOptOut";

describe("vtpm", () => {
  test.each<CapabilityCase>([
    { name: "on", status: "in-use", decider: `${TPM}=true` },
    { name: "off", vm: WITHOUT_TPM, status: "available", decider: `${TPM}=false` },
    {
      name: "off, version 7.0",
      vm: { ...WITHOUT_TPM, configurationVersion: "7.0" },
      status: "available",
      decider: `${TPM}=false`,
    },
    {
      name: "off, version 6.2",
      vm: { ...WITHOUT_TPM, configurationVersion: "6.2" },
      status: "unavailable",
      decider: "configurationVersion=6.2",
    },
    {
      name: "off, version unread",
      vm: { ...WITHOUT_TPM, configurationVersion: null },
      status: "unknown",
      decider: "configurationVersion=null",
    },
    {
      name: "off, version of no meaning",
      vm: { ...WITHOUT_TPM, configurationVersion: "new" },
      status: "unknown",
      decider: "configurationVersion=new",
    },
    {
      name: "off, the first host",
      vm: WITHOUT_TPM,
      host: onBuild(14393),
      status: "available",
      decider: `${TPM}=false`,
    },
    {
      name: "off, host too old",
      vm: WITHOUT_TPM,
      host: onBuild(14392),
      status: "unavailable",
      decider: "host.os.build=14392",
    },
    {
      name: "off, host unread",
      vm: WITHOUT_TPM,
      host: onBuild(null),
      status: "unknown",
      decider: "host.os.build=null",
    },
    { name: "unread", vm: { security: null }, status: "unknown", decider: `${TPM}=null` },
    {
      name: "unread on a host that has none",
      vm: { security: null },
      host: onBuild(9600),
      status: "unavailable",
      decider: "host.os.build=9600",
    },
    { name: "generation 1", vm: GENERATION_1, status: "unavailable", decider: "generation=1" },
    { name: "generation unread", vm: { generation: null }, status: "unknown", decider: "generation=null" },
  ])("$name: $status", (row) => checkCapability("vtpm", row));

  test("an older version is raised first, by id", () => {
    const { remedies } = capabilityIn(world({ vm: { ...WITHOUT_TPM, configurationVersion: "5.0" } }), "vtpm");
    expect(remedies.map(({ command }) => command)).toEqual([`Get-VM -Id '${VM_ID}' | Update-VMVersion`]);
  });
});

describe("shielded", () => {
  const SHIELDED = "security.shielded";
  test.each<CapabilityCase>([
    { name: "shielded", vm: security({ shielded: true }), status: "in-use", decider: `${SHIELDED}=true` },
    { name: "not", status: "available", decider: `${SHIELDED}=false` },
    {
      name: "not, version 7.0",
      vm: { configurationVersion: "7.0" },
      status: "available",
      decider: `${SHIELDED}=false`,
    },
    {
      name: "not, version 6.2",
      vm: { configurationVersion: "6.2" },
      status: "unavailable",
      decider: "configurationVersion=6.2",
    },
    { name: "not, the first host", host: onBuild(14393), status: "available", decider: `${SHIELDED}=false` },
    {
      name: "not, host too old",
      host: onBuild(14392),
      status: "unavailable",
      decider: "host.os.build=14392",
    },
    { name: "unread", vm: security({ shielded: null }), status: "unknown", decider: `${SHIELDED}=null` },
    { name: "generation 1", vm: GENERATION_1, status: "unavailable", decider: "generation=1" },
    { name: "generation unread", vm: { generation: null }, status: "unknown", decider: "generation=null" },
  ])("$name: $status", (row) => checkCapability("shielded", row));

  test("points to the vTPM, which is what is still developed", () => {
    const { summary, remedies } = capabilityIn(world({ vm: WITHOUT_TPM }), "shielded");
    expect(summary).toContain("no longer developed");
    expect(remedies[0]?.command).toContain("Enable-VMTPM");
  });
});

describe("vbs", () => {
  test.each<CapabilityCase>([
    { name: "offered", status: "available", decider: "firmware.secureBoot=On" },
    {
      name: "opted out",
      vm: security({ virtualizationBasedSecurityOptOut: true }),
      status: "unavailable",
      decider: `${OPT_OUT}=true`,
    },
    {
      name: "Secure Boot off",
      vm: secureBoot("Off"),
      status: "unavailable",
      decider: "firmware.secureBoot=Off",
    },
    {
      name: "opted out, Secure Boot unread",
      vm: { ...security({ virtualizationBasedSecurityOptOut: true }), firmware: null },
      status: "unavailable",
      decider: `${OPT_OUT}=true`,
    },
    {
      name: "Secure Boot off, opt-out unread",
      vm: { ...secureBoot("Off"), security: null },
      status: "unavailable",
      decider: "firmware.secureBoot=Off",
    },
    {
      name: "Secure Boot unread",
      vm: { firmware: null },
      status: "unknown",
      decider: "firmware.secureBoot=null",
    },
    { name: "opt-out unread", vm: { security: null }, status: "unknown", decider: `${OPT_OUT}=null` },
    {
      name: "version 8.0",
      vm: { configurationVersion: "8.0" },
      status: "available",
      decider: "firmware.secureBoot=On",
    },
    {
      name: "version 7.1",
      vm: { configurationVersion: "7.1" },
      status: "unavailable",
      decider: "configurationVersion=7.1",
    },
    {
      name: "version unread",
      vm: { configurationVersion: null },
      status: "unknown",
      decider: "configurationVersion=null",
    },
    { name: "the first host", host: onBuild(14393), status: "available", decider: "firmware.secureBoot=On" },
    { name: "host too old", host: onBuild(14392), status: "unavailable", decider: "host.os.build=14392" },
    { name: "host unread", host: onBuild(null), status: "unknown", decider: "host.os.build=null" },
    { name: "generation 1", vm: GENERATION_1, status: "unavailable", decider: "generation=1" },
    { name: "generation unread", vm: { generation: null }, status: "unknown", decider: "generation=null" },
  ])("$name: $status", (row) => checkCapability("vbs", row));
});

describe("what would have to be there is evidence", () => {
  test.each<[key: CapabilityKey, configurationVersion: string, hostBuild: number]>([
    ["vtpm", "7.0", 14393],
    ["shielded", "7.0", 14393],
    ["vbs", "8.0", 14393],
    ["large-memory", "8.0", 14393],
    ["many-processors", "8.0", 14393],
    ["many-network-adapters", "8.3", 17763],
  ])("of %s", (key, configurationVersion, hostBuild) => {
    const tooOld = world({ vm: { ...WITHOUT_TPM, configurationVersion: "5.0" } });
    const { status, evidence } = capabilityIn(tooOld, key);
    expect(status).toBe("unavailable");
    expect(evidence).toContainEqual({ name: "neededConfigurationVersion", value: configurationVersion });
    expect(evidence).toContainEqual({ name: "neededHostBuild", value: hostBuild });
  });
});
