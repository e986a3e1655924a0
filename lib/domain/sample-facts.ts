import type {
  DiskFacts,
  GuestFacts,
  HostFacts,
  IntegrationServiceFacts,
  SnapshotFacts,
  VmAdapterFacts,
  VmFacts,
} from "./facts.ts";

/** One ordinary host and VM for the tables of cases; each row states only what it is about. */
const VM_ID = "7c6d2f0e-5a1b-4c3d-9e8f-0123456789ab";
const HEARTBEAT = "84eaae65-2f2e-45f5-9bb5-0e857dc8eb47";

export function sampleService(changed: Partial<IntegrationServiceFacts> = {}): IntegrationServiceFacts {
  return {
    id: `Microsoft:${VM_ID}\\${HEARTBEAT}`,
    name: "Heartbeat",
    enabled: true,
    primaryStatus: 2,
    primaryStatusText: "OK",
    secondaryStatus: null,
    secondaryStatusText: null,
    ...changed,
  };
}

export function sampleGuest(changed: Partial<GuestFacts> = {}): GuestFacts {
  return {
    osName: "Windows Server 2022 Datacenter",
    osVersion: "10.0.20348",
    osMajorVersion: "10",
    osMinorVersion: "0",
    osBuildNumber: "20348",
    processorArchitecture: "9",
    fqdn: "app-01.corp.example",
    integrationServicesVersion: "10.0.20348.1",
    ipAddresses: ["10.20.1.11"],
    items: { OSName: "Windows Server 2022 Datacenter", ProductType: "3" },
    ...changed,
  };
}

export function sampleDisk(changed: Partial<DiskFacts> = {}): DiskFacts {
  return {
    path: "C:\\ClusterStorage\\Volume1\\APP-01\\APP-01.vhdx",
    controllerType: "SCSI",
    controllerNumber: 0,
    controllerLocation: 0,
    diskNumber: null,
    vhdFormat: "VHDX",
    vhdType: "Dynamic",
    sizeBytes: 136365211648,
    fileSizeBytes: 41875931136,
    ...changed,
  };
}

export function sampleVmAdapter(changed: Partial<VmAdapterFacts> = {}): VmAdapterFacts {
  return {
    id: `Microsoft:${VM_ID}\\c1a5b2d3-0f4e-4a6b-9c8d-7e6f5a4b3c2d`,
    name: "Network Adapter",
    macAddress: "00155D010203",
    dynamicMacAddress: true,
    switchId: "2c3d4e5f-6071-4c8d-8e9f-1a2b3c4d5e6f",
    switchName: "Production",
    connected: true,
    isLegacy: false,
    ipAddresses: ["10.20.1.11"],
    vlanId: 20,
    status: ["Ok"],
    iovWeight: 0,
    iovUsage: 0,
    iovQueuePairsRequested: 1,
    iovQueuePairsAssigned: 0,
    vfDataPathActive: false,
    vmqWeight: 100,
    vmqUsage: 1,
    vrssEnabled: true,
    vrssEnabledRequested: true,
    vmmqEnabled: false,
    vmmqEnabledRequested: false,
    vrssMaxQueuePairs: 1,
    vrssMaxQueuePairsRequested: 16,
    rdmaWeight: 0,
    macAddressSpoofing: "Off",
    portMirroringMode: "None",
    aclCount: 0,
    extendedAclCount: 0,
    virtualSubnetId: 0,
    ...changed,
  };
}

export function sampleVm(changed: Partial<VmFacts> = {}): VmFacts {
  return {
    id: VM_ID,
    name: "APP-01",
    generation: 2,
    configurationVersion: "10.0",
    vmType: "Realized",
    notes: "",
    createdAt: "2025-03-01T08:00:00Z",
    isClustered: true,
    biosGuid: "8e9f0a1b-2c3d-4e5f-8071-92a3b4c5d6e7",
    state: "Running",
    stateCode: 2,
    statusText: "Operating normally",
    operationalStatus: ["Ok"],
    heartbeat: "OkApplicationsHealthy",
    uptimeSeconds: 864000,
    cpuUsagePercent: 7,
    memoryAssignedBytes: 8589934592,
    memoryDemandBytes: 5368709120,
    processorCount: 4,
    exposeVirtualizationExtensions: false,
    dynamicMemoryEnabled: true,
    memoryStartupBytes: 8589934592,
    memoryMinimumBytes: 2147483648,
    memoryMaximumBytes: 17179869184,
    automaticStartAction: "StartIfRunning",
    automaticStopAction: "ShutDown",
    checkpointType: "Production",
    checkpoints: { count: 0, oldestAt: null },
    replicationMode: "None",
    replicationHealth: "NotApplicable",
    integrationServicesVersion: "0.0",
    integrationServicesVersionState: 0,
    integrationServicesState: "",
    hasRemoteFx: false,
    integrationServices: [sampleService()],
    guest: sampleGuest(),
    firmware: { secureBoot: "On", secureBootTemplate: "MicrosoftWindows" },
    security: {
      tpmEnabled: true,
      ksdEnabled: false,
      shielded: false,
      encryptStateAndVmMigrationTraffic: false,
      virtualizationBasedSecurityOptOut: false,
    },
    disks: [sampleDisk()],
    dvdDrives: [],
    floppyPath: null,
    comPortPaths: [],
    adapters: [sampleVmAdapter()],
    ...changed,
  };
}

export function sampleHost(changed: Partial<HostFacts> = {}): HostFacts {
  return {
    name: "HV-01",
    fqdn: "hv-01.corp.example",
    domain: "corp.example",
    machineId: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    smbiosUuid: null,
    manufacturer: "Dell Inc.",
    model: "PowerEdge R750",
    os: {
      caption: "Microsoft Windows Server 2022 Datacenter",
      version: "10.0.20348",
      build: 20348,
      ubr: 2849,
      productType: 3,
      sku: 8,
      bootedAt: "2026-10-01T03:00:00Z",
    },
    cluster: { name: "CL-01", nodes: ["HV-01", "HV-02"] },
    hardware: {
      processorName: "Xeon Gold 6338",
      cores: 64,
      logicalProcessors: 128,
      memoryBytes: 1099511627776,
    },
    hyperv: {
      iovSupport: true,
      iovSupportReasons: [],
      enableEnhancedSessionMode: false,
      numaSpanningEnabled: true,
      supportedVmVersions: ["9.0", "10.0"],
      virtualMachineMigrationEnabled: true,
      virtualMachineMigrationPerformanceOption: "SMB",
    },
    offload: null,
    rights: { hyperv: true, administrator: true },
    ...changed,
  };
}

export function sampleSnapshot(changed: Partial<SnapshotFacts> = {}): SnapshotFacts {
  return {
    schemaVersion: 1,
    snapshotId: "0193f1a2-7b3c-7d4e-8f5a-6b7c8d9e0f1a",
    epoch: 1763900000000,
    sequence: 42,
    collectedAt: "2026-11-24T11:59:54.000Z",
    sentAt: "2026-11-24T12:00:00.000Z",
    agent: {
      instanceId: "5b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3",
      version: "1.0.0",
      kind: "hyperv",
      intervalSeconds: 60,
      runtime: null,
      spool: null,
    },
    sections: ["host", "physicalAdapters", "switches", "hostAdapters", "teams", "smb", "vms"].map((name) => ({
      name,
      status: "ok",
      durationMs: 100,
      collectedAt: "2026-11-24T11:59:54.000Z",
      error: null,
    })),
    host: sampleHost(),
    physicalAdapters: [],
    switches: [],
    hostAdapters: [],
    teams: [],
    smb: {
      client: null,
      server: null,
      clientInterfaces: [],
      serverInterfaces: [],
      connections: [],
      constraints: [],
      dcb: null,
    },
    vms: [sampleVm()],
    ...changed,
  };
}
