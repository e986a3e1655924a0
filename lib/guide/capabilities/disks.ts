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
    lead: "Data disks on a SCSI controller: up to 256 of them, added, removed and resized while the VM runs. Generation 1 has them, too; it only does not boot from them.",
    facts: [
      ...needs("1 and 2", "any", "any"),
      { name: "By default", value: "a controller is there; disks are yours" },
      { name: "Limit", value: "4 controllers of 64 disks" },
    ],
    breaks: [
      { weight: "minor", subject: "Adding a disk", text: "to IDE needs the VM off" },
      { weight: "minor", subject: "TRIM", text: "from the guest gives space back to the host" },
      { weight: "fine", subject: "Generation", text: "does not matter here" },
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
          note: "As administrator.",
        },
      },
      { system: "Linux guest", check: lookInLinux("Linux", "lsblk -S"), fix: null },
    ],
    sources: [SOURCES.generations, SOURCES.limits],
  }),
  capabilityPage({
    key: "scsi-boot",
    lead: "The VM boots from a disk or a disc on SCSI. Generation 1 boots from IDE alone, also when the disk is a VHDX.",
    facts: [...needs("2", ANY_HOST, "any"), { name: "By default", value: "how generation 2 is made" }],
    breaks: [
      {
        weight: "minor",
        subject: "One kind of disk",
        text: "for system and data, all of them changed while the VM runs",
      },
      {
        weight: "minor",
        subject: "Boot disk resize and size",
        text: "follow from it: [resize](capabilities/boot-disk-resize), [2 TB and more](capabilities/boot-volume-size)",
      },
      {
        weight: "fine",
        subject: "Speed",
        text: "once the drivers run is the same; IDE is emulated only while it boots",
      },
    ],
    hands: [{ system: "Host", check: DISKS, fix: remedies.addScsiDisk(ANY_VM) }],
    sources: [SOURCES.generations],
  }),
  capabilityPage({
    key: "boot-volume-size",
    lead: "A boot disk of up to 64 TB. Generation 1 ends at 2 TB, because its partition table does.",
    facts: [
      ...needs("2", ANY_HOST, "any"),
      { name: "Limit of generation 1", value: "2 TB VHDX, 2040 GB VHD" },
      { name: "Limit of generation 2", value: "64 TB" },
    ],
    breaks: [
      { weight: "minor", subject: "A system volume beyond 2 TB", text: "needs it" },
      { weight: "fine", subject: "Data", text: "has room on a disk of its own in either generation" },
    ],
    hands: [
      { system: "Host", check: SIZES, fix: remedies.growBootDisk(ANY_VM) },
      {
        system: "Windows guest",
        check: lookInWindows(
          "Get-Partition -DriveLetter C; Get-Disk 0 | Format-List PartitionStyle, Size",
          "GPT is what goes beyond 2 TB.",
        ),
        fix: {
          runOn: "guest",
          shell: "powershell",
          platform: "Windows",
          command:
            "Resize-Partition -DriveLetter C -Size (Get-PartitionSupportedSize -DriveLetter C).SizeMax",
          cost: "nothing",
          note: "As administrator, after the host grew the disk.",
        },
      },
    ],
    sources: [SOURCES.generations, SOURCES.limits],
  }),
  capabilityPage({
    key: "boot-disk-resize",
    lead: "The boot disk grows while the VM runs, and shrinks down to what the guest has freed at its end. A property of VHDX on SCSI, so data disks of generation 1 have it as well.",
    facts: [
      ...needs("2", ANY_HOST, "any"),
      { name: "Format", value: "VHDX" },
      { name: "Not with", value: "checkpoints" },
    ],
    breaks: [
      { weight: "minor", subject: "A full system volume", text: "is mended without an outage" },
      {
        weight: "fine",
        subject: "Shrinking",
        text: "a VHD never works, and a VHDX only down to its `MinimumSize`",
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
          note: "As root. Device, number and file system are examples: xfs_growfs for XFS.",
        },
      },
    ],
    sources: [SOURCES.resizeVhd, SOURCES.generations],
  }),
  capabilityPage({
    key: "storage-spaces-direct",
    lead: "Guests of one cluster join their data disks to a pool that survives one of them. What counts is the guest's edition: Windows Server Datacenter from 2016 on, or Azure Local.",
    facts: [
      ...needs("2, by a table of 2016; nothing rules 1 out", "2016 or later", "any"),
      { name: "Guest", value: "Datacenter, 2016 or later" },
      { name: "By default", value: "off" },
    ],
    breaks: [
      { weight: "minor", subject: "Shared storage", text: "for a cluster of guests without a SAN" },
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
