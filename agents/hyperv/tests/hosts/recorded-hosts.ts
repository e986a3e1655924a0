// Longer than 300 lines: the recorded hosts, one after the other, with their differences.
import { z } from "zod";
import { connectionOf, FURTHER_HOSTS } from "./further-hosts.ts";
import {
  change,
  failure,
  HANGS,
  rawHost,
  remove,
  removeProperties,
  rows,
  setCollector,
  setSystem,
  toKvpItem,
  type Recording,
} from "./recording.ts";

const texts = z.array(z.string());

export interface RecordedHost {
  name: string;
  recording: Recording;
}

const NEWER_ADAPTER = [
  "VrssEnabled",
  "VrssEnabledRequested",
  "VmmqEnabled",
  "VmmqEnabledRequested",
  "VrssMaxQueuePairs",
  "VrssMaxQueuePairsRequested",
  "VrssMinQueuePairs",
  "VrssMinQueuePairsRequested",
  "VrssQueueSchedulingMode",
  "VrssQueueSchedulingModeRequested",
];
const DEFAULT_QUEUE = ["DefaultQueueVrssEnabled", "DefaultQueueVmmqEnabled"];

/** Cmdlets of modules that may be missing on a host. */
const HYPER_V = Object.keys(rawHost()).filter((source) => /^Get-(VM|VHD)/.test(source));
const NETWORK = Object.keys(rawHost()).filter((source) => /^Get-(Net|Smb)/.test(source));

/** The hosts on which the agent is run. Each changes the raw host to match a different Windows version or state. */
export function recordedHosts(): RecordedHost[] {
  return Object.entries({ ...HOSTS, ...FURTHER_HOSTS }).map(([name, change], index) => {
    const host = rawHost();
    change(host);
    return { name, recording: withOwnIds(host, index) };
  });
}

/** Separate ids and names for each host, so that all of them can report to one server. */
function withOwnIds(host: Recording, index: number): Recording {
  if (index === 0) return host;
  const number = String(index).padStart(2, "0");
  const text = JSON.stringify(host)
    .replaceAll(/5f0c1a9e(?=-2f5b)/gi, `5f0c1a${number}`)
    .replaceAll("HV-SYN-01", `HV-SYN-${number}-R`);
  return rows({ host: JSON.parse(text) }, "host")[0] ?? {};
}

const HOSTS: Record<string, (host: Recording) => void> = {
  "server-2022-raw": () => undefined,

  "server-2012-r2": (host) => {
    setSystem(host, 9600, "2012 R2", null);
    setCollector(host, {
      hyperVModuleVersion: "1.1",
      psVersion: "5.1.14409.1018",
      missingParameters: ["SmbInstance"],
    });
    removeProperties(host, "Get-SmbMultichannelConnection", "SmbInstance");
    remove(
      host,
      "Get-VMSecurity",
      "Get-VMHostSupportedVersion",
      "Get-VMSwitchTeam",
      "Get-VMNetworkAdapterTeamMapping",
    );
    host["Msvm_EthernetSwitchPortRdmaSettingData"] = failure("Invalid class", { category: "MetadataError" });
    removeProperties(host, "Get-VMNetworkAdapter", ...NEWER_ADAPTER);
    removeProperties(host, "Get-VMNetworkAdapter_ManagementOS", ...NEWER_ADAPTER);
    removeProperties(host, "Get-VMSwitch", "EmbeddedTeamingEnabled", "AllowNetLbfoTeams", ...DEFAULT_QUEUE);
    removeProperties(host, "Get-VMFirmware", "SecureBootTemplate");
    removeProperties(host, "Get-VMProcessor", "ExposeVirtualizationExtensions");
    removeProperties(host, "Get-VM", "CheckpointType", "VirtualMachineType", "VirtualMachineSubType");
    change(host, "Get-VM", (row, index) => ({
      ...row,
      Version: "5.0",
      IntegrationServicesVersion: {
        ...version(row),
        ...(index === 0 ? { Major: 6, Minor: 3, Build: 9600, Revision: 16384 } : {}),
      },
      IntegrationServicesState: index === 0 ? "Update required" : "",
    }));
    host["Msvm_SummaryInformation"] = rows(host, "Get-VM").map((vm, index) => ({
      Name: String(vm["Id"]).toUpperCase(),
      IntegrationServicesVersionState: index === 0 ? 2 : 0,
    }));
  },

  "server-2016": (host) => {
    setSystem(host, 14393, "2016", ["5.0", "6.2", "7.0", "7.1", "8.0"]);
    removeProperties(host, "Get-VMSwitch", "AllowNetLbfoTeams", "SoftwareRscEnabled", "RscOffloadEnabled");
    change(host, "Get-VM", (row) => ({ ...row, Version: "8.0" }));
    host["Get-VMRemoteFx3dVideoAdapter"] = [
      { VMId: rows(host, "Get-VM")[1]?.["Id"], Name: "RemoteFX 3D Video Adapter" },
    ];
    change(host, "Get-VMNetworkAdapter", ({ VrssMaxQueuePairs, VrssMaxQueuePairsRequested, ...row }) => ({
      ...row,
      VmmqQueuePairs: VrssMaxQueuePairs,
      VmmqQueuePairsRequested: VrssMaxQueuePairsRequested,
    }));
  },

  "server-2025": (host) => {
    setSystem(host, 26100, "2025", ["8.0", "9.0", "10.0", "11.0", "12.0", "254.0", "255.0"]);
    change(host, "Get-VM", (row) => ({
      ...row,
      Version: "12.0",
      GuestStateIsolationType: "Disabled",
      HighMemoryMappedIoBaseAddress: 0,
    }));
    host["Get-VMRemoteFx3dVideoAdapter"] = failure("RemoteFX is not supported on this host.");
    // A hypothetical future version has additional values everywhere.
    change(host, "Get-VMSwitch", (row) => ({ ...row, SwitchShape: { Depth: 3 }, NewFlag: true }));
  },

  german: (host) => {
    setCollector(host, { uiCulture: "de-DE" });
    const names: Record<string, string> = {
      Heartbeat: "Takt",
      "Guest Service Interface": "Gastdienstschnittstelle",
      "Key-Value Pair Exchange": "Austausch von Schlüsselwertepaaren",
      Shutdown: "Herunterfahren",
      "Time Synchronization": "Zeitsynchronisierung",
    };
    change(host, "Get-VMIntegrationService", (row) => ({
      ...row,
      Name: names[String(row["Name"])] ?? row["Name"],
      PrimaryStatusDescription:
        row["PrimaryStatusDescription"] === "No Contact" ? "Kein Kontakt" : row["PrimaryStatusDescription"],
    }));
    change(host, "Get-VM", (row) => ({
      ...row,
      Status: "Normaler Betrieb",
      Notes: "Größe geändert – ß #prüfung",
    }));
    change(host, "Get-VMNetworkAdapter", (row) => ({ ...row, Name: "Netzwerkkarte" }));
  },

  "no-rights": (host) => {
    setCollector(host, {
      isElevated: false,
      principal: "CORP\\svc-monitor",
      rights: { hyperv: false, administrator: false },
    });
    const denied = "You do not have the required permission to complete this task.";
    host["Get-VM"] = [];
    for (const source of ["Get-VMHost", "Get-VMSwitch", "Get-VMNetworkAdapter_ManagementOS"])
      host[source] = failure(denied, { category: "PermissionDenied", terminates: true });
    for (const source of ["Get-NetAdapterVmq", "Get-NetAdapterSriov", "Get-SmbServerConfiguration"])
      host[source] = failure("Access is denied.", { category: "PermissionDenied" });
    for (const source of ["Msvm_KvpExchangeComponent", "Msvm_VirtualSystemSettingData"]) host[source] = [];
  },

  "no-vms": (host) => {
    setCollector(host, { rights: { hyperv: true, administrator: true } });
    host["Get-VM"] = [];
    for (const source of ["Msvm_KvpExchangeComponent", "Msvm_VirtualSystemSettingData"]) host[source] = [];
  },

  "cluster-node": (host) => {
    host["Win32_Service"] = [
      { Name: "ClusSvc", State: "Running" },
      { Name: "vmms", State: "Running" },
    ];
    host["Get-Cluster"] = { Name: "CL-SYN", ClusterFunctionalLevel: 12 };
    host["Get-ClusterNode"] = [
      { Name: "HV-SYN-01", State: 0 },
      { Name: "HV-SYN-77", State: 0 },
    ];
    host["Get-NetQosFlowControl"] = [0, 1, 2, 3, 4, 5, 6, 7].map((Priority) => ({
      Priority,
      Enabled: Priority === 3,
    }));
    host["Get-NetQosPolicy"] = [{ Name: "SMB", NetDirectPort: 445, PriorityValue: 3 }];
    host["Get-NetQosDcbxSetting"] = { Willing: false };
    // The second is arriving by live migration: not yet a VM of this host.
    change(host, "Get-VM", (row, index) => ({
      ...row,
      IsClustered: true,
      ...(index === 1 ? { VirtualMachineType: 4 } : {}),
    }));
  },

  nested: (host) => {
    change(host, "Win32_ComputerSystem", (row) => ({
      ...row,
      Manufacturer: "Microsoft Corporation",
      Model: "Virtual Machine",
    }));
    change(host, "Get-VMHost", (row) => ({
      ...row,
      IovSupport: false,
      IovSupportReasons: ["The chipset on the system does not do DMA remapping."],
    }));
    change(host, "Get-VMSwitch", (row) => ({
      ...row,
      IovSupport: false,
      IovSupportReasons: ["This network adapter does not support SR-IOV."],
    }));
    for (const source of ["Get-NetAdapterSriov", "Get-NetAdapterRdma", "Get-NetAdapterVmq"])
      host[source] = [];
    host["Get-NetAdapterVmqQueue"] = [];
  },

  "no-network-modules": (host) => remove(host, ...NETWORK),

  "no-hyper-v-module": (host) => remove(host, ...HYPER_V),

  "failing-cmdlets": (host) => {
    setCollector(host, { brokenModules: ["DcbQos"] });
    host["Get-VMSnapshot"] = failure("The operation cannot be performed.", { terminates: true });
    host["Get-VMHardDiskDrive"] = failure("Hyper-V encountered an error.", {
      before: rows(host, "Get-VMHardDiskDrive").slice(0, 1),
    });
    host["Get-VHD"] = rows(host, "Get-VHD").slice(1);
    host["Get-NetAdapterRss"] = failure("Access is denied.", { category: "PermissionDenied" });
    host["Get-SmbServerConfiguration"] = failure("Access is denied.", { category: "PermissionDenied" });
    host["Get-VMSwitch"] = failure("The Virtual Machine Management service is not running.", {
      terminates: true,
    });
    host["Msvm_KvpExchangeComponent"] = [
      ...rows(host, "Msvm_KvpExchangeComponent")
        .slice(0, 1)
        .map((row) => ({
          ...row,
          // A guest that writes invalid XML loses only that item.
          GuestIntrinsicExchangeItems: ["", "<INSTANCE", ...texts.parse(row["GuestIntrinsicExchangeItems"])],
        })),
      {
        SystemName: rows(host, "Msvm_KvpExchangeComponent")[1]?.["SystemName"],
        GuestIntrinsicExchangeItems: [
          '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><INSTANCE><PROPERTY NAME="Name"><VALUE>&a;</VALUE></PROPERTY></INSTANCE>',
        ],
      },
    ];
  },

  "team-under-switch": (host) => {
    const [port] = rows(host, "Get-NetAdapter");
    const guid = "a1000000-0000-4000-8000-00000000000f";
    // The team's own adapter: not hardware, and the only one that the switch refers to.
    host["Get-NetAdapter"] = [
      ...rows(host, "Get-NetAdapter"),
      {
        ...port,
        Name: "Team 1",
        InterfaceDescription: "Microsoft Network Adapter Multiplexor Driver",
        InterfaceGuid: `{${guid.toUpperCase()}}`,
        InterfaceIndex: 40,
        ComponentID: String.raw`COMPOSITEBUS\MS_IMPLAT_MP`,
        Virtual: true,
        HardwareInterface: false,
        ConnectorPresent: false,
      },
    ];
    host["Get-NetLbfoTeam"] = [{ Name: "Team 1", Members: ["SLOT1-P1", "SLOT1-P2"], TeamNics: ["Team 1"] }];
    change(host, "Get-VMSwitch", (row) => ({
      ...row,
      EmbeddedTeamingEnabled: false,
      IovEnabled: false,
      NetAdapterInterfaceGuid: [guid],
    }));
    change(host, "Get-VMNetworkAdapter", (row) => ({
      ...row,
      IovWeight: 0,
      IovUsage: 0,
      IovQueuePairsAssigned: 0,
      VFDataPathActive: false,
    }));
  },

  "vanishing-vm": (host) => {
    // Deleted while the host was read: its properties can no longer be fetched.
    change(host, "Get-VM", ({ Name, ...row }, index) => (index === 1 ? row : { Name, ...row }));
  },

  "hanging-cmdlets": (host) => {
    // A section that hangs is abandoned after fewer seconds than the agent's own limit.
    setCollector(host, { limits: { "Get-InnkeeperVmServicePart": 1 } });
    host["Get-VMIntegrationService"] = HANGS;
    host["Get-SmbMultichannelConnection_CSV"] = HANGS;
    host["Get-SmbMultichannelConnection_SBL"] = [connectionOf(host, 2)];
  },

  "one-where-many": (host) => {
    const [vm] = rows(host, "Get-VM");
    for (const source of Object.keys(host)) {
      const all = rows(host, source);
      if (!source.startsWith("Get-VM") || source === "Get-VMHost") continue;
      host[source] = all.filter((row) => row["VMId"] === undefined || row["VMId"] === vm?.["Id"]);
    }
    host["Get-VM"] = { ...vm, OperationalStatus: 2 };
    host["Get-NetAdapter"] = rows(host, "Get-NetAdapter")[0];
    host["Get-NetAdapterVmqQueue"] = rows(host, "Get-NetAdapterVmqQueue")[0];
    change(host, "Get-VMSwitch", (row) => ({
      ...row,
      NetAdapterInterfaceGuid: "a1000000-0000-4000-8000-000000000001",
      Extensions: rows(row, "Extensions")[0],
    }));
    change(host, "Get-VMNetworkAdapter", (row) => ({ ...row, Status: 2, IPAddresses: "192.0.2.31" }));
    change(host, "Get-NetAdapterAdvancedProperty", (row) => ({
      ...row,
      RegistryValue: String(row["RegistryValue"]),
    }));
    host["Msvm_KvpExchangeComponent"] = {
      SystemName: String(vm?.["Id"]).toUpperCase(),
      GuestIntrinsicExchangeItems: toKvpItem("OSName", "Windows Server 2022 Datacenter"),
    };
  },

  "unknown-numbers": (host) => {
    change(host, "Get-VM", (row, index) => ({
      ...row,
      ...(index === 0 ? { State: 40_000, Heartbeat: 77, OperationalStatus: [2, 50_000] } : {}),
      ReplicationMode: 9,
      CheckpointType: 42,
    }));
    change(host, "Get-VMIntegrationService", (row) =>
      row["PrimaryOperationalStatus"] === 12 ? { ...row, PrimaryOperationalStatus: 15 } : row,
    );
    change(host, "Get-NetAdapterSriov", (row) => ({ ...row, SriovSupport: 42 }));
    change(host, "Get-VMSwitch", (row) => ({ ...row, SwitchType: 9 }));
    change(host, "Get-VHD", (row) => ({ ...row, VhdFormat: 11 }));
  },
};

function version(row: Recording): Recording {
  return rows(row, "IntegrationServicesVersion")[0] ?? {};
}
