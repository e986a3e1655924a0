import { copy, guidOf, macOf, nameOf, onlyRowOf, rowsOf, timeOf, type RawRow } from "./raw-rows.ts";
import { translateVms } from "./translate-raw-vms.ts";

const ON_OFF = { 0: "On", 1: "Off" };
const OFF_ON = { 0: "Disabled", 1: "Enabled" };

/** The raw host in report format: only what was recorded, `null` for the rest. */
export function translateRawHost(raw: unknown) {
  const collector = onlyRowOf(raw, "_collector");
  return {
    collectedAt: collector["collectedAtUtc"],
    runtime: copy(collector, {
      psVersion: "psVersion",
      hyperVModuleVersion: "hyperVModuleVersion",
      languageMode: "languageMode",
      isElevated: "isElevated",
      uiCulture: "uiCulture",
      account: "principal",
    }),
    host: hostOf(raw),
    physicalAdapters: rowsOf(raw, "Get-NetAdapter").map((adapter) => physicalAdapterOf(raw, adapter)),
    switches: rowsOf(raw, "Get-VMSwitch").map(switchOf),
    hostAdapters: rowsOf(raw, "Get-VMNetworkAdapter_ManagementOS").map((row) => hostAdapterOf(raw, row)),
    teams: rowsOf(raw, "Get-NetLbfoTeam"),
    smb: smbOf(raw),
    vms: translateVms(raw),
  };
}

function hostOf(raw: unknown): RawRow {
  const os = onlyRowOf(raw, "Win32_OperatingSystem");
  const computer = onlyRowOf(raw, "Win32_ComputerSystem");
  const vmHost = onlyRowOf(raw, "Get-VMHost");
  const offload = onlyRowOf(raw, "Get-NetOffloadGlobalSetting");
  return {
    ...copy(computer, { name: "Name", domain: "Domain", manufacturer: "Manufacturer", model: "Model" }),
    // Get-VMHost returns the domain as the fully qualified name; the host name is prepended.
    fqdn: `${String(computer["Name"])}.${String(computer["Domain"])}`,
    smbiosUuid: null,
    os: {
      ...copy(os, {
        caption: "Caption",
        version: "Version",
        ubr: "UBR_fromRegistry",
        productType: "ProductType",
      }),
      sku: os["OperatingSystemSKU"],
      build: Number(os["BuildNumber"]),
      bootedAt: timeOf(os["LastBootUpTime"]),
    },
    cluster: null,
    hardware: {
      processorName: null,
      cores: null,
      ...copy(vmHost, { logicalProcessors: "LogicalProcessorCount", memoryBytes: "MemoryCapacity" }),
    },
    hyperv: {
      ...copy(vmHost, {
        iovSupport: "IovSupport",
        iovSupportReasons: "IovSupportReasons",
        enableEnhancedSessionMode: "EnableEnhancedSessionMode",
        numaSpanningEnabled: "NumaSpanningEnabled",
        supportedVmVersions: "SupportedVmVersions",
        virtualMachineMigrationEnabled: "VirtualMachineMigrationEnabled",
      }),
      virtualMachineMigrationPerformanceOption: nameOf(
        { 0: "TCPIP", 1: "Compression", 2: "SMB" },
        vmHost["VirtualMachineMigrationPerformanceOption"],
      ),
    },
    offload: {
      receiveSideScaling: nameOf(OFF_ON, offload["ReceiveSideScaling"]),
      networkDirect: nameOf(OFF_ON, offload["NetworkDirect"]),
      networkDirectAcrossIPSubnets: nameOf(
        { 0: "Blocked", 1: "Allowed" },
        offload["NetworkDirectAcrossIPSubnets"],
      ),
    },
    rights: null,
  };
}

/** A device that the cmdlet did not list is not capable, which is different from "unread". */
function listed(raw: unknown, source: string, name: unknown, read: (row: RawRow) => RawRow): RawRow {
  const row = rowsOf(raw, source).find((one) => one["Name"] === name);
  const unlisted: RawRow = { listed: false };
  return row === undefined ? unlisted : { listed: true, enabled: row["Enabled"], ...read(row) };
}

function physicalAdapterOf(raw: unknown, adapter: RawRow): RawRow {
  const name = adapter["Name"];
  const keyword = (key: string): number | null => {
    const found = rowsOf(raw, "Get-NetAdapterAdvancedProperty").find(
      (row) => row["Name"] === name && row["RegistryKeyword"] === key,
    );
    return found === undefined ? null : Number(String(found["RegistryValue"]));
  };
  const bound = (component: string): unknown =>
    rowsOf(raw, "Get-NetAdapterBinding").find(
      (row) => row["Name"] === name && row["ComponentID"] === component,
    )?.["Enabled"] ?? null;
  return {
    ...copy(adapter, {
      name: "Name",
      interfaceIndex: "InterfaceIndex",
      description: "InterfaceDescription",
      status: "Status",
      linkSpeedBitsPerSecond: "ReceiveLinkSpeed",
      driverProvider: "DriverProvider",
      driverVersion: "DriverVersionString",
    }),
    interfaceGuid: guidOf(adapter["InterfaceGuid"]),
    macAddress: macOf(adapter["MacAddress"]),
    driverDate: `${String(adapter["DriverDate"])}T00:00:00Z`,
    bindings: { vms_pp: bound("vms_pp"), ms_implat: bound("ms_implat"), ms_tcpip: bound("ms_tcpip") },
    sriov: listed(raw, "Get-NetAdapterSriov", name, (row) => ({
      support: nameOf({ 1: "Supported" }, row["SriovSupport"]),
      ...copy(row, { numVFs: "NumVFs", numAllocatedVFs: "NumAllocatedVFs" }),
    })),
    rdma: listed(raw, "Get-NetAdapterRdma", name, (row) => ({
      maxQueuePairs: row["MaxQueuePairCount"],
      technology: keyword("*NetworkDirectTechnology"),
    })),
    rss: listed(raw, "Get-NetAdapterRss", name, (row) => ({
      ...copy(row, { numberOfReceiveQueues: "NumberOfReceiveQueues", maxProcessors: "MaxProcessors" }),
      profile: nameOf({ 4: "NUMAStatic" }, row["Profile"]),
    })),
    vmq: listed(raw, "Get-NetAdapterVmq", name, (row) => ({
      numberOfReceiveQueues: row["NumberOfReceiveQueues"],
      allocatedQueues: rowsOf(raw, "Get-NetAdapterVmqQueue").filter((queue) => queue["Name"] === name).length,
    })),
    rssOnHostVPorts: keyword("*RssOnHostVPorts"),
  };
}

function switchOf(row: RawRow): RawRow {
  const extensions = rowsOf(row, "Extensions").map((extension) => ({
    ...copy(extension, { name: "Name", enabled: "Enabled", running: "Running" }),
    type: nameOf({ 3: "Forwarding" }, extension["ExtensionType"]),
  }));
  return {
    ...copy(row, {
      id: "Id",
      name: "Name",
      allowManagementOS: "AllowManagementOS",
      adapterGuids: "NetAdapterInterfaceGuid",
      embeddedTeamingEnabled: "EmbeddedTeamingEnabled",
      iovEnabled: "IovEnabled",
      iovSupport: "IovSupport",
      iovSupportReasons: "IovSupportReasons",
      iovVirtualFunctionCount: "IovVirtualFunctionCount",
      iovVirtualFunctionsInUse: "IovVirtualFunctionsInUse",
      availableVMQueues: "AvailableVMQueues",
      numberVmqAllocated: "NumberVmqAllocated",
      packetDirectEnabled: "PacketDirectEnabled",
      defaultQueueVrssEnabled: "DefaultQueueVrssEnabled",
      defaultQueueVmmqEnabled: "DefaultQueueVmmqEnabled",
      allowNetLbfoTeams: "AllowNetLbfoTeams",
    }),
    switchType: nameOf({ 0: "Private", 1: "Internal", 2: "External" }, row["SwitchType"]),
    bandwidthReservationMode: nameOf(
      { 0: "Default", 1: "Weight", 2: "Absolute", 3: "None" },
      row["BandwidthReservationMode"],
    ),
    extensions,
  };
}

function hostAdapterOf(raw: unknown, row: RawRow): RawRow {
  const alias = `vEthernet (${String(row["Name"])})`;
  const netInterface = rowsOf(raw, "Get-SmbClientNetworkInterface").find(
    (one) => one["FriendlyName"] === alias,
  );
  const mapping = rowsOf(raw, "Get-VMNetworkAdapterTeamMapping").find(
    (one) => one["ParentAdapterName"] === row["Name"],
  );
  return {
    ...copy(row, {
      name: "Name",
      switchId: "SwitchId",
      macAddress: "MacAddress",
      vmqWeight: "VMQWeight",
      vrssEnabled: "VrssEnabled",
      vmmqEnabled: "VmmqEnabled",
    }),
    interfaceIndex: netInterface?.["InterfaceIndex"],
    vlanId: null,
    rdma: listed(raw, "Get-NetAdapterRdma", alias, () => ({})),
    rss: listed(raw, "Get-NetAdapterRss", alias, () => ({})),
    ieeePriorityTag: nameOf(ON_OFF, row["IeeePriorityTag"]),
    teamMappedAdapter: mapping?.["NetAdapterName"],
  };
}

function smbOf(raw: unknown): RawRow {
  return {
    client: copy(onlyRowOf(raw, "Get-SmbClientConfiguration"), {
      enableMultiChannel: "EnableMultiChannel",
      requireSecuritySignature: "RequireSecuritySignature",
    }),
    server: copy(onlyRowOf(raw, "Get-SmbServerConfiguration"), {
      enableMultiChannel: "EnableMultiChannel",
      encryptData: "EncryptData",
      rejectUnencryptedAccess: "RejectUnencryptedAccess",
      requireSecuritySignature: "RequireSecuritySignature",
      enableSMB1Protocol: "EnableSMB1Protocol",
      enableSMB2Protocol: "EnableSMB2Protocol",
    }),
    clientInterfaces: rowsOf(raw, "Get-SmbClientNetworkInterface").map((row) =>
      copy(row, {
        interfaceIndex: "InterfaceIndex",
        friendlyName: "FriendlyName",
        linkSpeedBitsPerSecond: "LinkSpeed",
        rssCapable: "RssCapable",
        rdmaCapable: "RdmaCapable",
      }),
    ),
    serverInterfaces: null,
    connections: rowsOf(raw, "Get-SmbMultichannelConnection").map((row) => ({
      ...copy(row, {
        serverName: "ServerName",
        clientInterfaceIndex: "ClientInterfaceIndex",
        clientRssCapable: "ClientRSSCapable",
        serverRssCapable: "ServerRSSCapable",
        clientRdmaCapable: "ClientRdmaCapable",
        serverRdmaCapable: "ServerRdmaCapable",
        selected: "Selected",
        failed: "Failed",
        currentChannels: "CurrentChannels",
        maxChannels: "MaxChannels",
      }),
      smbInstance: nameOf({ 0: "Default" }, row["SmbInstance"]),
    })),
    constraints: null,
    dcb: null,
  };
}
