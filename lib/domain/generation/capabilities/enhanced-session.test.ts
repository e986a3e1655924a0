import { describe, expect, test } from "vitest";
import {
  capabilityIn,
  type CapabilityCase,
  checkCapability,
  withEnhancedSession,
  world,
} from "../../testing/generation-cases.ts";
import { lastKnown, linux, windows } from "../../testing/vm-cases.ts";

const ON = withEnhancedSession(true);
const SWITCH = "host.enableEnhancedSessionMode";

describe("enhanced-session", () => {
  test.each<CapabilityCase>([
    { name: "guest able, switch on", host: ON, status: "in-use", decider: `${SWITCH}=true` },
    {
      name: "guest able, switch off",
      host: withEnhancedSession(false),
      status: "available",
      decider: `${SWITCH}=false`,
    },
    {
      name: "guest able, switch unread",
      host: withEnhancedSession(null),
      status: "unknown",
      decider: `${SWITCH}=null`,
    },
    {
      name: "generation 1 as well",
      vm: { generation: 1, firmware: null },
      host: ON,
      status: "in-use",
      decider: `${SWITCH}=true`,
    },
    {
      name: "generation unread as well",
      vm: { generation: null },
      host: ON,
      status: "in-use",
      decider: `${SWITCH}=true`,
    },
    {
      name: "Server 2012 R2, the first",
      vm: { guest: windows(9600, "Windows Server 2012 R2") },
      host: ON,
      status: "in-use",
      decider: `${SWITCH}=true`,
    },
    {
      name: "Server 2012",
      vm: { guest: windows(9200, "Windows Server 2012") },
      host: ON,
      status: "unavailable",
      decider: "guest=Windows Server 2012",
    },
    {
      name: "older Windows, switch unread",
      vm: { guest: windows(7601, "Windows 7") },
      host: withEnhancedSession(null),
      status: "unavailable",
      decider: "guest=Windows 7",
    },
    {
      name: "FreeBSD",
      vm: { guest: linux("FreeBSD", "13.2") },
      host: ON,
      status: "unavailable",
      decider: "guest=FreeBSD 13.2",
    },
    {
      name: "Linux, switch on",
      vm: { guest: linux("Ubuntu", "22.04") },
      host: ON,
      status: "unknown",
      decider: "guest=Ubuntu 22.04",
    },
    { name: "guest never known", vm: { guest: null }, host: ON, status: "unknown", decider: "guest=null" },
    {
      name: "guest last known",
      vm: { guest: null },
      memory: lastKnown(windows(20348)),
      host: ON,
      status: "in-use",
      decider: `${SWITCH}=true`,
    },
    {
      name: "a Windows without a build",
      vm: { guest: { ...windows(20348), osBuildNumber: null } },
      host: ON,
      status: "unknown",
      decider: "guest=Windows Server 2022 Datacenter",
    },
  ])("$name: $status", (row) => checkCapability("enhanced-session", row));

  test("the command is the host's", () => {
    const { remedies } = capabilityIn(world({ host: withEnhancedSession(false) }), "enhanced-session");
    expect(remedies.map(({ command }) => command)).toEqual(["Set-VMHost -EnableEnhancedSessionMode $true"]);
  });
});
