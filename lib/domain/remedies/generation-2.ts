import type { Remedy } from "../judgement.ts";
import { onHost, VM_OFF, withVm } from "./host-command.ts";
import { selectVm } from "./host-switch.ts";

const DEVICE_GUARD = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\DeviceGuard";

export type SecureBootTemplate = "MicrosoftWindows" | "MicrosoftUEFICertificateAuthority";

/** `template` is null if the host has none: before Windows Server 2016. */
export function turnOnSecureBoot(vmId: string, template: SecureBootTemplate | null): Remedy {
  const choice = template === null ? "" : ` -SecureBootTemplate ${template}`;
  return onHost(
    `${selectVm(vmId)} | Set-VMFirmware -EnableSecureBoot On${choice}`,
    VM_OFF,
    "A guest whose boot loader is not signed for the template stops at the firmware: set Secure Boot to Off again, and it starts as before.",
  );
}

export function turnOnVtpm(vmId: string): Remedy {
  return onHost(
    withVm(vmId, "Set-VMKeyProtector -VM $vm -NewLocalKeyProtector; Enable-VMTPM -VM $vm"),
    VM_OFF,
    "The key protector belongs to this host: export the certificates in its 'Shielded VM Local Certificates' store to every host that the VM may move to, or it cannot start there.",
  );
}

export function allowVbs(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Set-VMSecurity -VirtualizationBasedSecurityOptOut $false`,
    VM_OFF,
    "This VM was opted out deliberately: find out why before reverting this.",
  );
}

export function turnOnVbsInWindows(): Remedy {
  return {
    runOn: "guest",
    shell: "powershell",
    platform: "Windows",
    command: ["EnableVirtualizationBasedSecurity", "RequirePlatformSecurityFeatures"]
      .map((value) => `reg add ${DEVICE_GUARD} /v ${value} /t REG_DWORD /d 1 /f`)
      .join("; "),
    cost: "a reboot of the guest",
    note: "Run as administrator; use Group Policy for several guests. msinfo32 then shows whether it is running: the host cannot see that.",
  };
}

export function bootFromNetwork(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      "Set-VMFirmware -VM $vm -FirstBootDevice (Get-VMNetworkAdapter -VM $vm | Select-Object -First 1)",
    ),
    VM_OFF,
    "Puts the first adapter before the disks in the boot order; put the disk first again after the installation.",
  );
}

export function addScsiDisk(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      '$path = Join-Path $vm.Path "$([guid]::NewGuid()).vhdx"; New-VHD -Path $path -SizeBytes 100GB -Dynamic; Add-VMHardDiskDrive -VM $vm -ControllerType SCSI -Path $path',
    ),
    "nothing",
    "The size is an example. The disk appears in the running guest and stays offline until it is brought online there.",
  );
}

/** Only expands: the new size is calculated from the present one, so that it never shrinks by mistake. */
export function growBootDisk(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      "$disk = Get-VMHardDiskDrive -VM $vm -ControllerType SCSI | Sort-Object ControllerNumber, ControllerLocation | Select-Object -First 1; Resize-VHD -Path $disk.Path -SizeBytes ((Get-VHD -Path $disk.Path).Size + 10GB)",
    ),
    "nothing",
    "10 GB is an example. Fails while checkpoints exist. Then extend the volume in the guest.",
  );
}

export function addNetworkAdapter(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Add-VMNetworkAdapter`,
    "nothing",
    "The adapter appears in the running guest, disconnected: connect it with Connect-VMNetworkAdapter.",
  );
}

export function addProcessors(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Set-VMProcessor -Count 96`,
    VM_OFF,
    "The count is an example; a VM with more processors than the host has logical processors cannot start.",
  );
}

export function addMemory(vmId: string, isDynamic: boolean): Remedy {
  return onHost(
    `${selectVm(vmId)} | Set-VMMemory ${isDynamic ? "-MaximumBytes" : "-StartupBytes"} 1536GB`,
    VM_OFF,
    "The size is an example; the host needs that much free memory.",
  );
}

export function turnOnEnhancedSession(): Remedy {
  return onHost(
    "Set-VMHost -EnableEnhancedSessionMode $true",
    "nothing",
    "Applies to every VM on this host. Clipboard and drives are then shared in sessions from the host, so it is off by default on servers.",
  );
}

export function turnOnStorageSpacesDirect(): Remedy {
  return {
    runOn: "guest",
    shell: "powershell",
    platform: "Windows",
    command: "Enable-ClusterStorageSpacesDirect",
    cost: "nothing; it claims every empty data disk of the guest cluster",
    note: "Run in a failover cluster of two or more guests on different hosts.",
  };
}
