import { addScsiDisk } from "../../remedies/generation-2.ts";
import { bootDiskOf } from "../boot-disk.ts";
import { defineCapability } from "../capability.ts";
import { toldBootDisk, toldGeneration } from "../evidence.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";
import { toldScsiDisks } from "./scsi-disks.ts";

export const scsiBoot = defineCapability({
  key: "scsi-boot",
  grounds: {
    ...generationGrounds("Generation 1 boots from IDE only; its SCSI disks are for data."),
    boots: {
      status: "in-use",
      summary: "The VM boots from a disk on a SCSI controller.",
      decidedBy: "disks.scsi",
    },
    "no-disk": {
      status: "available",
      summary: "The VM has no disk on a SCSI controller yet. Once it has one, it can boot from it.",
      decidedBy: "disks.scsi",
    },
    unread: {
      status: "unknown",
      summary: "Unknown: the VM's disk controllers could not be read.",
      decidedBy: "disks.scsi",
    },
  },
  decide: (scene) => {
    const shortcoming = generationShortcoming(scene);
    if (shortcoming) return shortcoming;
    const { disks } = scene.vm;
    // The answer is the same whichever of them is the lowest.
    if (disks?.some(({ controllerType }) => controllerType === "SCSI")) return "boots";
    return bootDiskOf(scene) === "none" ? "no-disk" : "unread";
  },
  evidence: (scene) => [
    toldGeneration(scene),
    toldScsiDisks(scene.vm.disks),
    ...toldBootDisk(bootDiskOf(scene)),
  ],
  remedies: ({ vm }, ground) => (ground === "no-disk" ? [addScsiDisk(vm.id)] : []),
});
