import { copy, deviceIdOf, guidOf, nameOf, namesOf, rowsOf, timeOf, type RawRow } from "./raw-rows.ts";

const ON_OFF = { 0: "On", 1: "Off" };
const OPERATIONAL = { 2: "Ok" };

/** The VMs of the raw host, each joined from the rows of a dozen cmdlets by its id. */
export function translateVms(raw: unknown): RawRow[] {
  return rowsOf(raw, "Get-VM").map((vm) => vmOf(raw, vm));
}

function vmOf(raw: unknown, vm: RawRow): RawRow {
  const own = (source: string): RawRow[] => rowsOf(raw, source).filter((row) => row["VMId"] === vm["Id"]);
  const byCollector = (source: string): RawRow | undefined =>
    rowsOf(raw, source).find((row) => attachedTo(row)["VMId"] === vm["Id"]);
  const bySystem = (source: string, key: string): RawRow | undefined =>
    rowsOf(raw, source).find((row) => row[key] === String(vm["Id"]).toUpperCase());

  const version = inner(vm, "IntegrationServicesVersion");
  const security = byCollector("Get-VMSecurity");
  const [firmware] = own("Get-VMFirmware");
  return {
    ...copy(vm, {
      id: "Id",
      name: "Name",
      generation: "Generation",
      configurationVersion: "Version",
      notes: "Notes",
      isClustered: "IsClustered",
      stateCode: "State",
      statusText: "Status",
      cpuUsagePercent: "CPUUsage",
      memoryAssignedBytes: "MemoryAssigned",
      memoryDemandBytes: "MemoryDemand",
      processorCount: "ProcessorCount",
      dynamicMemoryEnabled: "DynamicMemoryEnabled",
      memoryStartupBytes: "MemoryStartup",
      memoryMinimumBytes: "MemoryMinimum",
      memoryMaximumBytes: "MemoryMaximum",
      integrationServicesState: "IntegrationServicesState",
    }),
    vmType: nameOf({ 3: "Realized", 4: "Planned" }, vm["VirtualMachineType"]),
    createdAt: timeOf(vm["CreationTime"]),
    biosGuid: guidOf(bySystem("Msvm_VirtualSystemSettingData", "VirtualSystemIdentifier")?.["BIOSGUID"]),
    state: nameOf({ 2: "Running", 3: "Off" }, vm["State"]),
    operationalStatus: namesOf(OPERATIONAL, vm["OperationalStatus"]),
    heartbeat: nameOf({ 5: "OkApplicationsUnknown", 6: "OkApplicationsHealthy" }, vm["Heartbeat"]),
    uptimeSeconds: inner(vm, "Uptime")["TotalSeconds"],
    exposeVirtualizationExtensions: own("Get-VMProcessor")[0]?.["ExposeVirtualizationExtensions"],
    automaticStartAction: nameOf(
      { 2: "Nothing", 3: "StartIfRunning", 4: "Start" },
      vm["AutomaticStartAction"],
    ),
    automaticStopAction: nameOf({ 2: "TurnOff", 3: "Save", 4: "ShutDown" }, vm["AutomaticStopAction"]),
    checkpointType: nameOf({ 3: "Production" }, vm["CheckpointType"]),
    checkpoints: checkpointsOf(own("Get-VMSnapshot")),
    replicationMode: nameOf({ 0: "None" }, vm["ReplicationMode"]),
    replicationHealth: nameOf({ 0: "NotApplicable" }, vm["ReplicationHealth"]),
    integrationServicesVersion: `${String(version["Major"])}.${String(version["Minor"])}`,
    integrationServicesVersionState: null,
    hasRemoteFx: null,
    integrationServices: own("Get-VMIntegrationService").map((row) => ({
      ...copy(row, {
        name: "Name",
        enabled: "Enabled",
        primaryStatus: "PrimaryOperationalStatus",
        primaryStatusText: "PrimaryStatusDescription",
        secondaryStatus: "SecondaryOperationalStatus",
        secondaryStatusText: "SecondaryStatusDescription",
      }),
      id: deviceIdOf(row["Id"]),
    })),
    guest: guestOf(bySystem("Msvm_KvpExchangeComponent", "SystemName")),
    firmware:
      firmware === undefined
        ? null
        : {
            secureBoot: nameOf(ON_OFF, firmware["SecureBoot"]),
            secureBootTemplate: firmware["SecureBootTemplate"],
          },
    security:
      security === undefined
        ? null
        : copy(security, {
            tpmEnabled: "TpmEnabled",
            ksdEnabled: "KsdEnabled",
            shielded: "Shielded",
            encryptStateAndVmMigrationTraffic: "EncryptStateAndVmMigrationTraffic",
            virtualizationBasedSecurityOptOut: "VirtualizationBasedSecurityOptOut",
          }),
    disks: own("Get-VMHardDiskDrive").map((row) => diskOf(raw, row)),
    dvdDrives: own("Get-VMDvdDrive").map((row) => ({
      mediaType: nameOf({ 0: "None", 1: "ISO", 2: "PassThrough" }, row["DvdMediaType"]),
      path: row["Path"],
    })),
    floppyPath: own("Get-VMFloppyDiskDrive")[0]?.["Path"] ?? null,
    comPortPaths: own("Get-VMComPort")
      .map((row) => row["Path"])
      .filter((path) => path !== ""),
    adapters: own("Get-VMNetworkAdapter").map((row) => adapterOf(raw, row)),
  };
}

function inner(row: RawRow, key: string): RawRow {
  return rowsOf(row, key)[0] ?? {};
}

function attachedTo(row: RawRow): RawRow {
  return inner(row, "_attachedByCollector");
}

function checkpointsOf(rows: RawRow[]): RawRow {
  const [oldestAt = null] = rows.map((row) => timeOf(row["CreationTime"])).toSorted();
  return { count: rows.length, oldestAt };
}

/** A guest that reported no items reports nothing. */
function guestOf(component: RawRow | undefined): RawRow | null {
  if (component === undefined) return null;
  const items = inner(component, "_parsedGuestIntrinsicExchangeItems");
  if (Object.keys(items).length === 0) return null;
  return {
    ...copy(items, {
      osName: "OSName",
      osVersion: "OSVersion",
      osMajorVersion: "OSMajorVersion",
      osMinorVersion: "OSMinorVersion",
      osBuildNumber: "OSBuildNumber",
      processorArchitecture: "ProcessorArchitecture",
      fqdn: "FullyQualifiedDomainName",
      integrationServicesVersion: "IntegrationServicesVersion",
    }),
    ipAddresses: [items["NetworkAddressIPv4"], items["NetworkAddressIPv6"]],
    items: {},
  };
}

function diskOf(raw: unknown, row: RawRow): RawRow {
  const file = rowsOf(raw, "Get-VHD").find((one) => one["Path"] === row["Path"]) ?? {};
  return {
    ...copy(row, {
      path: "Path",
      controllerNumber: "ControllerNumber",
      controllerLocation: "ControllerLocation",
      diskNumber: "DiskNumber",
    }),
    controllerType: nameOf({ 0: "IDE", 1: "SCSI" }, row["ControllerType"]),
    vhdFormat: nameOf({ 2: "VHD", 3: "VHDX", 4: "VHDSet" }, file["VhdFormat"]),
    vhdType: nameOf({ 2: "Fixed", 3: "Dynamic", 4: "Differencing" }, file["VhdType"]),
    ...copy(file, { sizeBytes: "Size", fileSizeBytes: "FileSize" }),
  };
}

function adapterOf(raw: unknown, row: RawRow): RawRow {
  const rdma = rowsOf(raw, "Get-VMNetworkAdapterRdma").find(
    (one) => attachedTo(one)["AdapterId"] === String(row["AdapterId"]).toLowerCase(),
  );
  return {
    ...copy(row, {
      name: "Name",
      macAddress: "MacAddress",
      dynamicMacAddress: "DynamicMacAddressEnabled",
      switchName: "SwitchName",
      connected: "Connected",
      isLegacy: "IsLegacy",
      ipAddresses: "IPAddresses",
      iovWeight: "IovWeight",
      iovUsage: "IovUsage",
      iovQueuePairsRequested: "IovQueuePairsRequested",
      iovQueuePairsAssigned: "IovQueuePairsAssigned",
      vfDataPathActive: "VFDataPathActive",
      vmqWeight: "VMQWeight",
      vmqUsage: "VmqUsage",
      vrssEnabled: "VrssEnabled",
      vrssEnabledRequested: "VrssEnabledRequested",
      vmmqEnabled: "VmmqEnabled",
      vmmqEnabledRequested: "VmmqEnabledRequested",
      vrssMaxQueuePairs: "VrssMaxQueuePairs",
      vrssMaxQueuePairsRequested: "VrssMaxQueuePairsRequested",
      virtualSubnetId: "VirtualSubnetId",
    }),
    id: deviceIdOf(row["Id"]),
    switchId: guidOf(row["SwitchId"]),
    // Untagged ports have VLAN 0, ports in access mode their own: no other mode was recorded.
    vlanId: inner(row, "VlanSetting")["AccessVlanId"],
    status: namesOf(OPERATIONAL, row["Status"]),
    rdmaWeight: rdma?.["RdmaWeight"] ?? null,
    macAddressSpoofing: nameOf(ON_OFF, row["MacAddressSpoofing"]),
    portMirroringMode: nameOf({ 0: "None" }, row["PortMirroringMode"]),
    aclCount: rowsOf(row, "AclList").length,
    extendedAclCount: rowsOf(row, "ExtendedAclList").length,
  };
}
