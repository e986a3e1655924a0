import { describe, test } from "vitest";
import { secureBoot } from "../testing/generation-cases.ts";
import { checkRuleCase, type RuleCase } from "../testing/rule-case.ts";
import { hostFacts, lastKnown, linux, windows } from "../testing/vm-cases.ts";

const OFF = secureBoot("Off");
const UBUNTU = linux("Ubuntu", "22.04");
const old = { host: hostFacts({ build: 9600 }) };

describe("vm.secure-boot", () => {
  test.each<RuleCase>([
    { name: "on, Windows", answer: "ok" },
    { name: "off, Windows", vm: OFF, answer: "warning" },
    {
      name: "off, Windows, VM off",
      vm: { ...OFF, state: "Off", guest: null },
      input: { memory: lastKnown(windows(20348)) },
      answer: "warning",
    },
    { name: "off, Windows on 2012 R2", vm: OFF, input: old, answer: "warning" },
    { name: "off, Ubuntu", vm: { ...OFF, guest: UBUNTU }, answer: "info" },
    { name: "off, Ubuntu 13.10", vm: { ...OFF, guest: linux("Ubuntu", "13.10") }, answer: "ok" },
    { name: "off, Ubuntu without release", vm: { ...OFF, guest: linux("Ubuntu") }, answer: "unknown" },
    { name: "off, Linux on no list", vm: { ...OFF, guest: linux("Arch Linux") }, answer: "ok" },
    { name: "off, Ubuntu on 2012 R2", vm: { ...OFF, guest: UBUNTU }, input: old, answer: "ok" },
    {
      name: "off, Ubuntu, version 5.0",
      vm: { ...OFF, guest: UBUNTU, configurationVersion: "5.0" },
      answer: "ok",
    },
    {
      name: "off, Ubuntu, host unread",
      vm: { ...OFF, guest: UBUNTU },
      input: { host: hostFacts({ build: null }) },
      answer: "unknown",
    },
    { name: "off, FreeBSD", vm: { ...OFF, guest: linux("FreeBSD", "13.2") }, answer: "ok" },
    { name: "off, an appliance", vm: { ...OFF, guest: linux("PANOS") }, answer: "ok" },
    {
      name: "off, a Windows whose build is unread",
      vm: { ...OFF, guest: { ...windows(20348), osBuildNumber: null } },
      answer: "unknown",
    },
    { name: "off, guest never known", vm: { ...OFF, guest: null }, answer: "unknown" },
    {
      name: "on, Linux, its own template",
      vm: { ...secureBoot("On", "MicrosoftUEFICertificateAuthority"), guest: UBUNTU },
      answer: "ok",
    },
    { name: "on, Linux that runs under Windows' template", vm: { guest: UBUNTU }, answer: "info" },
    {
      name: "the same while off proves nothing",
      vm: { guest: null, state: "Off" },
      input: { memory: lastKnown(UBUNTU) },
      answer: "unknown",
    },
    {
      name: "on, Linux, template unread",
      vm: { ...secureBoot("On", null), guest: UBUNTU },
      answer: "unknown",
    },
    { name: "firmware unread", vm: { firmware: null }, answer: "unknown" },
    { name: "setting unread", vm: secureBoot(null), answer: "unknown" },
    { name: "generation 1", vm: { generation: 1, firmware: null }, answer: "not-applicable" },
    { name: "generation unread", vm: { ...OFF, generation: null }, answer: "unknown" },
    { name: "replica", vm: { ...OFF, replicationMode: "Replica", state: "Off" }, answer: "warning" },
    { name: "test replica", vm: { ...OFF, replicationMode: "TestReplica" }, answer: "not-applicable" },
  ])("$name: $answer", (row) => checkRuleCase("vm.secure-boot", row));
});
