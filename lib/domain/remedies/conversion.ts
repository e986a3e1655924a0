import type { Remedy } from "../judgement.ts";
import { onHost, VM_OFF, withVm } from "./host-command.ts";
import { selectVm } from "./host-switch.ts";
import { EXCHANGE_LEGACY_ADAPTER } from "./vm-adapter.ts";

/** The disk that generation 1 boots from. */
export const SELECT_IDE_BOOT_DISK =
  "Get-VMHardDiskDrive -VM $vm -ControllerType IDE | Sort-Object ControllerNumber, ControllerLocation | Select-Object -First 1";

const NOTHING = "nothing";

export function validatePartitions(): Remedy {
  return inGuest(
    "powershell",
    "Windows",
    "mbr2gpt /validate /allowFullOS",
    "Run as administrator. Only validates: at most three primary partitions, no logical ones, no dynamic disk.",
  );
}

export function convertPartitionsOffline(): Remedy {
  return inGuest(
    "powershell",
    "Windows",
    "Get-Disk | Select-Object -Property Number, PartitionStyle, NumberOfPartitions",
    "mbr2gpt was introduced in Windows 10 1703: convert the disk from newer Windows setup media (mbr2gpt /convert /disk:0), upgrade the guest first, or reinstall it.",
  );
}

export function showLinuxPartitions(): Remedy {
  return inGuest(
    "bash",
    "Linux",
    "lsblk -o NAME,PTTYPE,TYPE,SIZE,MOUNTPOINT",
    "PTTYPE dos means MBR: it must be converted to gpt, with space for an EFI system partition.",
  );
}

export function showFreebsdPartitions(): Remedy {
  return inGuest(
    "bash",
    "FreeBSD",
    "gpart show",
    "MBR must be converted to GPT, with space for an EFI partition.",
  );
}

export function showLinuxBootLoader(): Remedy {
  return inGuest(
    "bash",
    "Linux",
    "ls -d /boot/efi /sys/firmware/efi; command -v grub-install grub2-install efibootmgr",
    "A guest that has always booted from BIOS has no EFI components: install them before the conversion.",
  );
}

export function showFreebsdBootLoader(): Remedy {
  return inGuest(
    "bash",
    "FreeBSD",
    "ls /boot/loader.efi; gpart show -p",
    "loader.efi must be in an EFI partition.",
  );
}

export function showWindowsEncryption(): Remedy {
  return inGuest(
    "powershell",
    "Windows",
    "manage-bde -status",
    "Run as administrator. Suspend protected volumes before the conversion: manage-bde -protectors -disable C: -RebootCount 0",
  );
}

export function showLinuxEncryption(): Remedy {
  return inGuest(
    "bash",
    "Linux",
    "lsblk -o NAME,FSTYPE,MOUNTPOINT | grep -i luks",
    "No output means no LUKS. A key bound to this VM's hardware does not unlock the volume in the new VM.",
  );
}

export function showFreebsdEncryption(): Remedy {
  return inGuest("bash", "FreeBSD", "geli status", "Lists the encrypted providers.");
}

export function showGuestSystem(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Get-VMIntegrationService`,
    NOTHING,
    "The guest reports its OS through data exchange: enable it, and start its guest component.",
  );
}

export function convertToVhdx(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      `$disk = ${SELECT_IDE_BOOT_DISK}; Convert-VHD -Path $disk.Path -DestinationPath ([IO.Path]::ChangeExtension($disk.Path, 'vhdx'))`,
    ),
    "an outage of the VM while its disk is copied",
    "Writes a second file and keeps the first unchanged; the volume needs the space.",
  );
}

export function copyPassThroughDisk(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      `$disk = ${SELECT_IDE_BOOT_DISK}; New-VHD -Path (Join-Path $vm.Path 'boot.vhdx') -SourceDisk $disk.DiskNumber -Dynamic`,
    ),
    "an outage of the VM while its disk is copied",
    "Copies the physical disk to a file, which then replaces it.",
  );
}

export function mergeCheckpoints(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Get-VMSnapshot | Remove-VMSnapshot`,
    "nothing; merging causes heavy disk I/O",
    "Recovery checkpoints belong to backup software: let the backup finish, and it removes them itself.",
  );
}

export function mergeChain(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      "Get-VMHardDiskDrive -VM $vm | Where-Object Path | Get-VHD | Select-Object -Property Path, VhdType, ParentPath",
    ),
    NOTHING,
    "Shows the parent disks. Convert-VHD merges a chain into one file while the VM is off.",
  );
}

export function replaceLegacyAdapter(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      `Get-VMNetworkAdapter -VM $vm | Where-Object IsLegacy | ForEach-Object { ${EXCHANGE_LEGACY_ADAPTER} }`,
    ),
    VM_OFF,
    "The guest detects a different adapter with a new MAC address and no VLAN: record its addresses and VLAN first. Generation 2 boots from the network with the standard adapter.",
  );
}

export function ejectFloppy(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Get-VMFloppyDiskDrive | Set-VMFloppyDiskDrive -Path $null`,
    NOTHING,
    "Generation 2 has no floppy drive.",
  );
}

export function ejectPhysicalDvd(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Get-VMDvdDrive | Where-Object DvdMediaType -EQ PassThrough | Set-VMDvdDrive -Path $null`,
    NOTHING,
    "Generation 2 supports image files only.",
  );
}

export function listComPorts(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Get-VMComPort`,
    NOTHING,
    "Record the paths: in generation 2, Set-VMComPort adds COM ports, and kernel debugging requires Secure Boot off.",
  );
}

export function removeKeyStorageDrive(vmId: string): Remedy {
  return onHost(
    withVm(vmId, "Get-VMKeyStorageDrive -VM $vm | Remove-VMKeyStorageDrive"),
    VM_OFF,
    "Suspend BitLocker in the guest first: its keys are on this drive. In generation 2, a vTPM replaces it.",
  );
}

export function removeRemoteFx(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Remove-VMRemoteFx3dVideoAdapter`,
    VM_OFF,
    "RemoteFX has been removed from Windows; in generation 2, only a dedicated GPU or a GPU partition can replace it.",
  );
}

export function removeReplication(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Remove-VMReplication`,
    "nothing; the VM has no replica until it is set up again",
    "Run on both sides. The new VM has a new id, so its replication starts from the beginning.",
  );
}

function inGuest(shell: "powershell" | "bash", platform: string, command: string, note: string): Remedy {
  return { runOn: "guest", shell, platform, command, cost: NOTHING, note };
}
