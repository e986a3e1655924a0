import { addScsiDisk, growBootDisk } from "../../remedies/generation-2.ts";
import { bootDiskOf } from "../boot-disk.ts";
import { defineCapability } from "../capability.ts";
import { toldBootDisk, toldGeneration } from "../evidence.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";

/** A property of VHDX on SCSI, so data disks of generation 1 have it as well; nothing shows whether it was ever used. */
export const bootDiskResize = defineCapability({
  key: "boot-disk-resize",
  grounds: {
    ...generationGrounds(
      "A boot disk on IDE changes its size only while the VM is off; VHDX data disks on SCSI can while it runs.",
    ),
    vhdx: {
      status: "available",
      summary:
        "The boot disk can grow while the VM runs, and shrink down to what its guest has freed at the end.",
      decidedBy: "bootDisk.vhdFormat",
    },
    "other-format": {
      status: "unavailable",
      summary: "Only a VHDX changes its size while the VM runs.",
      decidedBy: "bootDisk.vhdFormat",
    },
    "pass-through": {
      status: "unavailable",
      summary: "The boot disk is a physical disk, which no host can resize.",
      decidedBy: "bootDisk.diskNumber",
    },
    "no-disk": {
      status: "available",
      summary: "A VHDX on SCSI can be resized while the VM runs; this VM has none to boot from yet.",
      decidedBy: "bootDisk",
    },
    unread: {
      status: "unknown",
      summary: "Nobody can tell: which disk the VM boots from could not be read.",
      decidedBy: "bootDisk",
    },
    "format-unread": {
      status: "unknown",
      summary: "Nobody can tell: the format of the boot disk could not be read.",
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
