import type { Guest } from "../guest/recognise-guest.ts";
import type { Remedy } from "../judgement.ts";
import { selectVm } from "./host-switch.ts";

/** Which adapter of which VM, by ids only. */
export interface AdapterId {
  vmId: string;
  adapterId: string;
}

const GUID_AT_END = /\\([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** An invalid id is never put into a command: every adapter of the VM is selected instead. */
export function selectAdapter({ vmId, adapterId }: AdapterId): string {
  const guid = GUID_AT_END.exec(adapterId)?.[1];
  const all = `${selectVm(vmId)} | Get-VMNetworkAdapter`;
  return guid === undefined ? all : `${all} | Where-Object Id -like '*\\${guid.toLowerCase()}'`;
}

function onAdapter(which: AdapterId, command: string, { cost, note }: Pick<Remedy, "cost" | "note">): Remedy {
  const run = `${selectAdapter(which)} | ${command}`;
  return { runOn: "host", shell: "powershell", platform: null, command: run, cost, note };
}

export function askForSriov(which: AdapterId): Remedy {
  return onAdapter(which, "Set-VMNetworkAdapter -IovWeight 100", {
    cost: "nothing",
    note: "Takes effect while the VM is running. If Accelerated Networking of Windows Server 2025 manages the cluster, enable it there instead.",
  });
}

export function askForVmq(which: AdapterId): Remedy {
  return onAdapter(which, "Set-VMNetworkAdapter -VmqWeight 100", {
    cost: "nothing",
    note: "Takes effect while the VM is running.",
  });
}

export function askForVrss(which: AdapterId): Remedy {
  return onAdapter(which, "Set-VMNetworkAdapter -VrssEnabled $true", {
    cost: "nothing",
    note: "In a Windows guest, RSS must also be enabled: Enable-NetAdapterRss.",
  });
}

export function askForVmmq(which: AdapterId): Remedy {
  return onAdapter(which, "Set-VMNetworkAdapter -VmmqEnabled $true", {
    cost: "nothing",
    note: "Takes effect while the VM is running.",
  });
}

/** Server 2019 renamed the parameter. */
const FIRST_BUILD_WITH_VRSS_QUEUE_PAIRS = 17763;

export function askForQueuePairs(which: AdapterId, hostBuild: number | null): Remedy {
  const isOlder = hostBuild !== null && hostBuild < FIRST_BUILD_WITH_VRSS_QUEUE_PAIRS;
  return onAdapter(which, `Set-VMNetworkAdapter -${isOlder ? "Vmmq" : "VrssMax"}QueuePairs 16`, {
    cost: "nothing",
    note: "16 is the Windows default.",
  });
}

export function askForRdma(which: AdapterId): Remedy {
  return onAdapter(which, "Set-VMNetworkAdapterRdma -RdmaWeight 100", {
    cost: "nothing",
    note: "Requires SR-IOV on the same adapter and a guest driver that supports RDMA.",
  });
}

export function showPortPolicies(which: AdapterId): Remedy {
  const properties = "AclList, ExtendedAclList, VirtualSubnetId, PortMirroringMode, MacAddressSpoofing";
  return onAdapter(which, `Format-List ${properties}`, {
    cost: "nothing; a removed policy no longer applies to the VM's traffic",
    note: "A virtual function bypasses the switch, so the switch could not enforce any of these.",
  });
}

/** For the adapter `$_` of the VM `$vm`, which may be on no switch. */
export const EXCHANGE_LEGACY_ADAPTER =
  "$new = Add-VMNetworkAdapter -VM $vm -Name $_.Name -Passthru; if ($_.SwitchName) { Connect-VMNetworkAdapter -VMNetworkAdapter $new -SwitchName $_.SwitchName }; Remove-VMNetworkAdapter -VMNetworkAdapter $_";

export function replaceLegacyAdapter(which: AdapterId): Remedy {
  const run = `${selectAdapter(which)} | Where-Object IsLegacy | ForEach-Object { ${EXCHANGE_LEGACY_ADAPTER} }`;
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: `$vm = ${selectVm(which.vmId)}; ${run}`,
    cost: "the VM must be off; its guest detects a new adapter and needs its addresses again",
    note: "Set the VLAN, a static MAC and port policies again manually. A generation 1 VM boots from the network only through a legacy adapter: keep it if that is used.",
  };
}

export function giveTwoProcessors(vmId: string): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: `${selectVm(vmId)} | Set-VMProcessor -Count 2`,
    cost: "the VM must be off",
    note: "With one processor, there is nothing to distribute.",
  };
}

export function withdrawSriov(which: AdapterId): Remedy {
  return onAdapter(which, "Set-VMNetworkAdapter -IovWeight 0", {
    cost: "nothing",
    note: "This guest OS cannot use a virtual function: upgrade it to use SR-IOV.",
  });
}

/** Where to check in the guest; on the host if the guest OS is not known. */
export function showFunction(which: AdapterId, guest: Guest): Remedy {
  const properties = "Name, IovUsage, IovQueuePairsAssigned, VFDataPathActive, Status, StatusDescription";
  return (
    showGuestAdapters(guest) ??
    onAdapter(which, `Format-List ${properties}`, {
      cost: "nothing",
      note: "StatusDescription shows the cause, if Windows knows it: for example, that the guest has no driver.",
    })
  );
}

/** Where to check in the guest; nothing if the guest OS is not known. */
export function showGuestAdapters({ family }: Guest): Remedy | null {
  if (family === "windows")
    return {
      runOn: "guest",
      shell: "powershell",
      platform: "Windows",
      command:
        "Get-NetAdapter -IncludeHidden | Format-Table Name, InterfaceDescription, DriverProvider, Status",
      cost: "nothing",
      note: "The virtual function appears as an adapter from the same vendor as the host's. If it has no driver, install the vendor's.",
    };
  if (family === "linux")
    return {
      runOn: "guest",
      shell: "bash",
      platform: null,
      command: "lspci -k | grep -iA3 ethernet; ip -d link",
      cost: "nothing",
      note: "The virtual function is a PCI device. If no kernel driver is in use, install the kernel's extra modules.",
    };
  return null;
}
