import { describe, expect, test } from "vitest";
import { sampleDisk } from "../../sample-facts.ts";
import {
  checkConversion,
  checkIn,
  type ConversionCheckCase,
  generation1,
  ideDisk,
  world,
} from "../../testing/generation-cases.ts";

const boot = (changed = {}) => ({ disks: [ideDisk(changed)] });
const PASS_THROUGH = { path: "Disk 2", diskNumber: 2, vhdFormat: null, vhdType: null, sizeBytes: null };
const data = sampleDisk({ path: "D:\\data.vhdx", controllerLocation: 1 });

describe("G5, the boot disk is a VHDX", () => {
  const FORMAT = "bootDisk.vhdFormat";
  test.each<ConversionCheckCase>([
    { name: "VHDX", status: "pass", decider: `${FORMAT}=VHDX` },
    { name: "VHD", vm: boot({ vhdFormat: "VHD" }), status: "caution", decider: `${FORMAT}=VHD` },
    {
      name: "a VHD set",
      vm: boot({ vhdFormat: "VHDSet" }),
      status: "caution",
      decider: `${FORMAT}=VHDSet`,
    },
    {
      name: "an unknown format",
      vm: boot({ vhdFormat: "Unknown" }),
      status: "unknown",
      decider: `${FORMAT}=Unknown`,
    },
    { name: "unread", vm: boot({ vhdFormat: null }), status: "unknown", decider: `${FORMAT}=null` },
    { name: "pass-through", vm: boot(PASS_THROUGH), status: "caution", decider: "bootDisk.diskNumber=2" },
    {
      name: "a VHD on SCSI does not boot",
      vm: { disks: [ideDisk(), { ...data, vhdFormat: "VHD" }] },
      status: "pass",
      decider: `${FORMAT}=VHDX`,
    },
    {
      name: "the second IDE disk does not boot",
      vm: { disks: [ideDisk({ controllerNumber: 1, vhdFormat: "VHD" }), ideDisk()] },
      status: "pass",
      decider: `${FORMAT}=VHDX`,
    },
    { name: "no disk on IDE", vm: { disks: [data] }, status: "unknown", decider: "bootDisk=none" },
    { name: "no disk", vm: { disks: [] }, status: "unknown", decider: "bootDisk=none" },
    { name: "disks unread", vm: { disks: null }, status: "unknown", decider: "bootDisk=null" },
  ])("$name: $status", (row) => checkConversion("G5", row));

  test("an unread format shows the file's extension", () => {
    const { evidence } = checkIn(
      world({ vm: generation1(boot({ vhdFormat: null, path: "C:\\a.b\\os.VHD" })) }),
      "G5",
    );
    expect(evidence).toContainEqual({ name: "bootDisk.extension", value: ".VHD" });
  });
});

describe("G6, the boot disk is a file", () => {
  test.each<ConversionCheckCase>([
    { name: "a file", status: "pass", decider: "bootDisk.diskNumber=null" },
    { name: "pass-through", vm: boot(PASS_THROUGH), status: "block", decider: "bootDisk.diskNumber=2" },
    {
      name: "number 0 is a disk",
      vm: boot({ ...PASS_THROUGH, diskNumber: 0 }),
      status: "block",
      decider: "bootDisk.diskNumber=0",
    },
    {
      name: "number unread",
      vm: boot({ ...PASS_THROUGH, diskNumber: null }),
      status: "unknown",
      decider: "bootDisk.diskNumber=null",
    },
    {
      name: "a file by its name alone",
      vm: boot({ vhdFormat: null, vhdType: null, path: "C:\\os.avhdx" }),
      status: "pass",
      decider: "bootDisk.diskNumber=null",
    },
    {
      name: "a data disk handed through",
      vm: { disks: [ideDisk(), { ...data, ...PASS_THROUGH }] },
      status: "pass",
      decider: "bootDisk.diskNumber=null",
    },
    { name: "no disk", vm: { disks: [] }, status: "unknown", decider: "bootDisk=none" },
  ])("$name: $status", (row) => checkConversion("G6", row));
});

describe("G7, no checkpoints, no chain", () => {
  const kept = (count: number | null) => ({ checkpoints: { count, oldestAt: null } });
  test.each<ConversionCheckCase>([
    { name: "none", status: "pass", decider: "checkpoints.count=0" },
    { name: "one", vm: kept(1), status: "caution", decider: "checkpoints.count=1" },
    {
      name: "one, disks unread",
      vm: { ...kept(1), disks: null },
      status: "caution",
      decider: "checkpoints.count=1",
    },
    {
      name: "a parent without a checkpoint",
      vm: boot({ vhdType: "Differencing" }),
      status: "caution",
      decider: "disks.differencing=1",
    },
    {
      name: "a data disk with a parent",
      vm: { disks: [ideDisk(), { ...data, vhdType: "Differencing" }] },
      status: "caution",
      decider: "disks.differencing=1",
    },
    {
      name: "checkpoints unread",
      vm: { checkpoints: null },
      status: "unknown",
      decider: "checkpoints.count=null",
    },
    { name: "count unread", vm: kept(null), status: "unknown", decider: "checkpoints.count=null" },
    { name: "type unread", vm: boot({ vhdType: null }), status: "unknown", decider: "disks.differencing=0" },
    {
      name: "an unknown type",
      vm: boot({ vhdType: "Unknown" }),
      status: "unknown",
      decider: "disks.differencing=0",
    },
    {
      name: "a physical disk has no type",
      vm: { disks: [ideDisk(), { ...data, ...PASS_THROUGH }] },
      status: "pass",
      decider: "checkpoints.count=0",
    },
  ])("$name: $status", (row) => checkConversion("G7", row));
});

describe("G12, all disks find a place", () => {
  const of = (count: number) => ({
    disks: Array.from({ length: count }, (_, index) => ideDisk({ controllerLocation: index })),
  });
  test.each<ConversionCheckCase>([
    { name: "256", vm: of(256), status: "pass", decider: "disks=256" },
    { name: "257", vm: of(257), status: "block", decider: "disks=257" },
    { name: "unread", vm: { disks: null }, status: "unknown", decider: "disks=null" },
  ])("$name: $status", (row) => checkConversion("G12", row));
});
