import { describe, expect, test } from "vitest";
import type { PhysicalAdapterFacts, SnapshotFacts, SwitchFacts } from "../facts.ts";
import { sampleDisk, sampleService, sampleSnapshot, sampleVm, sampleVmAdapter } from "../sample-facts.ts";
import { firstRows } from "./first-rows.ts";

const GUID = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";
const OTHER_GUID = "1b2c3d4e-5f60-4b7c-9d8e-0f1a2b3c4d5e";

const adapter = (interfaceGuid: string, name: string): PhysicalAdapterFacts => ({
  name,
  interfaceGuid,
  interfaceIndex: null,
  description: null,
  status: "Up",
  linkSpeedBitsPerSecond: null,
  macAddress: null,
  driverProvider: null,
  driverVersion: null,
  driverDate: null,
  bindings: null,
  sriov: null,
  rdma: null,
  rss: null,
  vmq: null,
  rssOnHostVPorts: null,
});

const virtualSwitch = (id: string, name: string): SwitchFacts => ({
  id,
  name,
  switchType: "External",
  allowManagementOS: null,
  adapterGuids: null,
  embeddedTeamingEnabled: null,
  iovEnabled: null,
  iovSupport: null,
  iovSupportReasons: null,
  iovVirtualFunctionCount: null,
  iovVirtualFunctionsInUse: null,
  availableVMQueues: null,
  numberVmqAllocated: null,
  bandwidthReservationMode: null,
  packetDirectEnabled: null,
  defaultQueueVrssEnabled: null,
  defaultQueueVmmqEnabled: null,
  allowNetLbfoTeams: null,
  extensions: null,
});

const hostAdapter = (name: string, vlanId: number) => ({
  name,
  interfaceIndex: null,
  switchId: null,
  macAddress: null,
  vlanId,
  rdma: null,
  rss: null,
  vmqWeight: null,
  vrssEnabled: null,
  vmmqEnabled: null,
  ieeePriorityTag: null,
  teamMappedAdapter: null,
});

const team = (name: string, status: string) => {
  return { name, members: [], teamNics: [], teamingMode: null, loadBalancingAlgorithm: null, status };
};

const HEARTBEAT = sampleService();
const partialSections = (snapshot: SnapshotFacts) => {
  return snapshot.sections.filter(({ status }) => status === "partial").map(({ name }) => name);
};

describe("firstRows", () => {
  test.each<{ name: string; changed: Partial<SnapshotFacts> }>([
    { name: "an ordinary snapshot", changed: {} },
    {
      name: "nothing read at all",
      changed: {
        physicalAdapters: null,
        switches: null,
        hostAdapters: null,
        teams: null,
        smb: null,
        vms: null,
      },
    },
    { name: "no sections", changed: { sections: [] } },
    {
      name: "different adapters of one name",
      changed: { physicalAdapters: [adapter(GUID, "NIC"), adapter(OTHER_GUID, "NIC")] },
    },
    {
      name: "different switches of one name",
      changed: { switches: [virtualSwitch(GUID, "LAN"), virtualSwitch(OTHER_GUID, "LAN")] },
    },
    { name: "one disk in two VMs", changed: { vms: [sampleVm(), sampleVm({ id: OTHER_GUID })] } },
    {
      name: "VMs with everything unread",
      changed: { vms: [sampleVm({ integrationServices: null, disks: null, adapters: null })] },
    },
  ])("leaves $name as the same object", ({ changed }) => {
    const snapshot = sampleSnapshot(changed);
    expect(firstRows(snapshot)).toBe(snapshot);
  });

  test.each<{
    name: string;
    section: string;
    doubled: Partial<SnapshotFacts>;
    first: Partial<SnapshotFacts>;
  }>([
    {
      name: "physical adapters by GUID",
      section: "physicalAdapters",
      doubled: { physicalAdapters: [adapter(GUID, "1"), adapter(OTHER_GUID, "2"), adapter(GUID, "3")] },
      first: { physicalAdapters: [adapter(GUID, "1"), adapter(OTHER_GUID, "2")] },
    },
    {
      name: "switches by id",
      section: "switches",
      doubled: { switches: [virtualSwitch(GUID, "first"), virtualSwitch(GUID, "second")] },
      first: { switches: [virtualSwitch(GUID, "first")] },
    },
    {
      name: "host adapters by name",
      section: "hostAdapters",
      doubled: { hostAdapters: [hostAdapter("SMB-1", 711), hostAdapter("SMB-1", 712)] },
      first: { hostAdapters: [hostAdapter("SMB-1", 711)] },
    },
    {
      name: "teams by name",
      section: "teams",
      doubled: { teams: [team("T", "Up"), team("T", "Down"), team("T", "Up")] },
      first: { teams: [team("T", "Up")] },
    },
    {
      name: "a VM's services by component, without case",
      section: "vms",
      doubled: {
        vms: [
          sampleVm({
            integrationServices: [
              HEARTBEAT,
              sampleService({
                id: "Microsoft:ELSEWHERE\\84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47",
                primaryStatus: 12,
              }),
            ],
          }),
        ],
      },
      first: { vms: [sampleVm({ integrationServices: [HEARTBEAT] })] },
    },
    {
      name: "a VM's disks by path",
      section: "vms",
      doubled: { vms: [sampleVm({ disks: [sampleDisk(), sampleDisk({ sizeBytes: 1 })] })] },
      first: { vms: [sampleVm({ disks: [sampleDisk()] })] },
    },
    {
      name: "a VM's adapters by id",
      section: "vms",
      doubled: { vms: [sampleVm({ adapters: [sampleVmAdapter(), sampleVmAdapter({ vlanId: 21 })] })] },
      first: { vms: [sampleVm({ adapters: [sampleVmAdapter()] })] },
    },
    {
      name: "sections by name",
      section: "smb",
      doubled: {
        sections: [
          ...sampleSnapshot().sections,
          { name: "smb", status: "failed", durationMs: null, collectedAt: null, error: "again" },
        ],
      },
      first: {},
    },
  ])("$name: the first row wins, the section is partial", ({ section, doubled, first }) => {
    const rows = firstRows(sampleSnapshot(doubled));
    expect(rows).toEqual({ ...sampleSnapshot(first), sections: rows.sections });
    expect(rows.sections.map(({ name }) => name)).toEqual(sampleSnapshot().sections.map(({ name }) => name));
    expect(partialSections(rows)).toEqual([section]);
    expect(firstRows(rows)).toBe(rows);
  });

  test.each(["partial", "failed", "skipped"] as const)("a section that was %s stays so", (status) => {
    const sections = sampleSnapshot().sections.map((section) => ({ ...section, status }));
    const rows = firstRows(sampleSnapshot({ sections, teams: [team("T", "Up"), team("T", "Down")] }));
    expect(rows.sections).toEqual(sections);
    expect(rows.teams).toEqual([team("T", "Up")]);
  });

  test("only the VM with the double is another object", () => {
    const [plain, doubled] = [sampleVm(), sampleVm({ id: OTHER_GUID, disks: [sampleDisk(), sampleDisk()] })];
    expect(firstRows(sampleSnapshot({ vms: [plain, doubled] })).vms?.[0]).toBe(plain);
  });
});
