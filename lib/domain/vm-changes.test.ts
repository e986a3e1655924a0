// Longer than 300 lines: one table of what is news of a VM and what is not.
import { describe, expect, test } from "vitest";
import type { VmFacts } from "./facts.ts";
import { sampleDisk, sampleGuest, sampleService, sampleVm, sampleVmAdapter } from "./sample-facts.ts";
import { vmChanges, type VmMoment } from "./vm-changes.ts";
import {
  SERVICE_KEYS,
  VM_TECHNOLOGIES,
  type AccelerationStatus,
  type ServiceKey,
  type ServiceStatus,
} from "./words.ts";

type Told = [kind: string, field: string, from: string | null, to: string | null];

const services = (changed: Partial<Record<ServiceKey, ServiceStatus>> = {}) =>
  SERVICE_KEYS.map((key) => changed[key] ?? "healthy");

const moment = (changed: Partial<VmMoment> = {}): VmMoment => ({
  health: "healthy",
  services: services(),
  acceleration: VM_TECHNOLOGIES.map(() => "active" as const),
  state: "running",
  guest: sampleGuest(),
  facts: sampleVm(),
  ...changed,
});

function told(before: Partial<VmMoment>, after: Partial<VmMoment>): Told[] {
  return vmChanges(moment(before), moment(after)).map(({ kind, field, from, to }) => [kind, field, from, to]);
}

const withFacts = (before: Partial<VmFacts>, after: Partial<VmFacts>) =>
  told({ facts: sampleVm(before) }, { facts: sampleVm(after) });

/** As many disks as a report can contain, whose places were not read. */
const manyDisks = (offset: number) =>
  Array.from({ length: 100_000 }, (_, index) => {
    return sampleDisk({ path: `${index + offset}.vhdx`, controllerType: null });
  });

const OTHER_ID = "Microsoft:7c6d2f0e-5a1b-4c3d-9e8f-0123456789ab\\d2b6c3e4-1a5f-4b7c-8d9e-8f706b5c4d3e";
const GUID = "1B2C3D4E-5F60-4B7C-9D8E-0F1A2B3C4D5E";

describe("vmChanges: verdicts and state", () => {
  test.each<{ name: string; before?: Partial<VmMoment>; after: Partial<VmMoment>; entries: Told[] }>([
    { name: "the same", after: {}, entries: [] },
    { name: "health", after: { health: "critical" }, entries: [["health", "health", "healthy", "critical"]] },
    { name: "state", after: { state: "off" }, entries: [["state", "state", "running", "off"]] },
    {
      name: "services",
      after: { services: services({ heartbeat: "failed", vss: "unknown" }) },
      entries: [
        ["service", "heartbeat", "healthy", "failed"],
        ["service", "vss", "healthy", "unknown"],
      ],
    },
    {
      name: "PowerShell Direct too",
      after: { services: services({ "powershell-direct": "not-applicable" }) },
      entries: [["service", "powershell-direct", "healthy", "not-applicable"]],
    },
    {
      name: "worst news first",
      after: {
        health: "warning",
        state: "off",
        services: services({ shutdown: "degraded" }),
        facts: sampleVm({ name: "APP-02" }),
      },
      entries: [
        ["health", "health", "healthy", "warning"],
        ["state", "state", "running", "off"],
        ["service", "shutdown", "healthy", "degraded"],
        ["configuration", "name", "APP-01", "APP-02"],
      ],
    },
    { name: "a VM that could not be read this time", after: { facts: null }, entries: [] },
    {
      name: "nor the last time",
      before: { facts: null },
      after: { facts: sampleVm({ name: "APP-02" }) },
      entries: [],
    },
    { name: "verdicts of a VM that was never judged", before: { services: [] }, after: {}, entries: [] },
  ])("$name", ({ before = {}, after, entries }) => {
    expect(told(before, after)).toEqual(entries);
  });
});

describe("vmChanges: configuration", () => {
  test.each<{ name: string; before?: Partial<VmFacts>; after: Partial<VmFacts>; entries: Told[] }>([
    { name: "an equal report", after: {}, entries: [] },
    {
      name: "runtime numbers",
      after: { uptimeSeconds: 864060, cpuUsagePercent: 93, memoryAssignedBytes: 1, memoryDemandBytes: null },
      entries: [],
    },
    {
      name: "raw status of the VM and its heartbeat",
      after: { statusText: "x", operationalStatus: ["Degraded"], heartbeat: "NoContact" },
      entries: [],
    },
    { name: "name", after: { name: "APP-02" }, entries: [["configuration", "name", "APP-01", "APP-02"]] },
    { name: "generation", after: { generation: 1 }, entries: [["configuration", "generation", "2", "1"]] },
    {
      name: "configuration version",
      after: { configurationVersion: "11.0" },
      entries: [["configuration", "configurationVersion", "10.0", "11.0"]],
    },
    { name: "notes", after: { notes: "#prod" }, entries: [["configuration", "notes", "", "#prod"]] },
    {
      name: "long notes",
      after: { notes: "n".repeat(4096) },
      entries: [["configuration", "notes", "", `${"n".repeat(199)}…`]],
    },
    {
      name: "processors",
      after: { processorCount: 8 },
      entries: [["configuration", "processorCount", "4", "8"]],
    },
    {
      name: "memory",
      after: { memoryStartupBytes: 4294967296 },
      entries: [["configuration", "memoryStartupBytes", "8589934592", "4294967296"]],
    },
    {
      name: "dynamic memory",
      after: { dynamicMemoryEnabled: false },
      entries: [["configuration", "dynamicMemoryEnabled", "true", "false"]],
    },
    {
      name: "stop action",
      after: { automaticStopAction: "TurnOff" },
      entries: [["configuration", "automaticStopAction", "ShutDown", "TurnOff"]],
    },
    {
      name: "checkpoints by number",
      after: { checkpoints: { count: 2, oldestAt: "2026-11-20T02:00:00Z" } },
      entries: [["configuration", "checkpoints", "0", "2"]],
    },
    {
      name: "their age alone",
      after: { checkpoints: { count: 0, oldestAt: "2026-11-20T02:00:00Z" } },
      entries: [],
    },
    {
      name: "Secure Boot",
      after: { firmware: { secureBoot: "Off", secureBootTemplate: "MicrosoftWindows" } },
      entries: [["configuration", "firmware.secureBoot", "On", "Off"]],
    },
    {
      name: "clustered",
      after: { isClustered: false },
      entries: [["configuration", "isClustered", "true", "false"]],
    },
    {
      name: "replication",
      after: { replicationMode: "Primary", replicationHealth: "Warning" },
      entries: [
        ["configuration", "replicationMode", "None", "Primary"],
        ["configuration", "replicationHealth", "NotApplicable", "Warning"],
      ],
    },
    {
      name: "unread now",
      after: { notes: null, processorCount: null, firmware: null, checkpoints: null },
      entries: [],
    },
    {
      name: "unread before",
      before: { notes: null, processorCount: null, security: null },
      after: {},
      entries: [],
    },
    {
      name: "a DVD",
      after: { dvdDrives: [{ mediaType: "ISO", path: "C:\\iso\\setup.iso" }] },
      entries: [["configuration", "dvdDrives", "", "C:\\iso\\setup.iso"]],
    },
    {
      name: "an empty drive more",
      before: { dvdDrives: [] },
      after: { dvdDrives: [{ mediaType: "None", path: null }] },
      entries: [["configuration", "dvdDrives", "", "empty"]],
    },
    {
      name: "a floppy",
      after: { floppyPath: "a.vfd" },
      entries: [["configuration", "floppyPath", null, "a.vfd"]],
    },
    {
      name: "a floppy removed",
      before: { floppyPath: "a.vfd" },
      after: {},
      entries: [["configuration", "floppyPath", "a.vfd", null]],
    },
    {
      name: "a serial port",
      after: { comPortPaths: ["\\\\.\\pipe\\com1"] },
      entries: [["configuration", "comPortPaths", "", "\\\\.\\pipe\\com1"]],
    },
    {
      name: "the same ports and drives in another order",
      before: {
        comPortPaths: ["a", "b"],
        dvdDrives: [
          { mediaType: "None", path: null },
          { mediaType: "ISO", path: "a.iso" },
        ],
      },
      after: {
        comPortPaths: ["b", "a"],
        dvdDrives: [
          { mediaType: "ISO", path: "a.iso" },
          { mediaType: "None", path: null },
        ],
      },
      entries: [],
    },
    {
      name: "a service's switch",
      after: { integrationServices: [sampleService({ enabled: false })] },
      entries: [["configuration", "services.heartbeat.enabled", "true", "false"]],
    },
    {
      name: "a service's raw status",
      after: {
        integrationServices: [sampleService({ primaryStatus: 12, primaryStatusText: "Kein Kontakt" })],
      },
      entries: [],
    },
    {
      name: "a service's name in another language",
      after: { integrationServices: [sampleService({ name: "Takt" })] },
      entries: [],
    },
    {
      name: "a switch unread",
      after: { integrationServices: [sampleService({ enabled: null })] },
      entries: [],
    },
    {
      name: "an unknown service",
      before: { integrationServices: [sampleService({ id: "x" })] },
      after: { integrationServices: [sampleService({ id: "x", enabled: false })] },
      entries: [],
    },
    { name: "a row that came", before: { integrationServices: [] }, after: {}, entries: [] },
  ])("$name", ({ before = {}, after, entries }) => {
    expect(withFacts(before, after)).toEqual(entries);
  });
});

describe("vmChanges: disks", () => {
  const disk = sampleDisk();
  const second = sampleDisk({ path: "D:\\data.vhdx", controllerLocation: 1 });
  const avhdx = sampleDisk({
    path: `C:\\ClusterStorage\\Volume1\\APP-01\\APP-01_${GUID}.avhdx`,
    vhdType: "Differencing",
  });

  test.each<{ name: string; before?: VmFacts["disks"]; after: VmFacts["disks"]; entries: Told[] }>([
    { name: "growth of the file", after: [sampleDisk({ fileSizeBytes: 1 })], entries: [] },
    {
      name: "size",
      after: [sampleDisk({ sizeBytes: 1 })],
      entries: [["configuration", "disks[SCSI 0:0].sizeBytes", "136365211648", "1"]],
    },
    {
      name: "added",
      after: [disk, second],
      entries: [["configuration", "disks[SCSI 0:1]", null, "D:\\data.vhdx"]],
    },
    {
      name: "removed",
      before: [disk, second],
      after: [disk],
      entries: [["configuration", "disks[SCSI 0:1]", "D:\\data.vhdx", null]],
    },
    {
      name: "moved to another file",
      after: [sampleDisk({ path: "D:\\APP-01.vhdx" })],
      entries: [
        [
          "configuration",
          "disks[SCSI 0:0].path",
          "C:\\ClusterStorage\\Volume1\\APP-01\\APP-01.vhdx",
          "D:\\APP-01.vhdx",
        ],
      ],
    },
    { name: "a checkpoint's differencing file", after: [avhdx], entries: [] },
    { name: "merged again", before: [avhdx], after: [disk], entries: [] },
    { name: "in another order", before: [disk, second], after: [second, disk], entries: [] },
    { name: "unread", after: null, entries: [] },
    { name: "unread before", before: null, after: [disk], entries: [] },
    {
      name: "format unread",
      after: [sampleDisk({ vhdFormat: null, vhdType: null, sizeBytes: null })],
      entries: [],
    },
    { name: "place unread", after: [sampleDisk({ controllerNumber: null })], entries: [] },
    {
      name: "added where places are unread",
      before: [],
      after: [sampleDisk({ controllerType: null })],
      entries: [
        ["configuration", "disks[C:\\ClusterStorage\\Volume1\\APP-01\\APP-01.vhdx]", null, disk.path],
      ],
    },
  ])("$name", ({ before = [disk], after, entries }) => {
    expect(withFacts({ disks: before }, { disks: after })).toEqual(entries);
  });
});

describe("vmChanges: adapters", () => {
  const adapter = sampleVmAdapter();
  const twin = sampleVmAdapter({ id: OTHER_ID, macAddress: "00155D010204" });

  test.each<{ name: string; before?: VmFacts["adapters"]; after: VmFacts["adapters"]; entries: Told[] }>([
    {
      name: "VLAN",
      after: [sampleVmAdapter({ vlanId: 21 })],
      entries: [["network", "adapters[Network Adapter].vlanId", "20", "21"]],
    },
    {
      name: "SR-IOV weight",
      after: [sampleVmAdapter({ iovWeight: 100 })],
      entries: [["network", "adapters[Network Adapter].iovWeight", "0", "100"]],
    },
    {
      name: "traffic through a virtual function",
      after: [sampleVmAdapter({ vfDataPathActive: true })],
      entries: [["network", "adapters[Network Adapter].vfDataPathActive", "false", "true"]],
    },
    {
      name: "what is in use",
      after: [
        sampleVmAdapter({
          vmqUsage: 0,
          iovUsage: 1,
          iovQueuePairsAssigned: 1,
          vrssEnabled: false,
          vmmqEnabled: true,
          vrssMaxQueuePairs: 4,
          status: ["Degraded"],
          ipAddresses: [],
        }),
      ],
      entries: [],
    },
    {
      name: "switch",
      after: [sampleVmAdapter({ switchName: "Test" })],
      entries: [["network", "adapters[Network Adapter].switchName", "Production", "Test"]],
    },
    {
      name: "the same switch on another host",
      after: [sampleVmAdapter({ switchId: "aaaaaaaa-6071-4c8d-8e9f-1a2b3c4d5e6f" })],
      entries: [],
    },
    {
      name: "disconnected",
      after: [sampleVmAdapter({ connected: false, switchId: null, switchName: null })],
      entries: [["network", "adapters[Network Adapter].switchName", "Production", "not connected"]],
    },
    { name: "switch unread", after: [sampleVmAdapter({ switchName: null })], entries: [] },
    {
      name: "renamed",
      after: [sampleVmAdapter({ name: "Backup" })],
      entries: [["network", "adapters[Backup].name", "Network Adapter", "Backup"]],
    },
    {
      name: "added, of the same name",
      after: [adapter, twin],
      entries: [["network", "adapters[Network Adapter 5c4d3e]", null, "00155D010204"]],
    },
    {
      name: "removed",
      before: [adapter, twin],
      after: [twin],
      entries: [["network", "adapters[Network Adapter 4b3c2d]", "00155D010203", null]],
    },
    {
      name: "one of two of the same name",
      before: [adapter, twin],
      after: [adapter, { ...twin, vlanId: 5 }],
      entries: [["network", "adapters[Network Adapter 5c4d3e].vlanId", "20", "5"]],
    },
    { name: "unread", after: null, entries: [] },
    { name: "unread before", before: null, after: [adapter], entries: [] },
    {
      name: "all removed",
      after: [],
      entries: [["network", "adapters[Network Adapter]", "00155D010203", null]],
    },
  ])("$name", ({ before = [adapter], after, entries }) => {
    expect(withFacts({ adapters: before }, { adapters: after })).toEqual(entries);
  });
});

describe("vmChanges: guest", () => {
  test.each<{ name: string; before?: VmMoment["guest"]; after: VmMoment["guest"]; entries: Told[] }>([
    {
      name: "another system",
      after: sampleGuest({
        osName: "Windows Server 2025 Datacenter",
        osVersion: "10.0.26100",
        osBuildNumber: "26100",
      }),
      entries: [
        ["guest", "os", "Windows Server 2022 Datacenter", "Windows Server 2025 Datacenter"],
        ["guest", "osVersion", "10.0.20348", "10.0.26100"],
      ],
    },
    {
      name: "a Linux kernel",
      before: sampleGuest({ osVersion: "5.15.0", osBuildNumber: "5.15.0-105-generic" }),
      after: sampleGuest({ osVersion: "5.15.0", osBuildNumber: "5.15.0-106-generic" }),
      entries: [["guest", "osVersion", "5.15.0-105-generic", "5.15.0-106-generic"]],
    },
    {
      name: "a Linux distribution's version",
      before: sampleGuest({ osMajorVersion: "22.04" }),
      after: sampleGuest({ osMajorVersion: "24.04" }),
      entries: [["guest", "osMajorVersion", "22.04", "24.04"]],
    },
    {
      name: "name in the network",
      after: sampleGuest({ fqdn: "app-02.corp.example" }),
      entries: [["guest", "fqdn", "app-01.corp.example", "app-02.corp.example"]],
    },
    {
      name: "addresses",
      after: sampleGuest({ ipAddresses: ["fe80::1", "10.20.1.12"] }),
      entries: [["guest", "addresses", "10.20.1.11", "10.20.1.12, fe80::1"]],
    },
    {
      name: "addresses in another order, or twice",
      before: sampleGuest({ ipAddresses: ["10.0.0.1", "10.0.0.2"] }),
      after: sampleGuest({ ipAddresses: ["10.0.0.2", "10.0.0.1", "10.0.0.2"] }),
      entries: [],
    },
    {
      name: "no address any more",
      after: sampleGuest({ ipAddresses: [] }),
      entries: [["guest", "addresses", "10.20.1.11", ""]],
    },
    { name: "addresses unread", after: sampleGuest({ ipAddresses: null }), entries: [] },
    { name: "items that are not judged", after: sampleGuest({ items: { CSDVersion: "1" } }), entries: [] },
    { name: "not known any more", after: null, entries: [] },
    {
      name: "known for the first time",
      before: null,
      after: sampleGuest({ fqdn: null, osMajorVersion: null, integrationServicesVersion: null }),
      entries: [
        ["guest", "os", null, "Windows Server 2022 Datacenter"],
        ["guest", "osVersion", null, "10.0.20348"],
        ["guest", "addresses", null, "10.20.1.11"],
      ],
    },
  ])("$name", ({ before = sampleGuest(), after, entries }) => {
    expect(told({ guest: before }, { guest: after })).toEqual(entries);
  });

  test("a hostile name is cut", () => {
    const [entry] = told({}, { guest: sampleGuest({ osName: "😀".repeat(512) }) });
    expect(entry?.[3]).toBe(`${"😀".repeat(99)}…`);
  });
});

test("vmChanges tells at most 50 things of one VM, the worst among them", () => {
  const disks = Array.from({ length: 200 }, (_, index) =>
    sampleDisk({ path: `${index}.vhdx`, controllerLocation: index }),
  );
  const entries = told(
    { facts: sampleVm({ disks: [] }) },
    { health: "critical", facts: sampleVm({ disks }) },
  );
  expect(entries).toHaveLength(50);
  expect(entries[0]).toEqual(["health", "health", "healthy", "critical"]);
  expect(entries.at(-1)).toEqual(["configuration", "more", null, "152 more changes"]);
});

test("vmChanges looks through the longest list that fits into a report, and finds the end", () => {
  const entries = told(
    { facts: sampleVm({ disks: manyDisks(0) }) },
    { facts: sampleVm({ disks: manyDisks(100_000) }) },
  );
  expect(entries.at(-1)).toEqual(["configuration", "more", null, "199951 more changes"]);
});

test("vmChanges makes no field too long for the log, nor one that is no text, of hostile names and ids", () => {
  const hostile = [0, 1].map((index) =>
    sampleVmAdapter({ id: `${index}${"😀".repeat(20)}x`, name: "😀".repeat(500) }),
  );
  const changed = hostile.map((adapter) => ({ ...adapter, vlanId: 21 }));
  const fields = told(
    { facts: sampleVm({ adapters: hostile }) },
    { facts: sampleVm({ adapters: changed }) },
  ).map(([, field]) => field);
  expect(fields).toHaveLength(2);
  for (const field of fields) {
    expect(field.endsWith(".vlanId") && field.length <= 200 && field.isWellFormed()).toBe(true);
  }
});

describe("a technology of the network", () => {
  const words = (first: AccelerationStatus) => [
    first,
    ...VM_TECHNOLOGIES.slice(1).map(() => "ready" as const),
  ];

  test.each<{ name: string; before: Partial<VmMoment>; after: Partial<VmMoment>; news: Told[] }>([
    {
      name: "that loses its traffic is news",
      before: { acceleration: words("active") },
      after: { acceleration: words("configured") },
      news: [["network", "sr-iov", "active", "configured"]],
    },
    {
      name: "that stays is none",
      before: { acceleration: words("ready") },
      after: { acceleration: words("ready") },
      news: [],
    },
    {
      name: "of a VM that stops is none: its state is",
      before: { acceleration: words("active") },
      after: { acceleration: words("not-applicable"), state: "off" },
      news: [["state", "state", "running", "off"]],
    },
    {
      name: "that was never judged before is none",
      before: { acceleration: [] },
      after: { acceleration: words("blocked") },
      news: [],
    },
  ])("$name", ({ before, after, news }) => {
    expect(told(before, after)).toEqual(news);
  });
});
