// Longer than 300 lines on purpose: this is the whole wire contract, and it is read as one page.
import { z } from "zod";
import { fact, facts, flag, guid, identity, integer, mac, notes, text, texts, time } from "./leaf.ts";

/** Largest body after decompression, in bytes. */
export const MAX_SNAPSHOT_BYTES = 8 * 1024 * 1024;
/**
 * Nesting depth of objects and arrays, including the outermost. The contract itself needs 6; unknown keys may nest
 * deeper.
 */
export const MAX_SNAPSHOT_DEPTH = 16;
export const MAX_SNAPSHOT_VMS = 1024;

// Windows' enum names are text: a new name is kept and evaluated as unknown. `kind` and a section's `status` belong to this
// contract, and `generation` is a number: these are closed, and a new value requires a new version of the contract.

const agent = z.object({
  instanceId: guid,
  version: text,
  kind: z.enum(["hyperv", "mock", "replay"], { error: "must be hyperv, mock or replay" }),
  intervalSeconds: integer,
  runtime: fact(
    z.object({
      psVersion: fact(text),
      hyperVModuleVersion: fact(text),
      languageMode: fact(text),
      isElevated: fact(flag),
      uiCulture: fact(text),
      account: fact(text),
    }),
  ),
  spool: fact(z.object({ pending: fact(integer), dropped: fact(integer), oldestAt: fact(time) })),
});

const section = z.object({
  name: text,
  status: z.enum(["ok", "partial", "failed", "skipped"], {
    error: "must be ok, partial, failed or skipped",
  }),
  durationMs: fact(integer),
  collectedAt: fact(time),
  error: fact(text),
});

const host = z.object({
  name: identity,
  fqdn: fact(text),
  domain: fact(text),
  machineId: identity,
  smbiosUuid: fact(guid),
  manufacturer: fact(text),
  model: fact(text),
  os: fact(
    z.object({
      caption: fact(text),
      version: fact(text),
      build: fact(integer),
      ubr: fact(integer),
      productType: fact(integer),
      sku: fact(integer),
      bootedAt: fact(time),
    }),
  ),
  cluster: fact(z.object({ name: fact(text), nodes: texts })),
  hardware: fact(
    z.object({
      processorName: fact(text),
      cores: fact(integer),
      logicalProcessors: fact(integer),
      memoryBytes: fact(integer),
    }),
  ),
  hyperv: fact(
    z.object({
      iovSupport: fact(flag),
      iovSupportReasons: texts,
      enableEnhancedSessionMode: fact(flag),
      numaSpanningEnabled: fact(flag),
      supportedVmVersions: texts,
      virtualMachineMigrationEnabled: fact(flag),
      virtualMachineMigrationPerformanceOption: fact(text),
    }),
  ),
  offload: fact(
    z.object({
      receiveSideScaling: fact(text),
      networkDirect: fact(text),
      networkDirectAcrossIPSubnets: fact(text),
    }),
  ),
  rights: fact(z.object({ hyperv: fact(flag), administrator: fact(flag) })),
});

const physicalAdapter = z.object({
  name: fact(text),
  interfaceGuid: guid,
  interfaceIndex: fact(integer),
  description: fact(text),
  status: fact(text),
  linkSpeedBitsPerSecond: fact(integer),
  macAddress: fact(mac),
  driverProvider: fact(text),
  driverVersion: fact(text),
  driverDate: fact(time),
  bindings: fact(z.object({ vms_pp: fact(flag), ms_implat: fact(flag), ms_tcpip: fact(flag) })),
  sriov: fact(
    z.object({
      listed: fact(flag),
      support: fact(text),
      enabled: fact(flag),
      numVFs: fact(integer),
      numAllocatedVFs: fact(integer),
    }),
  ),
  rdma: fact(
    z.object({
      listed: fact(flag),
      enabled: fact(flag),
      maxQueuePairs: fact(integer),
      technology: fact(integer),
    }),
  ),
  rss: fact(
    z.object({
      listed: fact(flag),
      enabled: fact(flag),
      numberOfReceiveQueues: fact(integer),
      maxProcessors: fact(integer),
      profile: fact(text),
    }),
  ),
  vmq: fact(
    z.object({
      listed: fact(flag),
      enabled: fact(flag),
      numberOfReceiveQueues: fact(integer),
      allocatedQueues: fact(integer),
    }),
  ),
  rssOnHostVPorts: fact(integer),
});

const virtualSwitch = z.object({
  id: guid,
  name: fact(text),
  switchType: fact(text),
  allowManagementOS: fact(flag),
  adapterGuids: facts(guid),
  embeddedTeamingEnabled: fact(flag),
  iovEnabled: fact(flag),
  iovSupport: fact(flag),
  iovSupportReasons: texts,
  iovVirtualFunctionCount: fact(integer),
  iovVirtualFunctionsInUse: fact(integer),
  availableVMQueues: fact(integer),
  numberVmqAllocated: fact(integer),
  bandwidthReservationMode: fact(text),
  packetDirectEnabled: fact(flag),
  defaultQueueVrssEnabled: fact(flag),
  defaultQueueVmmqEnabled: fact(flag),
  allowNetLbfoTeams: fact(flag),
  extensions: fact(
    z.array(z.object({ name: fact(text), type: fact(text), enabled: fact(flag), running: fact(flag) })),
  ),
});

const hostAdapter = z.object({
  name: text,
  interfaceIndex: fact(integer),
  switchId: fact(guid),
  macAddress: fact(mac),
  vlanId: fact(integer),
  rdma: fact(z.object({ listed: fact(flag), enabled: fact(flag) })),
  rss: fact(z.object({ listed: fact(flag), enabled: fact(flag) })),
  vmqWeight: fact(integer),
  vrssEnabled: fact(flag),
  vmmqEnabled: fact(flag),
  ieeePriorityTag: fact(text),
  teamMappedAdapter: fact(text),
});

const team = z.object({
  name: text,
  members: texts,
  teamNics: texts,
  teamingMode: fact(text),
  loadBalancingAlgorithm: fact(text),
  status: fact(text),
});

const smbInterface = z.object({
  interfaceIndex: fact(integer),
  friendlyName: fact(text),
  linkSpeedBitsPerSecond: fact(integer),
  rssCapable: fact(flag),
  rdmaCapable: fact(flag),
});

const smb = z.object({
  client: fact(z.object({ enableMultiChannel: fact(flag), requireSecuritySignature: fact(flag) })),
  server: fact(
    z.object({
      enableMultiChannel: fact(flag),
      encryptData: fact(flag),
      rejectUnencryptedAccess: fact(flag),
      requireSecuritySignature: fact(flag),
      enableSMB1Protocol: fact(flag),
      enableSMB2Protocol: fact(flag),
    }),
  ),
  clientInterfaces: fact(z.array(smbInterface)),
  serverInterfaces: fact(z.array(smbInterface)),
  connections: fact(
    z.array(
      z.object({
        serverName: fact(text),
        clientInterfaceIndex: fact(integer),
        clientRssCapable: fact(flag),
        serverRssCapable: fact(flag),
        clientRdmaCapable: fact(flag),
        serverRdmaCapable: fact(flag),
        selected: fact(flag),
        failed: fact(flag),
        currentChannels: fact(integer),
        maxChannels: fact(integer),
        smbInstance: fact(text),
      }),
    ),
  ),
  constraints: fact(z.array(z.object({ serverName: fact(text), interfaces: texts }))),
  dcb: fact(
    z.object({
      installed: fact(flag),
      smbDirectPriority: fact(integer),
      pfcPriorities: facts(integer),
      willing: fact(flag),
    }),
  ),
});

const integrationService = z.object({
  id: text,
  name: fact(text),
  enabled: fact(flag),
  primaryStatus: fact(integer),
  primaryStatusText: fact(text),
  secondaryStatus: fact(integer),
  secondaryStatusText: fact(text),
});

const guest = z.object({
  osName: fact(text),
  osVersion: fact(text),
  osMajorVersion: fact(text),
  osMinorVersion: fact(text),
  osBuildNumber: fact(text),
  processorArchitecture: fact(text),
  fqdn: fact(text),
  integrationServicesVersion: fact(text),
  ipAddresses: texts,
  items: fact(z.record(text, text.nullable())),
});

const disk = z.object({
  path: text,
  controllerType: fact(text),
  controllerNumber: fact(integer),
  controllerLocation: fact(integer),
  diskNumber: fact(integer),
  vhdFormat: fact(text),
  vhdType: fact(text),
  sizeBytes: fact(integer),
  fileSizeBytes: fact(integer),
});

const vmAdapter = z.object({
  id: text,
  name: fact(text),
  macAddress: fact(mac),
  dynamicMacAddress: fact(flag),
  switchId: fact(guid),
  switchName: fact(text),
  connected: fact(flag),
  isLegacy: fact(flag),
  ipAddresses: texts,
  vlanId: fact(integer),
  status: texts,
  iovWeight: fact(integer),
  iovUsage: fact(integer),
  iovQueuePairsRequested: fact(integer),
  iovQueuePairsAssigned: fact(integer),
  vfDataPathActive: fact(flag),
  vmqWeight: fact(integer),
  vmqUsage: fact(integer),
  vrssEnabled: fact(flag),
  vrssEnabledRequested: fact(flag),
  vmmqEnabled: fact(flag),
  vmmqEnabledRequested: fact(flag),
  vrssMaxQueuePairs: fact(integer),
  vrssMaxQueuePairsRequested: fact(integer),
  rdmaWeight: fact(integer),
  macAddressSpoofing: fact(text),
  portMirroringMode: fact(text),
  aclCount: fact(integer),
  extendedAclCount: fact(integer),
  virtualSubnetId: fact(integer),
});

/** One VM. */
export const vmV1 = z.object({
  id: guid,
  name: text,
  generation: fact(z.union([z.literal(1), z.literal(2)], { error: "must be 1 or 2" })),
  configurationVersion: fact(text),
  vmType: fact(text),
  notes: fact(notes),
  createdAt: fact(time),
  isClustered: fact(flag),
  biosGuid: fact(guid),
  state: fact(text),
  stateCode: fact(integer),
  statusText: fact(text),
  operationalStatus: texts,
  heartbeat: fact(text),
  uptimeSeconds: fact(integer),
  cpuUsagePercent: fact(integer),
  memoryAssignedBytes: fact(integer),
  memoryDemandBytes: fact(integer),
  processorCount: fact(integer),
  exposeVirtualizationExtensions: fact(flag),
  dynamicMemoryEnabled: fact(flag),
  memoryStartupBytes: fact(integer),
  memoryMinimumBytes: fact(integer),
  memoryMaximumBytes: fact(integer),
  automaticStartAction: fact(text),
  automaticStopAction: fact(text),
  checkpointType: fact(text),
  checkpoints: fact(z.object({ count: fact(integer), oldestAt: fact(time) })),
  replicationMode: fact(text),
  replicationHealth: fact(text),
  integrationServicesVersion: fact(text),
  integrationServicesVersionState: fact(integer),
  integrationServicesState: fact(text),
  hasRemoteFx: fact(flag),
  integrationServices: fact(z.array(integrationService)),
  guest: fact(guest),
  firmware: fact(z.object({ secureBoot: fact(text), secureBootTemplate: fact(text) })),
  security: fact(
    z.object({
      tpmEnabled: fact(flag),
      ksdEnabled: fact(flag),
      shielded: fact(flag),
      encryptStateAndVmMigrationTraffic: fact(flag),
      virtualizationBasedSecurityOptOut: fact(flag),
    }),
  ),
  disks: fact(z.array(disk)),
  dvdDrives: fact(z.array(z.object({ mediaType: fact(text), path: fact(text) }))),
  floppyPath: fact(text),
  comPortPaths: texts,
  adapters: fact(z.array(vmAdapter)),
});

/** Finds VMs listed twice in one report, where neither row can be trusted. `vms` is not validated yet. */
export function repeatedIdErrors(vms: readonly unknown[]): { path: [number, "id"]; message: string }[] {
  const seen = new Set<unknown>();
  const errors: { path: [number, "id"]; message: string }[] = [];
  vms.forEach((row, index) => {
    const id = typeof row === "object" && row !== null && "id" in row ? row.id : undefined;
    if (typeof id !== "string") return;
    if (seen.has(id)) errors.push({ path: [index, "id"], message: "is the id of an earlier VM" });
    seen.add(id);
  });
  return errors;
}

/**
 * The body posted by an agent: everything one Hyper-V host could read about itself at one moment.
 * Unknown keys are dropped, unknown enum names stay text, absent facts become `null`. Bodies are read by
 * `parseSnapshotJson`, which also enforces rules outside the schema: UTF-8, depth, and the number of errors.
 */
export const snapshotV1 = z.object({
  schemaVersion: z.literal(1, { error: "must be 1" }),
  snapshotId: guid,
  epoch: integer,
  sequence: integer,
  collectedAt: time,
  sentAt: time,
  agent,
  sections: z.array(section),
  host,
  physicalAdapters: fact(z.array(physicalAdapter)),
  switches: fact(z.array(virtualSwitch)),
  hostAdapters: fact(z.array(hostAdapter)),
  teams: fact(z.array(team)),
  smb: fact(smb),
  vms: fact(
    z
      .array(vmV1)
      .max(MAX_SNAPSHOT_VMS)
      .superRefine((vms, context) => {
        for (const { path, message } of repeatedIdErrors(vms)) {
          context.addIssue({ code: "custom", path, message });
        }
      }),
  ),
});

export type SnapshotV1 = z.output<typeof snapshotV1>;
export type VmV1 = z.output<typeof vmV1>;

/** Body of `POST /api/v1/enroll`. */
export const enrollmentV1 = z.object({
  instanceId: guid,
  machineId: identity,
  name: identity,
  fqdn: fact(text),
  agentVersion: fact(text),
});

export type EnrollmentV1 = z.output<typeof enrollmentV1>;
