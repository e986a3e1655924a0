import { describe, expect, test } from "vitest";
import {
  capabilityIn,
  type CapabilityCase,
  checkCapability,
  onBuild,
  secureBoot,
  world,
} from "../../testing/generation-cases.ts";
import { lastKnown, linux, VM_ID, windows } from "../../testing/vm-cases.ts";

const OFF = secureBoot("Off");
const UBUNTU = { ...OFF, guest: linux("Ubuntu", "22.04") };
const FREEBSD = { ...linux("FreeBSD"), osMajorVersion: "13", osMinorVersion: "2" };
const OFF_DECIDES = "firmware.secureBoot=Off";

describe("uefi-secure-boot", () => {
  test.each<CapabilityCase>([
    { name: "on", status: "in-use", decider: "firmware.secureBoot=On" },
    {
      name: "on, guest never known",
      vm: { guest: null },
      status: "in-use",
      decider: "firmware.secureBoot=On",
    },
    {
      name: "generation 1",
      vm: { generation: 1, firmware: null },
      status: "unavailable",
      decider: "generation=1",
    },
    { name: "generation unread", vm: { generation: null }, status: "unknown", decider: "generation=null" },
    {
      name: "firmware unread",
      vm: { firmware: null },
      status: "unknown",
      decider: "firmware.secureBoot=null",
    },
    { name: "setting unread", vm: secureBoot(null), status: "unknown", decider: "firmware.secureBoot=null" },
    {
      name: "an unknown word",
      vm: secureBoot("Maybe"),
      status: "unknown",
      decider: "firmware.secureBoot=Maybe",
    },
    { name: "off, Windows", vm: OFF, status: "available", decider: OFF_DECIDES },
    {
      name: "off, Windows, old host and version",
      vm: { ...OFF, configurationVersion: "5.0" },
      host: onBuild(9600),
      status: "available",
      decider: OFF_DECIDES,
    },
    {
      name: "off, last known Windows",
      vm: { ...OFF, guest: null, state: "Off" },
      memory: lastKnown(windows(20348)),
      status: "available",
      decider: OFF_DECIDES,
    },
    { name: "off, guest never known", vm: { ...OFF, guest: null }, status: "unknown", decider: "guest=null" },
    {
      name: "off, an appliance",
      vm: { ...OFF, guest: linux("PANOS") },
      status: "unknown",
      decider: "guest=PANOS",
    },
    {
      name: "off, FreeBSD",
      vm: { ...OFF, guest: FREEBSD },
      status: "not-applicable",
      decider: "guest=FreeBSD 13.2",
    },
    { name: "off, Ubuntu", vm: UBUNTU, status: "available", decider: OFF_DECIDES },
    {
      name: "off, Ubuntu, the first host with the template",
      vm: UBUNTU,
      host: onBuild(10240),
      status: "available",
      decider: OFF_DECIDES,
    },
    {
      name: "off, Ubuntu, host before the template",
      vm: UBUNTU,
      host: onBuild(9600),
      status: "unavailable",
      decider: "host.os.build=9600",
    },
    {
      name: "off, Ubuntu, host unread",
      vm: UBUNTU,
      host: onBuild(null),
      status: "unknown",
      decider: "host.os.build=null",
    },
    {
      name: "off, Ubuntu, version 6.2",
      vm: { ...UBUNTU, configurationVersion: "6.2" },
      status: "available",
      decider: OFF_DECIDES,
    },
    {
      name: "off, Ubuntu, version 5.0",
      vm: { ...UBUNTU, configurationVersion: "5.0" },
      status: "unavailable",
      decider: "configurationVersion=5.0",
    },
    {
      name: "off, Ubuntu, version unread",
      vm: { ...UBUNTU, configurationVersion: null },
      status: "unknown",
      decider: "configurationVersion=null",
    },
    {
      name: "off, Ubuntu 14.04, the first",
      vm: { ...OFF, guest: linux("Ubuntu", "14.04") },
      status: "available",
      decider: OFF_DECIDES,
    },
    {
      name: "off, Ubuntu 13.10",
      vm: { ...OFF, guest: linux("Ubuntu", "13.10") },
      status: "unavailable",
      decider: "guest=Ubuntu 13.10",
    },
    {
      name: "off, Ubuntu of later",
      vm: { ...OFF, guest: linux("Ubuntu", "26.04") },
      status: "available",
      decider: OFF_DECIDES,
    },
    {
      name: "off, Ubuntu without release",
      vm: { ...OFF, guest: linux("Ubuntu") },
      status: "unknown",
      decider: "guest=Ubuntu",
    },
    {
      name: "off, a distribution on no list",
      vm: { ...OFF, guest: linux("Arch Linux", "1") },
      status: "unknown",
      decider: "guest=Arch Linux 1",
    },
  ])("$name: $status", (row) => checkCapability("uefi-secure-boot", row));

  test.each([
    {
      name: "Windows",
      vm: OFF,
      host: onBuild(20348),
      options: "-EnableSecureBoot On -SecureBootTemplate MicrosoftWindows",
    },
    {
      name: "Linux",
      vm: UBUNTU,
      host: onBuild(20348),
      options: "-EnableSecureBoot On -SecureBootTemplate MicrosoftUEFICertificateAuthority",
    },
    {
      name: "Windows on a host without templates",
      vm: OFF,
      host: onBuild(9600),
      options: "-EnableSecureBoot On",
    },
  ])("$name gets a command, by id", ({ vm, host, options }) => {
    const { remedies } = capabilityIn(world({ vm, host }), "uefi-secure-boot");
    expect(remedies.map(({ command }) => command)).toEqual([
      `Get-VM -Id '${VM_ID}' | Set-VMFirmware ${options}`,
    ]);
    expect(remedies[0]?.cost).toContain("off");
  });
});
