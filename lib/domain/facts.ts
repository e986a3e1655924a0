/**
 * Everything a rule may read: one host and its VMs as an agent reported them, plain JSON. `null` always means "could
 * not be read" (never zero, never none); an empty array means "read, and there are none". Longer than 300 lines so that
 * all that a rule may read is on one page. Enum values are PowerShell's own names. Times are ISO 8601 UTC, sizes bytes,
 * link speeds bits per second.
 */

export type IsoTime = string;

/** `Vm` is what is reported for each VM: everything, unless stated otherwise. */
export interface SnapshotFacts<Vm = VmFacts> {
  schemaVersion: 1;
  snapshotId: string;
  epoch: number;
  sequence: number;
  collectedAt: IsoTime;
  sentAt: IsoTime;
  agent: AgentFacts;
  sections: SectionFacts[];
  host: HostFacts;
  physicalAdapters: PhysicalAdapterFacts[] | null;
  switches: SwitchFacts[] | null;
  hostAdapters: HostAdapterFacts[] | null;
  teams: TeamFacts[] | null;
  smb: SmbFacts | null;
  vms: Vm[] | null;
}

export interface AgentFacts {
  instanceId: string;
  version: string;
  kind: "hyperv" | "mock" | "replay";
  intervalSeconds: number;
  runtime: {
    psVersion: string | null;
    hyperVModuleVersion: string | null;
    languageMode: string | null;
    isElevated: boolean | null;
    uiCulture: string | null;
    account: string | null;
  } | null;
  spool: { pending: number | null; dropped: number | null; oldestAt: IsoTime | null } | null;
}

export type SectionStatus = "ok" | "partial" | "failed" | "skipped";

export interface SectionFacts {
  name: string;
  status: SectionStatus;
  durationMs: number | null;
  collectedAt: IsoTime | null;
  error: string | null;
}

export interface HostFacts {
  name: string;
  fqdn: string | null;
  domain: string | null;
  machineId: string;
  smbiosUuid: string | null;
  manufacturer: string | null;
  model: string | null;
  os: {
    caption: string | null;
    version: string | null;
    build: number | null;
    ubr: number | null;
    productType: number | null;
    sku: number | null;
    bootedAt: IsoTime | null;
  } | null;
  cluster: { name: string | null; nodes: string[] | null } | null;
  hardware: {
    processorName: string | null;
    cores: number | null;
    logicalProcessors: number | null;
    memoryBytes: number | null;
  } | null;
  hyperv: {
    iovSupport: boolean | null;
    iovSupportReasons: string[] | null;
    enableEnhancedSessionMode: boolean | null;
    numaSpanningEnabled: boolean | null;
    supportedVmVersions: string[] | null;
    virtualMachineMigrationEnabled: boolean | null;
    virtualMachineMigrationPerformanceOption: string | null;
  } | null;
  offload: {
    receiveSideScaling: string | null;
    networkDirect: string | null;
    networkDirectAcrossIPSubnets: string | null;
  } | null;
  rights: { hyperv: boolean | null; administrator: boolean | null } | null;
}

export interface PhysicalAdapterFacts {
  name: string | null;
  interfaceGuid: string;
  interfaceIndex: number | null;
  description: string | null;
  status: string | null;
  linkSpeedBitsPerSecond: number | null;
  macAddress: string | null;
  driverProvider: string | null;
  driverVersion: string | null;
  driverDate: IsoTime | null;
  bindings: { vms_pp: boolean | null; ms_implat: boolean | null; ms_tcpip: boolean | null } | null;
  /**
   * `listed: false`: the cmdlet ran and did not list the device, so the device does not support it. `null` means
   * unknown.
   */
  sriov: {
    listed: boolean | null;
    support: string | null;
    enabled: boolean | null;
    numVFs: number | null;
    numAllocatedVFs: number | null;
  } | null;
  rdma: {
    listed: boolean | null;
    enabled: boolean | null;
    maxQueuePairs: number | null;
    technology: number | null;
  } | null;
  rss: {
    listed: boolean | null;
    enabled: boolean | null;
    numberOfReceiveQueues: number | null;
    maxProcessors: number | null;
    profile: string | null;
  } | null;
  vmq: {
    listed: boolean | null;
    enabled: boolean | null;
    numberOfReceiveQueues: number | null;
    allocatedQueues: number | null;
  } | null;
  rssOnHostVPorts: number | null;
}

export interface SwitchFacts {
  id: string;
  name: string | null;
  switchType: string | null;
  allowManagementOS: boolean | null;
  adapterGuids: string[] | null;
  embeddedTeamingEnabled: boolean | null;
  iovEnabled: boolean | null;
  iovSupport: boolean | null;
  iovSupportReasons: string[] | null;
  iovVirtualFunctionCount: number | null;
  iovVirtualFunctionsInUse: number | null;
  availableVMQueues: number | null;
  numberVmqAllocated: number | null;
  bandwidthReservationMode: string | null;
  packetDirectEnabled: boolean | null;
  defaultQueueVrssEnabled: boolean | null;
  defaultQueueVmmqEnabled: boolean | null;
  allowNetLbfoTeams: boolean | null;
  extensions:
    | { name: string | null; type: string | null; enabled: boolean | null; running: boolean | null }[]
    | null;
}

export interface HostAdapterFacts {
  name: string;
  interfaceIndex: number | null;
  switchId: string | null;
  macAddress: string | null;
  vlanId: number | null;
  rdma: { listed: boolean | null; enabled: boolean | null } | null;
  rss: { listed: boolean | null; enabled: boolean | null } | null;
  vmqWeight: number | null;
  vrssEnabled: boolean | null;
  vmmqEnabled: boolean | null;
  ieeePriorityTag: string | null;
  teamMappedAdapter: string | null;
}

export interface TeamFacts {
  name: string;
  members: string[] | null;
  teamNics: string[] | null;
  teamingMode: string | null;
  loadBalancingAlgorithm: string | null;
  status: string | null;
}

export interface SmbInterfaceFacts {
  interfaceIndex: number | null;
  friendlyName: string | null;
  linkSpeedBitsPerSecond: number | null;
  rssCapable: boolean | null;
  rdmaCapable: boolean | null;
}

export interface SmbFacts {
  client: { enableMultiChannel: boolean | null; requireSecuritySignature: boolean | null } | null;
  server: {
    enableMultiChannel: boolean | null;
    encryptData: boolean | null;
    rejectUnencryptedAccess: boolean | null;
    requireSecuritySignature: boolean | null;
    enableSMB1Protocol: boolean | null;
    enableSMB2Protocol: boolean | null;
  } | null;
  clientInterfaces: SmbInterfaceFacts[] | null;
  serverInterfaces: SmbInterfaceFacts[] | null;
  connections:
    | {
        serverName: string | null;
        clientInterfaceIndex: number | null;
        clientRssCapable: boolean | null;
        serverRssCapable: boolean | null;
        clientRdmaCapable: boolean | null;
        serverRdmaCapable: boolean | null;
        selected: boolean | null;
        failed: boolean | null;
        currentChannels: number | null;
        maxChannels: number | null;
        smbInstance: string | null;
      }[]
    | null;
  constraints: { serverName: string | null; interfaces: string[] | null }[] | null;
  dcb: {
    installed: boolean | null;
    smbDirectPriority: number | null;
    pfcPriorities: number[] | null;
    willing: boolean | null;
  } | null;
}

export interface VmFacts {
  id: string;
  name: string;
  generation: 1 | 2 | null;
  configurationVersion: string | null;
  vmType: string | null;
  notes: string | null;
  createdAt: IsoTime | null;
  isClustered: boolean | null;
  biosGuid: string | null;
  state: string | null;
  stateCode: number | null;
  statusText: string | null;
  operationalStatus: string[] | null;
  heartbeat: string | null;
  uptimeSeconds: number | null;
  cpuUsagePercent: number | null;
  memoryAssignedBytes: number | null;
  memoryDemandBytes: number | null;
  processorCount: number | null;
  exposeVirtualizationExtensions: boolean | null;
  dynamicMemoryEnabled: boolean | null;
  memoryStartupBytes: number | null;
  memoryMinimumBytes: number | null;
  memoryMaximumBytes: number | null;
  automaticStartAction: string | null;
  automaticStopAction: string | null;
  checkpointType: string | null;
  checkpoints: { count: number | null; oldestAt: IsoTime | null } | null;
  replicationMode: string | null;
  replicationHealth: string | null;
  integrationServicesVersion: string | null;
  integrationServicesVersionState: number | null;
  integrationServicesState: string | null;
  hasRemoteFx: boolean | null;
  integrationServices: IntegrationServiceFacts[] | null;
  guest: GuestFacts | null;
  firmware: { secureBoot: string | null; secureBootTemplate: string | null } | null;
  security: {
    tpmEnabled: boolean | null;
    ksdEnabled: boolean | null;
    shielded: boolean | null;
    encryptStateAndVmMigrationTraffic: boolean | null;
    virtualizationBasedSecurityOptOut: boolean | null;
  } | null;
  disks: DiskFacts[] | null;
  dvdDrives: { mediaType: string | null; path: string | null }[] | null;
  floppyPath: string | null;
  comPortPaths: string[] | null;
  adapters: VmAdapterFacts[] | null;
}

export interface IntegrationServiceFacts {
  /** Ends in the component GUID, which alone identifies the service: `name` is localized. */
  id: string;
  name: string | null;
  enabled: boolean | null;
  primaryStatus: number | null;
  primaryStatusText: string | null;
  secondaryStatus: number | null;
  secondaryStatusText: string | null;
}

/** Written by the guest and therefore untrusted: only display it, and parse it with care. */
export interface GuestFacts {
  osName: string | null;
  osVersion: string | null;
  osMajorVersion: string | null;
  osMinorVersion: string | null;
  osBuildNumber: string | null;
  processorArchitecture: string | null;
  fqdn: string | null;
  integrationServicesVersion: string | null;
  ipAddresses: string[] | null;
  items: Record<string, string | null> | null;
}

export interface DiskFacts {
  path: string;
  controllerType: string | null;
  controllerNumber: number | null;
  controllerLocation: number | null;
  diskNumber: number | null;
  vhdFormat: string | null;
  vhdType: string | null;
  sizeBytes: number | null;
  fileSizeBytes: number | null;
}

export interface VmAdapterFacts {
  id: string;
  name: string | null;
  macAddress: string | null;
  dynamicMacAddress: boolean | null;
  switchId: string | null;
  switchName: string | null;
  connected: boolean | null;
  isLegacy: boolean | null;
  ipAddresses: string[] | null;
  vlanId: number | null;
  status: string[] | null;
  iovWeight: number | null;
  iovUsage: number | null;
  iovQueuePairsRequested: number | null;
  iovQueuePairsAssigned: number | null;
  vfDataPathActive: boolean | null;
  vmqWeight: number | null;
  vmqUsage: number | null;
  vrssEnabled: boolean | null;
  vrssEnabledRequested: boolean | null;
  vmmqEnabled: boolean | null;
  vmmqEnabledRequested: boolean | null;
  vrssMaxQueuePairs: number | null;
  vrssMaxQueuePairsRequested: number | null;
  rdmaWeight: number | null;
  macAddressSpoofing: string | null;
  portMirroringMode: string | null;
  aclCount: number | null;
  extendedAclCount: number | null;
  virtualSubnetId: number | null;
}
