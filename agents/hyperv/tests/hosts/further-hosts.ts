import { z } from "zod";
import {
  change,
  failure,
  remove,
  removeProperties,
  rows,
  setCollector,
  setSystem,
  toKvpItem,
  type Recording,
} from "./recording.ts";

const texts = z.array(z.string());
const DENIED = failure("Access is denied.", { category: "PermissionDenied" });

/** Makes the host a node of a cluster of two. */
function joinCluster(host: Recording): void {
  host["Win32_Service"] = [{ Name: "ClusSvc", State: "Running" }];
  host["Get-Cluster"] = { Name: "CL-SYN", ClusterFunctionalLevel: 12 };
  host["Get-ClusterNode"] = [
    { Name: "HV-SYN-01", State: 0 },
    { Name: "HV-SYN-77", State: 0 },
  ];
}

function addNetwork(host: Recording): void {
  change(host, "Get-VMNetworkAdapter_ManagementOS", (row) => ({
    ...row,
    VlanSetting: { OperationMode: 1, AccessVlanId: 711 },
  }));
  host["Get-NetAdapterRss"] = [
    ...rows(host, "Get-NetAdapterRss"),
    { Name: "vEthernet (SMB1)", Enabled: true, NumberOfReceiveQueues: 8, Profile: 4, MaxProcessors: 8 },
  ];
  host["Get-NetAdapterBinding"] = [
    ...rows(host, "Get-NetAdapterBinding"),
    { Name: "MGMT", ComponentID: "ms_tcpip", Enabled: true },
  ];
  host["Get-NetLbfoTeam"] = [
    {
      Name: "Backup",
      Members: ["BACKUP-1", "BACKUP-2"],
      TeamNics: ["Backup"],
      TeamingMode: 1,
      LoadBalancingAlgorithm: 5,
      Status: 0,
    },
  ];
  host["Get-SmbServerNetworkInterface"] = rows(host, "Get-SmbClientNetworkInterface").map((row) => ({
    ...row,
    ScopeName: "*",
  }));
  host["Get-SmbMultichannelConstraint"] = [
    { ServerName: "sofs-syn.corp.example", InterfaceAlias: ["vEthernet (SMB1)"] },
  ];
}

function addDrives(host: Recording): void {
  const [first, second] = rows(host, "Get-VM").map(({ Id }) => Id);
  host["Get-VMHardDiskDrive"] = [
    ...rows(host, "Get-VMHardDiskDrive"),
    {
      VMId: second,
      Path: null,
      DiskNumber: 3,
      ControllerType: 1,
      ControllerNumber: 0,
      ControllerLocation: 1,
    },
  ];
  host["Get-VMDvdDrive"] = [
    ...rows(host, "Get-VMDvdDrive"),
    { VMId: first, DvdMediaType: 1, Path: String.raw`D:\ISO\tools.iso`, ControllerType: 1 },
  ];
  change(host, "Get-VMFloppyDiskDrive", (row) => ({ ...row, Path: String.raw`D:\VFD\drivers.vfd` }));
  change(host, "Get-VMComPort", (row) =>
    row["Name"] === "COM 1" ? { ...row, Path: String.raw`\\.\pipe\console` } : row,
  );
}

/** The devices of a checkpoint, which some versions of Windows return among those of the VM. */
function addCheckpointRows(host: Recording): void {
  const VMSnapshotId = "c1000000-0000-4000-8000-000000000001";
  for (const source of ["Get-VMNetworkAdapter", "Get-VMIntegrationService", "Get-VMHardDiskDrive"])
    host[source] = rows(host, source).flatMap((row) => [{ ...row, VMSnapshotId }, row]);
}

/** What a guest reports, with an item that is not one of Windows' own. */
function ownItems(row: Recording): string[] {
  return [...texts.parse(row["GuestIntrinsicExchangeItems"]), toKvpItem("Owner", "Finance")];
}

/** A guest's item whose value is null. */
const NO_DATA =
  '<INSTANCE CLASSNAME="Msvm_KvpExchangeDataItem"><PROPERTY NAME="Data" TYPE="string"></PROPERTY><PROPERTY NAME="Name" TYPE="string"><VALUE>OSName</VALUE></PROPERTY></INSTANCE>';

/** The first row of a source, without one of its properties. */
function withoutValue(host: Recording, source: string, property: string): Recording {
  const { [property]: _left, ...row } = rows(host, source)[0] ?? {};
  return row;
}

/** The recorded connection, as another instance of the SMB client has it to another node. */
export function connectionOf(host: Recording, SmbInstance: number): Recording {
  const [connection] = rows(host, "Get-SmbMultichannelConnection");
  return { ...connection, SmbInstance, ServerName: "hv-syn-77", ServerIpAddress: "198.51.100.77" };
}

export const FURTHER_HOSTS: Record<string, (host: Recording) => void> = {
  // Has everything that the other hosts lack, so that every fact of the contract has a value on some host.
  "server-2019": (host) => {
    setSystem(host, 17763, "2019", ["5.0", "6.2", "7.0", "7.1", "8.0", "8.1", "8.2", "8.3", "9.0"]);
    change(host, "Get-VM", (row) => ({ ...row, Version: "9.0" }));
    host["Win32_ComputerSystemProduct"] = { UUID: "4C4C4544-0051-4A10-8053-B7C04F4E3332" };
    host["Win32_Processor"] = [16, 16].map((NumberOfCores) => ({ Name: "Synthetic CPU", NumberOfCores }));
    addNetwork(host);
    addDrives(host);
    addCheckpointRows(host);
    change(host, "Msvm_KvpExchangeComponent", (row, index) => ({
      ...row,
      ...(index === 0 ? { GuestIntrinsicExchangeItems: ownItems(row) } : {}),
    }));
    // Names are not unique.
    host["Get-VM"] = rows(host, "Get-VM").map((row, index) =>
      index === 2 ? { ...row, Name: "win-app01" } : row,
    );
  },

  "azure-local": (host) => {
    setSystem(host, 25398, "", ["8.0", "9.0", "10.0", "10.5", "11.0"]);
    change(host, "Win32_OperatingSystem", (row) => ({
      ...row,
      Caption: "Microsoft Azure Stack HCI",
      OperatingSystemSKU: 406,
    }));
    // Teams of the operating system do not exist there.
    remove(host, "Get-NetLbfoTeam");
    joinCluster(host);
    change(host, "Get-VM", (row) => ({ ...row, IsClustered: true }));
    host["Get-SmbMultichannelConnection_CSV"] = [connectionOf(host, 1)];
    host["Get-SmbMultichannelConnection_SBL"] = [connectionOf(host, 2)];
    // No file server: only the cluster's own traffic uses SMB.
    host["Get-SmbMultichannelConnection"] = [];
  },

  "incomplete-lists": (host) => {
    host["Get-NetAdapterVmqQueue"] = failure("The request is not supported.", {
      before: rows(host, "Get-NetAdapterVmqQueue").slice(0, 1),
    });
    host["Win32_Processor"] = [{ Name: "Synthetic CPU", NumberOfCores: 16 }, { Name: "Synthetic CPU" }];
    host["Get-NetQosFlowControl"] = failure("The operation failed.", {
      before: [{ Priority: 0, Enabled: false }],
    });
    joinCluster(host);
    host["Get-ClusterNode"] = failure("The RPC server is unavailable.", {
      before: rows(host, "Get-ClusterNode").slice(0, 1),
    });
    host["Get-SmbMultichannelConnection_CSV"] = failure("The request is not supported.");
    // A Windows that ignores the parameter.
    host["Get-SmbMultichannelConnection_SBL"] = host["Get-SmbMultichannelConnection"];
    change(host, "Get-VMHost", (row) => ({ ...row, SupportedVmVersions: [] }));
    host["Get-VMHostSupportedVersion"] = ["8.0", "9.0", "10.0"].map((Version) => ({ Version }));
    removeProperties(host, "Win32_OperatingSystem", "BuildNumber");
    removeProperties(host, "Win32_ComputerSystem", "Domain");
    host["Msvm_SummaryInformation"] = rows(host, "Get-VM").map(({ Id }) => ({
      Name: String(Id).toUpperCase(),
      IntegrationServicesVersionState: 2,
    }));
  },

  // Rows that lack what identifies them, or that are listed twice: none of them may cost the report, or another row.
  "unidentified-rows": (host) => {
    const [vm] = rows(host, "Get-VM");
    host["Get-VM"] = [
      vm,
      ...rows(host, "Get-VM").map((row, index) => (index === 2 ? { ...row, Generation: 3 } : row)),
    ];
    for (const source of ["Get-VMSwitch", "Get-VMNetworkAdapter", "Get-VMIntegrationService"])
      host[source] = [...rows(host, source), withoutValue(host, source, "Id")];
    for (const source of ["Get-NetAdapterRss", "Get-NetAdapterVmqQueue", "Get-NetAdapterBinding"])
      host[source] = [...rows(host, source), withoutValue(host, source, "Name")];
    for (const source of ["Get-VMNetworkAdapter_ManagementOS", "Get-NetAdapterAdvancedProperty"])
      host[source] = [...rows(host, source), withoutValue(host, source, "Name")];
    host["Get-NetLbfoTeam"] = [{ Members: ["SLOT1-P1"] }];
    change(host, "Get-NetAdapter", (row, index) => (index === 1 ? { ...row, Name: null } : row));
    host["Get-VMSnapshot"] = [
      ...rows(host, "Get-VMSnapshot"),
      withoutValue(host, "Get-VMSnapshot", "CreationTime"),
    ];
    change(host, "Msvm_KvpExchangeComponent", (row, index) =>
      index === 0
        ? { ...row, GuestIntrinsicExchangeItems: [toKvpItem("OSVersion", "10.0.20348"), NO_DATA] }
        : row,
    );
  },

  // A member of Hyper-V Administrators only.
  "hyper-v-administrator": (host) => {
    setCollector(host, {
      isElevated: false,
      principal: "CORP\\innkeeper$",
      rights: { hyperv: true, administrator: false },
    });
    for (const source of Object.keys(host))
      if (/^Get-(NetAdapter(Sriov|Rdma|Rss|Vmq|VmqQueue|AdvancedProperty)|NetLbfoTeam|Smb\w+)$/.test(source))
        host[source] = DENIED;
  },
};
