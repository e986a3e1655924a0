import { describe, test } from "vitest";
import { type CapabilityCase, checkCapability } from "../../testing/generation-cases.ts";
import { lastKnown, linux, windows } from "../../testing/vm-cases.ts";

const of = (build: number, name: string) => ({ guest: windows(build, name) });

describe("storage-spaces-direct", () => {
  test.each<CapabilityCase>([
    { name: "2022 Datacenter", status: "available", decider: "guest=Windows Server 2022 Datacenter" },
    {
      name: "2016 Datacenter, the first",
      vm: of(14393, "Windows Server 2016 Datacenter"),
      status: "available",
      decider: "guest=Windows Server 2016 Datacenter",
    },
    {
      name: "an evaluation",
      vm: of(20348, "Windows Server 2022 Datacenter Evaluation"),
      status: "available",
      decider: "guest=Windows Server 2022 Datacenter Evaluation",
    },
    {
      name: "2012 R2 Datacenter",
      vm: of(9600, "Windows Server 2012 R2 Datacenter"),
      status: "unavailable",
      decider: "guest.osBuildNumber=9600",
    },
    {
      name: "Standard",
      vm: of(20348, "Windows Server 2022 Standard"),
      status: "unavailable",
      decider: "guest=Windows Server 2022 Standard",
    },
    {
      name: "Hyper-V Server",
      vm: of(17763, "Hyper-V Server 2019"),
      status: "unavailable",
      decider: "guest=Hyper-V Server 2019",
    },
    {
      name: "Azure Stack HCI",
      vm: of(25398, "Azure Stack HCI"),
      status: "available",
      decider: "guest=Azure Stack HCI",
    },
    { name: "Azure Local", vm: of(26100, "Azure Local"), status: "available", decider: "guest=Azure Local" },
    {
      name: "Windows 11",
      vm: of(22631, "Windows 11 Pro"),
      status: "not-applicable",
      decider: "guest=Windows 11 Pro",
    },
    {
      name: "Linux",
      vm: { guest: linux("Debian GNU/Linux", "12") },
      status: "not-applicable",
      decider: "guest=Debian GNU/Linux 12",
    },
    {
      name: "FreeBSD",
      vm: { guest: linux("FreeBSD", "13.2") },
      status: "not-applicable",
      decider: "guest=FreeBSD 13.2",
    },
    { name: "guest never known", vm: { guest: null }, status: "unknown", decider: "guest=null" },
    { name: "an appliance", vm: { guest: linux("PANOS") }, status: "unknown", decider: "guest=PANOS" },
    {
      name: "last known",
      vm: { guest: null },
      memory: lastKnown(windows(20348)),
      status: "available",
      decider: "guest=Windows Server 2022 Datacenter",
    },
    {
      name: "generation 1, Datacenter",
      vm: { generation: 1, firmware: null },
      status: "unknown",
      decider: "generation=1",
    },
    {
      name: "generation 1, Linux",
      vm: { generation: 1, firmware: null, guest: linux("Ubuntu", "22.04") },
      status: "unknown",
      decider: "generation=1",
    },
    { name: "generation unread", vm: { generation: null }, status: "unknown", decider: "generation=null" },
  ])("$name: $status", (row) => checkCapability("storage-spaces-direct", row));
});
