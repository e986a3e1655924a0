import type { DiskFacts } from "../../facts.ts";
import type { Evidence } from "../../judgement.ts";
import { addScsiDisk } from "../../remedies/generation-2.ts";
import { isOnUnknownController } from "../boot-disk.ts";
import { defineCapability } from "../capability.ts";
import { toldGeneration } from "../evidence.ts";

/** Available in both generations: a generation 1 SCSI controller can have data disks, but cannot boot. */
export const scsiDisks = defineCapability({
  key: "scsi-disks",
  grounds: {
    some: { status: "in-use", summary: "The VM has disks on a SCSI controller.", decidedBy: "disks.scsi" },
    none: {
      status: "available",
      summary: "The VM has no disk on a SCSI controller. One can be added while it is running.",
      decidedBy: "disks.scsi",
    },
    unread: {
      status: "unknown",
      summary: "Unknown: the VM's disk controllers could not be read.",
      decidedBy: "disks.scsi",
    },
  },
  decide: ({ vm: { disks } }) => {
    if (disks === null) return "unread";
    if (disks.some(isScsi)) return "some";
    return disks.some(isOnUnknownController) ? "unread" : "none";
  },
  evidence: (scene) => [toldGeneration(scene), toldScsiDisks(scene.vm.disks)],
  remedies: ({ vm }, ground) => (ground === "none" ? [addScsiDisk(vm.id)] : []),
});

export function toldScsiDisks(disks: DiskFacts[] | null): Evidence {
  return { name: "disks.scsi", value: disks && disks.filter(isScsi).length };
}

function isScsi({ controllerType }: DiskFacts): boolean {
  return controllerType === "SCSI";
}
