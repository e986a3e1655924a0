import type { Guest, LinuxDistribution } from "../../guest/recognise-guest.ts";
import type { ConversionCheckVerdict } from "./check.ts";
import { hasMbr2gpt } from "../../guest/windows-edition.ts";
import { withVm } from "../../remedies/host-command.ts";
import { type ConversionStep, fromRemedy, NO_OUTAGE, onHost } from "./step.ts";

const LINUX_PACKAGES: Partial<Record<LinuxDistribution, string>> = {
  Ubuntu: "apt-get install -y gdisk dosfstools grub-efi-amd64-signed shim-signed",
  Debian: "apt-get install -y gdisk dosfstools grub-efi-amd64-signed shim-signed",
  "Red Hat": "yum install -y gdisk dosfstools grub2-efi-x64 shim-x64 efibootmgr",
  CentOS: "yum install -y gdisk dosfstools grub2-efi-x64 shim-x64 efibootmgr",
  AlmaLinux: "dnf install -y gdisk dosfstools grub2-efi-x64 shim-x64 efibootmgr",
  Rocky: "dnf install -y gdisk dosfstools grub2-efi-x64 shim-x64 efibootmgr",
  "Oracle Linux": "yum install -y gdisk dosfstools grub2-efi-x64 shim-x64 efibootmgr",
  SLES: "zypper --non-interactive install gptfdisk dosfstools grub2-x86_64-efi shim efibootmgr",
  SUSE: "zypper --non-interactive install gptfdisk dosfstools grub2-x86_64-efi shim efibootmgr",
};

/** Checks that only the guest can answer, done before anything is changed. */
export function lookInside(checks: readonly ConversionCheckVerdict[]): ConversionStep[] {
  return checks
    .filter(({ key, status }) => status !== "pass" && (key === "G3" || key === "G4" || key === "G11"))
    .flatMap(({ title, remedies: offered }) =>
      offered
        .filter(({ runOn }) => runOn === "guest")
        .map((remedy) =>
          fromRemedy(
            `Check in the guest${remedy.platform ? ` (${remedy.platform})` : ""}: ${lowerFirst(title)}`,
            remedy,
            NO_OUTAGE,
          ),
        ),
    );
}

export function suspendEncryption({ family }: Guest): ConversionStep[] {
  if (family !== "windows") return [];
  return [
    {
      title: "Suspend BitLocker if it is on",
      runOn: "guest",
      shell: "powershell",
      command:
        "Get-BitLockerVolume | Where-Object ProtectionStatus -EQ On | Suspend-BitLocker -RebootCount 0",
      outage: NO_OUTAGE,
      note: "Have the recovery keys ready: the new VM has a different TPM.",
    },
  ];
}

export function convertInside(system: Guest): ConversionStep[] {
  switch (system.family) {
    case "windows":
      if (!hasMbr2gpt(system)) return [];
      return [
        {
          title: "Convert the boot disk to GPT",
          runOn: "guest",
          shell: "powershell",
          command: "mbr2gpt /convert /allowFullOS",
          outage: "none yet; the VM no longer starts as generation 1, so continue immediately",
          note: "Run as administrator. It also writes the EFI boot loader.",
        },
      ];
    case "linux":
      return [
        {
          title: "Create an EFI system partition and boot loader",
          runOn: "guest",
          shell: "bash",
          command:
            (system.distribution && LINUX_PACKAGES[system.distribution]) ??
            "command -v sgdisk mkfs.vfat grub-install grub2-install efibootmgr",
          outage: NO_OUTAGE,
          note: "Then convert the disk to GPT with an EFI system partition, mount that at /boot/efi and install the boot loader there, as the distribution documents it. If that is not worth the effort, reinstall the guest in the new VM.",
        },
      ];
    case "freebsd":
      return [
        {
          title: "Create an EFI partition",
          runOn: "guest",
          shell: "bash",
          command: "gpart show -p",
          outage: NO_OUTAGE,
          note: "An MBR disk needs GPT and a partition of type efi with /boot/loader.efi on it, which usually means a reinstallation.",
        },
      ];
    case "unknown":
      return [];
  }
}

export function resumeEncryption({ family }: Guest): ConversionStep[] {
  if (family !== "windows") return [];
  return [
    {
      title: "Resume BitLocker if it was on",
      runOn: "guest",
      shell: "powershell",
      command: "Get-BitLockerVolume | Where-Object VolumeStatus -NE FullyDecrypted | Resume-BitLocker",
      outage: NO_OUTAGE,
      note: "With a virtual TPM, add a protector of type TPM and record the new recovery key.",
    },
  ];
}

/** Windows without mbr2gpt is started from setup media that includes it, once the VM is off. */
export function convertOffline(system: Guest, vmId: string): ConversionStep[] {
  if (system.family !== "windows" || hasMbr2gpt(system)) return [];
  const command = [
    "$iso = Join-Path (Get-VMHost).VirtualHardDiskPath 'windows-setup.iso'",
    "$drive = Get-VMDvdDrive -VM $vm | Select-Object -First 1",
    "if ($drive) { Set-VMDvdDrive -VMDvdDrive $drive -Path $iso } else { Add-VMDvdDrive -VM $vm -Path $iso }",
    "Set-VMBios -VM $vm -StartupOrder CD, IDE, LegacyNetworkAdapter, Floppy",
    "Start-VM -VM $vm",
  ].join("; ");
  return [
    onHost(
      "Convert the boot disk offline",
      withVm(vmId, command),
      "the VM is down for the duration of the conversion",
      "The path is an example; use setup media of Windows 10 1703 or later. At its first screen, open a command prompt (Shift+F10), run mbr2gpt /convert /disk:0, and turn the VM off again. Microsoft does not officially cover this for Windows this old: upgrading the guest first is safer.",
    ),
  ];
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
