import { addScsiDisk, growBootDisk } from "../../remedies/generation-2.ts";
import { bootDiskOf } from "../boot-disk.ts";
import { defineCapability } from "../capability.ts";
import { toldBootDisk, toldGeneration } from "../evidence.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";

/** A property of VHDX on SCSI, so generation 1 data disks have it as well; nothing shows whether it was ever used. */
export const bootDiskResize = defineCapability({
  key: "boot-disk-resize",
  grounds: {
    ...generationGrounds(
      "A boot disk on IDE can be resized only while the VM is off. VHDX data disks on SCSI can be resized online.",
    ),
    vhdx: {
      status: "available",
      summary:
        "The boot disk can be expanded online, and shrunk by the space that the guest has freed at its end.",
      decidedBy: "bootDisk.vhdFormat",
    },
    "other-format": {
      status: "unavailable",
      summary: "Only a VHDX can be resized while the VM is running.",
      decidedBy: "bootDisk.vhdFormat",
    },
    "pass-through": {
      status: "unavailable",
      summary: "The boot disk is a physical disk, which the host cannot resize.",
      decidedBy: "bootDisk.diskNumber",
    },
    "no-disk": {
      status: "available",
      summary: "A VHDX on SCSI can be resized online, but this VM has no boot disk of that kind yet.",
      decidedBy: "bootDisk",
    },
    unread: {
      status: "unknown",
      summary: "Unknown: the VM's boot disk could not be identified.",
      decidedBy: "bootDisk",
    },
    "format-unread": {
      status: "unknown",
      summary: "Unknown: the format of the boot disk could not be read.",
      decidedBy: "bootDisk.vhdFormat",
    },
  },
  decide: (scene) => {
    const shortcoming = generationShortcoming(scene);
    if (shortcoming) return shortcoming;
    const disk = bootDiskOf(scene);
    if (disk === "unread") return "unread";
    if (disk === "none") return "no-disk";
    if (disk.diskNumber !== null) return "pass-through";
    if (disk.vhdFormat === "VHDX") return "vhdx";
    return disk.vhdFormat === "VHD" ? "other-format" : "format-unread";
  },
  evidence: (scene) => {
    const disk = bootDiskOf(scene);
    const told = [toldGeneration(scene), ...toldBootDisk(disk)];
    if (typeof disk === "string") return told;
    return [
      ...told,
      { name: "bootDisk.vhdFormat", value: disk.vhdFormat },
      { name: "bootDisk.diskNumber", value: disk.diskNumber },
      { name: "bootDisk.sizeBytes", value: disk.sizeBytes },
    ];
  },
  remedies: ({ vm }, ground) => {
    if (ground === "no-disk") return [addScsiDisk(vm.id)];
    return ground === "vhdx" ? [growBootDisk(vm.id)] : [];
  },
});
