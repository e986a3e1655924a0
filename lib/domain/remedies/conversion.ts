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
    "As administrator. Only looks: at most three primary partitions, no logical ones, no dynamic disk.",
  );
}

export function convertPartitionsOffline(): Remedy {
  return inGuest(
    "powershell",
    "Windows",
    "Get-Disk | Select-Object -Property Number, PartitionStyle, NumberOfPartitions",
    "mbr2gpt came with Windows 10 1703: convert the disk from a newer Windows' setup disc (mbr2gpt /convert /disk:0), upgrade the guest first, or install it anew.",
  );
}

export function showLinuxPartitions(): Remedy {
  return inGuest(
    "bash",
    "Linux",
    "lsblk -o NAME,PTTYPE,TYPE,SIZE,MOUNTPOINT",
    "PTTYPE dos is MBR and has to become gpt, with room for an EFI system partition.",
  );
}

export function showFreebsdPartitions(): Remedy {
  return inGuest("bash", "FreeBSD", "gpart show", "MBR has to become GPT, with room for an EFI partition.");
}

export function showLinuxBootLoader(): Remedy {
  return inGuest(
    "bash",
    "Linux",
    "ls -d /boot/efi /sys/firmware/efi; command -v grub-install grub2-install efibootmgr",
    "A guest that has always started from BIOS has none of the EFI parts: they are installed before the conversion.",
  );
}

export function showFreebsdBootLoader(): Remedy {
  return inGuest(
    "bash",
    "FreeBSD",
    "ls /boot/loader.efi; gpart show -p",
    "loader.efi belongs into an EFI partition.",
  );
}

export function showWindowsEncryption(): Remedy {
  return inGuest(
    "powershell",
    "Windows",
    "manage-bde -status",
    "As administrator. A volume that is protected is suspended before the conversion: manage-bde -protectors -disable C: -RebootCount 0",
  );
}

export function showLinuxEncryption(): Remedy {
  return inGuest(
    "bash",
    "Linux",
    "lsblk -o NAME,FSTYPE,MOUNTPOINT | grep -i luks",
    "No line, no LUKS. A key that is bound to this VM's hardware does not open the volume in the new VM.",
  );
}

export function showFreebsdEncryption(): Remedy {
  return inGuest("bash", "FreeBSD", "geli status", "Lists the providers that are encrypted.");
}

export function showGuestSystem(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Get-VMIntegrationService`,
    NOTHING,
    "The guest tells its system through data exchange: switch it on, and start its part in the guest.",
  );
}

export function convertToVhdx(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      `$disk = ${SELECT_IDE_BOOT_DISK}; Convert-VHD -Path $disk.Path -DestinationPath ([IO.Path]::ChangeExtension($disk.Path, 'vhdx'))`,
    ),
    "an outage of the VM while its disk is copied",
    "Writes a second file and leaves the first as it is; the volume needs the room.",
  );
}

export function copyPassThroughDisk(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      `$disk = ${SELECT_IDE_BOOT_DISK}; New-VHD -Path (Join-Path $vm.Path 'boot.vhdx') -SourceDisk $disk.DiskNumber -Dynamic`,
    ),
    "an outage of the VM while its disk is copied",
    "Copies the physical disk into a file, which then takes its place.",
  );
}

export function mergeCheckpoints(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Get-VMSnapshot | Remove-VMSnapshot`,
    "nothing; merging reads and writes much of the disk",
    "Checkpoints of kind Recovery are the backup's: let it finish, and it takes them away itself.",
  );
}

export function mergeChain(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      "Get-VMHardDiskDrive -VM $vm | Where-Object Path | Get-VHD | Select-Object -Property Path, VhdType, ParentPath",
    ),
    NOTHING,
    "Shows the parents. Convert-VHD writes a chain into one file, with the VM off.",
  );
}

export function replaceLegacyAdapter(vmId: string): Remedy {
  return onHost(
    withVm(
      vmId,
      `Get-VMNetworkAdapter -VM $vm | Where-Object IsLegacy | ForEach-Object { ${EXCHANGE_LEGACY_ADAPTER} }`,
    ),
    VM_OFF,
    "The guest sees another adapter with another MAC, on no VLAN: write its addresses and its VLAN down first. Generation 2 boots from the network over the ordinary adapter.",
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
    "Generation 2 takes image files alone.",
  );
}

export function listComPorts(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Get-VMComPort`,
    NOTHING,
    "Write the paths down: generation 2 has COM ports once Set-VMComPort gives it one, and kernel debugging needs Secure Boot off.",
  );
}

export function removeKeyStorageDrive(vmId: string): Remedy {
  return onHost(
    withVm(vmId, "Get-VMKeyStorageDrive -VM $vm | Remove-VMKeyStorageDrive"),
    VM_OFF,
    "Suspend BitLocker in the guest first: its keys are on this drive. In generation 2 a vTPM takes its place.",
  );
}

export function removeRemoteFx(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Remove-VMRemoteFx3dVideoAdapter`,
    VM_OFF,
    "RemoteFX has been taken out of Windows; nothing takes its place in generation 2 but a GPU of its own or a partition of one.",
  );
}

export function removeReplication(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Remove-VMReplication`,
    "nothing; the VM has no replica until it is set up again",
    "On both sides. The new VM has a new id, so its replication starts from the beginning.",
  );
}

function inGuest(shell: "powershell" | "bash", platform: string, command: string, note: string): Remedy {
  return { runOn: "guest", shell, platform, command, cost: NOTHING, note };
}
