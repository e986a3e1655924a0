import { describe, expect, test } from "vitest";
import {
  checkConversion,
  checkIn,
  type ConversionCheckCase,
  generation1,
  onBuild,
  security,
  thirtyTwoBits,
  world,
} from "../../testing/generation-cases.ts";
import { lastKnown, linux, windows } from "../../testing/vm-cases.ts";

const of = (name: string, version: string | null = null) => ({ guest: linux(name, version) });
const ARCHITECTURE = "guest.processorArchitecture";
const FREEBSD = { ...linux("FreeBSD"), osMajorVersion: "13", osMinorVersion: "2" };

describe("G1, the guest is 64-bit", () => {
  test.each<ConversionCheckCase>([
    { name: "x64", status: "pass", decider: `${ARCHITECTURE}=9` },
    {
      name: "x86",
      vm: { guest: thirtyTwoBits(windows(17763)) },
      status: "block",
      decider: `${ARCHITECTURE}=0`,
    },
    { name: "Linux x86_64", vm: of("Ubuntu", "22.04"), status: "pass", decider: `${ARCHITECTURE}=x86_64` },
    {
      name: "Linux i686",
      vm: { guest: { ...linux("Debian", "12"), processorArchitecture: "i686" } },
      status: "block",
      decider: `${ARCHITECTURE}=i686`,
    },
    {
      name: "32-bit, and its OS is not reported",
      vm: { guest: { ...linux("Debian"), osName: null, processorArchitecture: "i686" } },
      status: "block",
      decider: `${ARCHITECTURE}=i686`,
    },
    {
      name: "64-bit, and its OS is not reported",
      vm: { guest: { ...linux("Debian"), osName: "" } },
      status: "pass",
      decider: `${ARCHITECTURE}=x86_64`,
    },
    {
      name: "an unknown word",
      vm: { guest: { ...windows(17763), processorArchitecture: "mips" } },
      status: "unknown",
      decider: `${ARCHITECTURE}=mips`,
    },
    {
      name: "unread",
      vm: { guest: { ...windows(17763), processorArchitecture: null } },
      status: "unknown",
      decider: `${ARCHITECTURE}=null`,
    },
    { name: "never known", vm: { guest: null }, status: "unknown", decider: `${ARCHITECTURE}=null` },
    {
      name: "last known",
      vm: { guest: null },
      memory: lastKnown(windows(17763)),
      status: "pass",
      decider: `${ARCHITECTURE}=9`,
    },
  ])("$name: $status", (row) => checkConversion("G1", row));
});

describe("G2, the guest's system runs in generation 2", () => {
  test.each<ConversionCheckCase>([
    {
      name: "Windows 8 and Server 2012, the first",
      vm: { guest: windows(9200, "Windows Server 2012") },
      status: "pass",
      decider: "guest=Windows Server 2012",
    },
    {
      name: "Windows before",
      vm: { guest: windows(9199, "Windows 7") },
      status: "block",
      decider: "guest=Windows 7",
    },
    { name: "Ubuntu 14.04", vm: of("Ubuntu", "14.04"), status: "pass", decider: "guest=Ubuntu 14.04" },
    { name: "Ubuntu 13.10", vm: of("Ubuntu", "13.10"), status: "block", decider: "guest=Ubuntu 13.10" },
    { name: "Ubuntu 24.10", vm: of("Ubuntu", "24.10"), status: "unknown", decider: "guest=Ubuntu 24.10" },
    { name: "no release", vm: of("Debian GNU/Linux"), status: "unknown", decider: "guest=Debian GNU/Linux" },
    {
      name: "on no list",
      vm: of("Alpine Linux", "3.19"),
      status: "unknown",
      decider: "guest=Alpine Linux 3.19",
    },
    { name: "an appliance", vm: of("PANOS"), status: "unknown", decider: "guest=PANOS" },
    { name: "never known", vm: { guest: null }, status: "unknown", decider: "guest=null" },
  ])("$name: $status", (row) => checkConversion("G2", row));
});

describe("G3, the boot disk can become GPT", () => {
  test.each<ConversionCheckCase>([
    {
      name: "Windows 10 1703, the first with mbr2gpt",
      vm: { guest: windows(15063, "Windows 10 Pro") },
      status: "unknown",
      decider: "guest=Windows 10 Pro",
      isForGuest: true,
    },
    {
      name: "Windows before",
      vm: { guest: windows(15062, "Windows 10 Pro") },
      status: "caution",
      decider: "guest.osBuildNumber=15062",
    },
    {
      name: "Server 2016",
      vm: { guest: windows(14393, "Windows Server 2016") },
      status: "caution",
      decider: "guest.osBuildNumber=14393",
    },
    {
      name: "Linux",
      vm: of("Ubuntu", "22.04"),
      status: "unknown",
      decider: "guest=Ubuntu 22.04",
      isForGuest: true,
    },
    {
      name: "FreeBSD",
      vm: { guest: FREEBSD },
      status: "unknown",
      decider: "guest=FreeBSD 13.2",
      isForGuest: true,
    },
    { name: "never known", vm: { guest: null }, status: "unknown", decider: "guest=null", isForGuest: true },
  ])("$name: $status", (row) => checkConversion("G3", row));
});

describe("G4, the guest has an EFI boot loader", () => {
  test.each<ConversionCheckCase>([
    { name: "Windows", status: "pass", decider: "guest=Windows Server 2019 Standard", isForGuest: true },
    {
      name: "Linux",
      vm: of("Ubuntu", "22.04"),
      status: "unknown",
      decider: "guest=Ubuntu 22.04",
      isForGuest: true,
    },
    { name: "never known", vm: { guest: null }, status: "unknown", decider: "guest=null", isForGuest: true },
  ])("$name: $status", (row) => checkConversion("G4", row));
});

describe("G11, encryption", () => {
  const KSD = "security.ksdEnabled";
  test.each<ConversionCheckCase>([
    { name: "no key storage drive", status: "unknown", decider: `${KSD}=false`, isForGuest: true },
    {
      name: "key storage drive",
      vm: security({ ksdEnabled: true }),
      status: "caution",
      decider: `${KSD}=true`,
    },
    { name: "unread", vm: { security: null }, status: "unknown", decider: `${KSD}=null` },
    {
      name: "unread, host without such drives",
      vm: { security: null },
      host: onBuild(14392),
      status: "unknown",
      decider: `${KSD}=null`,
      isForGuest: true,
    },
    {
      name: "unread, the first host with them",
      vm: { security: null },
      host: onBuild(14393),
      status: "unknown",
      decider: `${KSD}=null`,
    },
    {
      name: "unread, version without such drives",
      vm: { security: null, configurationVersion: "7.1" },
      status: "unknown",
      decider: `${KSD}=null`,
      isForGuest: true,
    },
    {
      name: "unread, the first version with them",
      vm: { security: null, configurationVersion: "8.0" },
      status: "unknown",
      decider: `${KSD}=null`,
    },
    {
      name: "all unread",
      vm: { security: null, configurationVersion: null },
      host: onBuild(null),
      status: "unknown",
      decider: `${KSD}=null`,
    },
  ])("$name: $status", (row) => checkConversion("G11", row));
});

describe("what to run in the guest", () => {
  const commands = (guest: ReturnType<typeof linux> | null, key: string) =>
    checkIn(world({ vm: generation1({ guest }) }), key).remedies.map(
      ({ platform, command }) => `${platform}: ${command}`,
    );

  test("is the guest's own", () => {
    expect(commands(windows(17763), "G3")).toEqual(["Windows: mbr2gpt /validate /allowFullOS"]);
    expect(commands(windows(17763), "G11")).toEqual(["Windows: manage-bde -status"]);
    expect(commands(linux("Ubuntu", "22.04"), "G3")).toEqual([
      "Linux: lsblk -o NAME,PTTYPE,TYPE,SIZE,MOUNTPOINT",
    ]);
    expect(commands(FREEBSD, "G3")).toEqual(["FreeBSD: gpart show"]);
  });

  test("is one for each OS if the guest is unknown", () => {
    expect(commands(null, "G3")).toHaveLength(3);
    expect(commands(null, "G4")).toHaveLength(2);
  });
});
