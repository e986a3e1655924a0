import { growBootDisk } from "../../remedies/generation-2.ts";
import { bootDiskOf } from "../boot-disk.ts";
import { defineCapability } from "../capability.ts";
import { toldBootDisk, toldGeneration } from "../evidence.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";

const TB = 2 ** 40;
const LIMIT_OF_GENERATION_1_BYTES = 2 * TB;

export const bootVolumeSize = defineCapability({
  key: "boot-volume-size",
  grounds: {
    ...generationGrounds("A generation 1 boot disk is limited to 2 TB; generation 2 supports 64 TB."),
    beyond: {
      status: "in-use",
      summary: "The boot disk is larger than the generation 1 limit of 2 TB.",
      decidedBy: "bootDisk.sizeBytes",
    },
    below: {
      status: "available",
      summary: "The boot disk can grow beyond 2 TB, up to 64 TB.",
      decidedBy: "bootDisk.sizeBytes",
    },
    "no-disk": {
      status: "available",
      summary: "The boot disk of this VM can have up to 64 TB, but there is none yet.",
      decidedBy: "bootDisk",
    },
    unread: {
      status: "unknown",
      summary: "Unknown: the VM's boot disk could not be identified.",
      decidedBy: "bootDisk",
    },
    "size-unread": {
      status: "unknown",
      summary: "Unknown: the size of the boot disk could not be read.",
      decidedBy: "bootDisk.sizeBytes",
    },
  },
  decide: (scene) => {
    const shortcoming = generationShortcoming(scene);
    if (shortcoming) return shortcoming;
    const disk = bootDiskOf(scene);
    if (disk === "unread") return "unread";
    if (disk === "none") return "no-disk";
    if (disk.sizeBytes === null) return "size-unread";
    return disk.sizeBytes > LIMIT_OF_GENERATION_1_BYTES ? "beyond" : "below";
  },
  evidence: (scene) => {
    const disk = bootDiskOf(scene);
    const told = [toldGeneration(scene), ...toldBootDisk(disk)];
    return typeof disk === "string" ? told : [...told, { name: "bootDisk.sizeBytes", value: disk.sizeBytes }];
  },
  remedies: ({ vm }, ground) => (ground === "below" ? [growBootDisk(vm.id)] : []),
});
