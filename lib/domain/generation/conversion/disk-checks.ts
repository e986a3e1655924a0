import type { DiskFacts } from "../../facts.ts";
import type { Evidence } from "../../judgement.ts";
import * as remedies from "../../remedies/conversion.ts";
import { bootDiskOf } from "../boot-disk.ts";
import { toldBootDisk } from "../evidence.ts";
import type { GenerationScene } from "../generation-scene.ts";
import { type ConversionCheck, defineCheck } from "./check.ts";

/** Four controllers of 64. */
const MAX_SCSI_DISKS = 256;
const VHD_TYPES: ReadonlySet<string> = new Set(["Fixed", "Dynamic", "Differencing"]);
/** Formats of a virtual disk that generation 2 cannot boot from; any other name is unknown. */
const OTHER_FORMATS: ReadonlySet<string> = new Set(["VHD", "VHDSet"]);
const VIRTUAL_DISK_FILE = /\.a?vhdx?$|\.vhds$/i;
const EXTENSION = /\.[^.\\/]*$/;

const NO_BOOT_DISK = {
  unread: {
    status: "unknown",
    summary: "The VM's boot disk could not be identified.",
    decidedBy: "bootDisk",
  },
  "no-disk": {
    status: "unknown",
    summary: "The VM has no hard disk on IDE, so its boot device is unknown.",
    decidedBy: "bootDisk",
  },
} as const;

const format = defineCheck({
  key: "G5",
  title: "The boot disk is a VHDX",
  grounds: {
    ...NO_BOOT_DISK,
    vhdx: { status: "pass", summary: "The boot disk is a VHDX.", decidedBy: "bootDisk.vhdFormat" },
    other: {
      status: "caution",
      summary: "The boot disk is not a VHDX, which generation 2 boots from: convert it to VHDX first.",
      decidedBy: "bootDisk.vhdFormat",
    },
    "pass-through": {
      status: "caution",
      summary: "The boot disk is a physical disk: copy it to a VHDX first.",
      decidedBy: "bootDisk.diskNumber",
    },
    "format-unread": {
      status: "unknown",
      summary: "The format of the boot disk could not be read.",
      decidedBy: "bootDisk.vhdFormat",
    },
  },
  decide: (scene) => {
    const disk = bootDiskOf(scene);
    if (disk === "unread") return "unread";
    if (disk === "none") return "no-disk";
    if (disk.diskNumber !== null) return "pass-through";
    if (disk.vhdFormat === "VHDX") return "vhdx";
    return disk.vhdFormat !== null && OTHER_FORMATS.has(disk.vhdFormat) ? "other" : "format-unread";
  },
  evidence: (scene) => {
    const disk = bootDiskOf(scene);
    if (typeof disk === "string") return toldBootDisk(disk);
    return [
      ...toldBootDisk(disk),
      { name: "bootDisk.vhdFormat", value: disk.vhdFormat },
      { name: "bootDisk.extension", value: EXTENSION.exec(disk.path)?.[0] ?? null },
      { name: "bootDisk.diskNumber", value: disk.diskNumber },
    ];
  },
  remedies: ({ vm }, ground) => {
    if (ground === "pass-through") return [remedies.copyPassThroughDisk(vm.id)];
    return ground === "other" ? [remedies.convertToVhdx(vm.id)] : [];
  },
});

const isFile = defineCheck({
  key: "G6",
  title: "The boot disk is a file, not a physical disk",
  grounds: {
    ...NO_BOOT_DISK,
    file: { status: "pass", summary: "The boot disk is a file.", decidedBy: "bootDisk.diskNumber" },
    "pass-through": {
      status: "block",
      summary: "The boot disk is a physical disk passed through to the VM: copy it to a VHDX first.",
      decidedBy: "bootDisk.diskNumber",
    },
    "no-file": {
      status: "unknown",
      summary: "Whether the boot disk is a file or a physical disk could not be read.",
      decidedBy: "bootDisk.diskNumber",
    },
  },
  decide: (scene) => {
    const disk = bootDiskOf(scene);
    if (disk === "unread") return "unread";
    if (disk === "none") return "no-disk";
    if (disk.diskNumber !== null) return "pass-through";
    return isVirtualDisk(disk) ? "file" : "no-file";
  },
  evidence: (scene) => {
    const disk = bootDiskOf(scene);
    if (typeof disk === "string") return toldBootDisk(disk);
    return [...toldBootDisk(disk), { name: "bootDisk.diskNumber", value: disk.diskNumber }];
  },
  remedies: ({ vm }, ground) => (ground === "pass-through" ? [remedies.copyPassThroughDisk(vm.id)] : []),
});

const checkpoints = defineCheck({
  key: "G7",
  title: "No checkpoints or differencing disks",
  grounds: {
    none: {
      status: "pass",
      summary: "The VM has no checkpoint and no differencing disk.",
      decidedBy: "checkpoints.count",
    },
    some: {
      status: "caution",
      summary: "The VM has checkpoints: merge them first.",
      decidedBy: "checkpoints.count",
    },
    chain: {
      status: "caution",
      summary: "A disk of the VM is a differencing disk: merge the chain into one file first.",
      decidedBy: "disks.differencing",
    },
    "checkpoints-unread": {
      status: "unknown",
      summary: "Whether the VM has checkpoints could not be read.",
      decidedBy: "checkpoints.count",
    },
    "chain-unread": {
      status: "unknown",
      summary: "Whether the VM has a differencing disk could not be read.",
      decidedBy: "disks.differencing",
    },
  },
  decide: ({ vm: { checkpoints: kept, disks } }) => {
    const count = kept?.count ?? null;
    if (count !== null && count > 0) return "some";
    if (disks?.some(isDifferencing)) return "chain";
    if (count === null) return "checkpoints-unread";
    return disks === null || disks.some(isOfUnknownType) ? "chain-unread" : "none";
  },
  evidence: (scene) => [
    { name: "checkpoints.count", value: scene.vm.checkpoints?.count ?? null },
    { name: "checkpoints.oldestAt", value: scene.vm.checkpoints?.oldestAt ?? null },
    { name: "disks.differencing", value: differencingCount(scene) },
  ],
  remedies: ({ vm }, ground) => {
    if (ground === "some") return [remedies.mergeCheckpoints(vm.id)];
    return ground === "chain" ? [remedies.mergeChain(vm.id)] : [];
  },
});

const count = defineCheck({
  key: "G12",
  title: "All disks fit on SCSI",
  grounds: {
    fit: { status: "pass", summary: "All disks fit on the SCSI controllers.", decidedBy: "disks" },
    "too-many": {
      status: "block",
      summary: "The VM has more disks than the 256 that its SCSI controllers support.",
      decidedBy: "disks",
    },
    unread: { status: "unknown", summary: "The VM's disks could not be read.", decidedBy: "disks" },
  },
  decide: ({ vm: { disks } }) => {
    if (disks === null) return "unread";
    return disks.length > MAX_SCSI_DISKS ? "too-many" : "fit";
  },
  evidence: ({ vm }): Evidence[] => [
    { name: "disks", value: vm.disks?.length ?? null },
    { name: "maxScsiDisks", value: MAX_SCSI_DISKS },
  ],
});

export const diskChecks: Record<"G5" | "G6" | "G7" | "G12", ConversionCheck> = {
  G5: format,
  G6: isFile,
  G7: checkpoints,
  G12: count,
};

/** An unread disk number looks the same as none: only known facts about a file prove that it is a file. */
function isVirtualDisk({ vhdFormat, vhdType, path }: DiskFacts): boolean {
  return vhdFormat !== null || vhdType !== null || VIRTUAL_DISK_FILE.test(path);
}

function isDifferencing({ vhdType }: DiskFacts): boolean {
  return vhdType === "Differencing";
}

/** Physical disks have no type. */
function isOfUnknownType({ vhdType, diskNumber }: DiskFacts): boolean {
  return (vhdType === null || !VHD_TYPES.has(vhdType)) && diskNumber === null;
}

function differencingCount({ vm: { disks } }: GenerationScene): number | null {
  return disks && disks.filter(isDifferencing).length;
}
