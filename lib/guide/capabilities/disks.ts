import * as remedies from "../../domain/remedies/generation-2.ts";
import { selectVm } from "../../domain/remedies/host-switch.ts";
import { lookInLinux, lookInWindows, lookOnHost } from "../look.ts";
import type { GuidePage } from "../page.ts";
import { ANY_VM } from "../placeholders.ts";
import { SOURCES } from "../sources.ts";
import { capabilityPage, needs } from "./capability-page.ts";

const DISKS = lookOnHost(
  `${selectVm(ANY_VM)} | Get-VMHardDiskDrive | Format-Table ControllerType, ControllerNumber, ControllerLocation, Path`,
);
const SIZES = lookOnHost(
  `${selectVm(ANY_VM)} | Get-VMHardDiskDrive | Get-VHD | Format-Table Path, VhdFormat, Size, MinimumSize`,
);
const ANY_HOST = "2012 R2 or later";

export const DISK_PAGES: readonly GuidePage[] = [
  capabilityPage({
    key: "scsi-disks",
    lead: "Up to 256 data disks on SCSI controllers, which can be added, removed and resized online. Generation 1 has them too, but cannot boot from them.",
    facts: [
      ...needs("1 and 2", "any", "any"),
      { name: "By default", value: "one controller, no disks" },
      { name: "Limit", value: "4 controllers of 64 disks" },
    ],
    breaks: [
      { weight: "minor", subject: "Adding a disk", text: "to IDE requires the VM to be off" },
      { weight: "minor", subject: "TRIM", text: "from the guest returns space to the host" },
      { weight: "fine", subject: "Generation", text: "makes no difference here" },
    ],
    hands: [
      { system: "Host", check: DISKS, fix: remedies.addScsiDisk(ANY_VM) },
      {
        system: "Windows guest",
        check: lookInWindows("Get-Disk | Format-Table Number, BusType, Size, OperationalStatus"),
        fix: {
          runOn: "guest",
          shell: "powershell",
          platform: "Windows",
          command: "Get-Disk | Where-Object OperationalStatus -eq 'Offline' | Set-Disk -IsOffline $false",
          cost: "nothing",
          note: "Run as administrator.",
        },
      },
      { system: "Linux guest", check: lookInLinux("Linux", "lsblk -S"), fix: null },
    ],
    sources: [SOURCES.generations, SOURCES.limits],
  }),
  capabilityPage({
    key: "scsi-boot",
    lead: "The VM boots from a disk or DVD image on SCSI. Generation 1 boots only from IDE, even if the disk is a VHDX.",
    facts: [...needs("2", ANY_HOST, "any"), { name: "By default", value: "always in generation 2" }],
    breaks: [
      {
        weight: "minor",
        subject: "One disk type",
        text: "serves system and data, and every disk can be changed online",
      },
      {
        weight: "minor",
        subject: "Boot disk resize and size",
        text: "depend on it: [resize](capabilities/boot-disk-resize), [2 TB and more](capabilities/boot-volume-size)",
      },
      {
        weight: "fine",
        subject: "Speed",
        text: "is the same once drivers are loaded; IDE is emulated only during boot",
      },
    ],
    hands: [{ system: "Host", check: DISKS, fix: remedies.addScsiDisk(ANY_VM) }],
    sources: [SOURCES.generations],
  }),
  capabilityPage({
    key: "boot-volume-size",
    lead: "A boot disk of up to 64 TB. Generation 1 is limited to 2 TB by its partition table (MBR).",
    facts: [
      ...needs("2", ANY_HOST, "any"),
      { name: "Limit of generation 1", value: "2 TB VHDX, 2040 GB VHD" },
      { name: "Limit of generation 2", value: "64 TB" },
    ],
    breaks: [
      { weight: "minor", subject: "A system volume larger than 2 TB", text: "requires it" },
      { weight: "fine", subject: "Data", text: "fits on a separate disk in both generations" },
    ],
    hands: [
      { system: "Host", check: SIZES, fix: remedies.growBootDisk(ANY_VM) },
      {
        system: "Windows guest",
        check: lookInWindows(
          "Get-Partition -DriveLetter C; Get-Disk 0 | Format-List PartitionStyle, Size",
          "Sizes above 2 TB require GPT.",
        ),
        fix: {
          runOn: "guest",
          shell: "powershell",
          platform: "Windows",
          command:
            "Resize-Partition -DriveLetter C -Size (Get-PartitionSupportedSize -DriveLetter C).SizeMax",
          cost: "nothing",
          note: "Run as administrator, after the disk was expanded on the host.",
        },
      },
    ],
    sources: [SOURCES.generations, SOURCES.limits],
  }),
  capabilityPage({
    key: "boot-disk-resize",
    lead: "The boot disk can be expanded online, and shrunk by the space that the guest has freed at its end. This applies to VHDX on SCSI, so generation 1 data disks support it as well.",
    facts: [
      ...needs("2", ANY_HOST, "any"),
      { name: "Format", value: "VHDX" },
      { name: "Not with", value: "checkpoints" },
    ],
    breaks: [
      { weight: "minor", subject: "A full system volume", text: "can be expanded without an outage" },
      {
        weight: "fine",
        subject: "Shrinking",
        text: "a VHD is not possible, and a VHDX only down to its `MinimumSize`",
      },
    ],
    hands: [
      { system: "Host", check: SIZES, fix: remedies.growBootDisk(ANY_VM) },
      {
        system: "Linux guest",
        check: lookInLinux("Linux", "lsblk; df -h /"),
        fix: {
          runOn: "guest",
          shell: "bash",
          platform: "Linux",
          command: "growpart /dev/sda 2 && resize2fs /dev/sda2",
          cost: "nothing",
          note: "Run as root. Device, partition number and file system are examples: use xfs_growfs for XFS.",
        },
      },
    ],
    sources: [SOURCES.resizeVhd, SOURCES.generations],
  }),
  capabilityPage({
    key: "storage-spaces-direct",
    lead: "Guests of one cluster pool their data disks; the pool survives the loss of one guest. It depends on the guest's edition: Windows Server Datacenter 2016 or later, or Azure Local.",
    facts: [
      ...needs("2, according to a 2016 table; 1 is not ruled out", "2016 or later", "any"),
      { name: "Guest", value: "Datacenter, 2016 or later" },
      { name: "By default", value: "off" },
    ],
    breaks: [
      {
        weight: "minor",
        subject: "Shared storage",
        text: "is available to a cluster of guests without a SAN",
      },
      { weight: "fine", subject: "Single VMs", text: "have no use for it" },
    ],
    hands: [
      {
        system: "Windows guest",
        check: lookInWindows(
          "Get-ComputerInfo -Property OsName, OsBuildNumber; Get-Cluster -ErrorAction SilentlyContinue",
        ),
        fix: remedies.turnOnStorageSpacesDirect(),
      },
    ],
    sources: [SOURCES.storageSpacesDirect, SOURCES.featureTable],
  }),
];
