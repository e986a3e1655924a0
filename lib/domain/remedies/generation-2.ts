import type { Remedy } from "../judgement.ts";
import { onHost, VM_OFF, withVm } from "./host-command.ts";
import { selectVm } from "./host-switch.ts";

const DEVICE_GUARD = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\DeviceGuard";

export type SecureBootTemplate = "MicrosoftWindows" | "MicrosoftUEFICertificateAuthority";

/** `template` null where the host has none to choose: before Windows Server 2016. */
export function turnOnSecureBoot(vmId: string, template: SecureBootTemplate | null): Remedy {
  const choice = template === null ? "" : ` -SecureBootTemplate ${template}`;
  return onHost(
    `${selectVm(vmId)} | Set-VMFirmware -EnableSecureBoot On${choice}`,
    VM_OFF,
    "A guest whose boot loader the template does not sign stays at the firmware: set it to Off again, and it starts as before.",
  );
}

export function turnOnVtpm(vmId: string): Remedy {
  return onHost(
    withVm(vmId, "Set-VMKeyProtector -VM $vm -NewLocalKeyProtector; Enable-VMTPM -VM $vm"),
    VM_OFF,
    "The protector's keys are this host's: export its certificates of the store 'Shielded VM Local Certificates' to every host that the VM may move to, or it cannot start there.",
  );
}

export function allowVbs(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Set-VMSecurity -VirtualizationBasedSecurityOptOut $false`,
    VM_OFF,
    "Somebody opted this VM out: ask why before it is taken back.",
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
    note: "As administrator; group policy does the same for many. msinfo32 then says whether it runs: a host cannot see that.",
  };
}

export function bootFromNetwork(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      "Set-VMFirmware -VM $vm -FirstBootDevice (Get-VMNetworkAdapter -VM $vm | Select-Object -First 1)",
    ),
    VM_OFF,
    "Puts the first adapter before the disks; put the disk first again after the installation.",
  );
}

export function addScsiDisk(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      '$path = Join-Path $vm.Path "$([guid]::NewGuid()).vhdx"; New-VHD -Path $path -SizeBytes 100GB -Dynamic; Add-VMHardDiskDrive -VM $vm -ControllerType SCSI -Path $path',
    ),
    "nothing",
    "The size is an example. The disk appears while the guest runs, offline until somebody takes it up there.",
  );
}

/** Grows, and never by mistake shrinks: the new size is counted from the present one. */
export function growBootDisk(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      "$disk = Get-VMHardDiskDrive -VM $vm -ControllerType SCSI | Sort-Object ControllerNumber, ControllerLocation | Select-Object -First 1; Resize-VHD -Path $disk.Path -SizeBytes ((Get-VHD -Path $disk.Path).Size + 10GB)",
    ),
    "nothing",
    "10 GB is an example. Refused while checkpoints exist. Then extend the volume in the guest.",
  );
}

export function addNetworkAdapter(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Add-VMNetworkAdapter`,
    "nothing",
    "The adapter appears while the guest runs, not connected: Connect-VMNetworkAdapter connects it.",
  );
}

export function addProcessors(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Set-VMProcessor -Count 96`,
    VM_OFF,
    "The count is an example; more than the host has logical processors cannot start.",
  );
}

export function addMemory(vmId: string, isDynamic: boolean): Remedy {
  return onHost(
    `${selectVm(vmId)} | Set-VMMemory ${isDynamic ? "-MaximumBytes" : "-StartupBytes"} 1536GB`,
    VM_OFF,
    "The size is an example; the host needs as much to spare.",
  );
}

export function turnOnEnhancedSession(): Remedy {
  return onHost(
    "Set-VMHost -EnableEnhancedSessionMode $true",
    "nothing",
    "For every VM of this host. Clipboard and drives are then shared with whoever connects from the host, so servers keep it off by default.",
  );
}

export function turnOnStorageSpacesDirect(): Remedy {
  return {
    runOn: "guest",
    shell: "powershell",
    platform: "Windows",
    command: "Enable-ClusterStorageSpacesDirect",
    cost: "nothing; it takes every empty data disk of the guests' cluster",
    note: "In a failover cluster of two guests or more, on different hosts.",
  };
}
