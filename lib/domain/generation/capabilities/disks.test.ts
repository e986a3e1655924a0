import { describe, test } from "vitest";
import type { VmFacts } from "../../facts.ts";
import { sampleDisk } from "../../sample-facts.ts";
import { type CapabilityCase, checkCapability, ideDisk } from "../../testing/generation-cases.ts";

const TB = 2 ** 40;
const GENERATION_1: Partial<VmFacts> = { generation: 1, firmware: null, disks: [ideDisk()] };
const second = (changed = {}) => sampleDisk({ path: "D:\\data.vhdx", controllerLocation: 1, ...changed });

describe("scsi-disks", () => {
  test.each<CapabilityCase>([
    { name: "one", status: "in-use", decider: "disks.scsi=1" },
    { name: "none", vm: { disks: [] }, status: "available", decider: "disks.scsi=0" },
    { name: "unread", vm: { disks: null }, status: "unknown", decider: "disks.scsi=null" },
    {
      name: "one whose controller is unread",
      vm: { disks: [sampleDisk({ controllerType: null })] },
      status: "unknown",
      decider: "disks.scsi=0",
    },
    {
      name: "one of SCSI, one unread",
      vm: { disks: [sampleDisk(), second({ controllerType: null })] },
      status: "in-use",
      decider: "disks.scsi=1",
    },
    {
      name: "one on an unknown controller",
      vm: { disks: [sampleDisk({ controllerType: "NVMe" })] },
      status: "unknown",
      decider: "disks.scsi=0",
    },
    {
      name: "PMEM is no SCSI",
      vm: { disks: [sampleDisk({ controllerType: "PMEM" })] },
      status: "available",
      decider: "disks.scsi=0",
    },
    {
      name: "generation 1, IDE alone",
      vm: { ...GENERATION_1 },
      status: "available",
      decider: "disks.scsi=0",
    },
    {
      name: "generation 1 with a data disk on SCSI",
      vm: { ...GENERATION_1, disks: [ideDisk(), second()] },
      status: "in-use",
      decider: "disks.scsi=1",
    },
  ])("$name: $status", (row) => checkCapability("scsi-disks", row));
});

describe("scsi-boot", () => {
  test.each<CapabilityCase>([
    { name: "boots from SCSI", status: "in-use", decider: "disks.scsi=1" },
    {
      name: "position unread",
      vm: { disks: [sampleDisk({ controllerLocation: null })] },
      status: "in-use",
      decider: "disks.scsi=1",
    },
    { name: "no disk", vm: { disks: [] }, status: "available", decider: "disks.scsi=0" },
    { name: "disks unread", vm: { disks: null }, status: "unknown", decider: "disks.scsi=null" },
    {
      name: "controller unread",
      vm: { disks: [sampleDisk({ controllerType: null })] },
      status: "unknown",
      decider: "disks.scsi=0",
    },
    {
      name: "generation 1 with a data disk on SCSI",
      vm: { ...GENERATION_1, disks: [ideDisk(), second()] },
      status: "unavailable",
      decider: "generation=1",
    },
    { name: "generation unread", vm: { generation: null }, status: "unknown", decider: "generation=null" },
  ])("$name: $status", (row) => checkCapability("scsi-boot", row));
});

describe("boot-volume-size", () => {
  const bytes = (sizeBytes: number | null) => ({ disks: [sampleDisk({ sizeBytes })] });
  test.each<CapabilityCase>([
    { name: "exactly 2 TB", vm: bytes(2 * TB), status: "available", decider: `bootDisk.sizeBytes=${2 * TB}` },
    {
      name: "a byte more",
      vm: bytes(2 * TB + 1),
      status: "in-use",
      decider: `bootDisk.sizeBytes=${2 * TB + 1}`,
    },
    { name: "64 TB", vm: bytes(64 * TB), status: "in-use", decider: `bootDisk.sizeBytes=${64 * TB}` },
    { name: "size unread", vm: bytes(null), status: "unknown", decider: "bootDisk.sizeBytes=null" },
    {
      name: "a large data disk counts nothing",
      vm: { disks: [second({ sizeBytes: 3 * TB }), sampleDisk({ sizeBytes: TB })] },
      status: "available",
      decider: `bootDisk.sizeBytes=${TB}`,
    },
    {
      name: "which one boots is unread",
      vm: { disks: [sampleDisk({ sizeBytes: 3 * TB, controllerLocation: null }), second()] },
      status: "unknown",
      decider: "bootDisk=null",
    },
    { name: "no disk", vm: { disks: [] }, status: "available", decider: "bootDisk=none" },
    { name: "disks unread", vm: { disks: null }, status: "unknown", decider: "bootDisk=null" },
    {
      name: "generation 1 at 3 TB on SCSI",
      vm: { ...GENERATION_1, disks: [ideDisk(), second({ sizeBytes: 3 * TB })] },
      status: "unavailable",
      decider: "generation=1",
    },
    { name: "generation unread", vm: { generation: null }, status: "unknown", decider: "generation=null" },
  ])("$name: $status", (row) => checkCapability("boot-volume-size", row));
});

describe("boot-disk-resize", () => {
  const of = (vhdFormat: string | null, changed = {}) => ({ disks: [sampleDisk({ vhdFormat, ...changed })] });
  test.each<CapabilityCase>([
    { name: "VHDX on SCSI", status: "available", decider: "bootDisk.vhdFormat=VHDX" },
    { name: "VHD", vm: of("VHD"), status: "unavailable", decider: "bootDisk.vhdFormat=VHD" },
    { name: "VHDSet", vm: of("VHDSet"), status: "unknown", decider: "bootDisk.vhdFormat=VHDSet" },
    { name: "format unread", vm: of(null), status: "unknown", decider: "bootDisk.vhdFormat=null" },
    {
      name: "pass-through",
      vm: of(null, { path: "Disk 3", diskNumber: 3 }),
      status: "unavailable",
      decider: "bootDisk.diskNumber=3",
    },
    { name: "no disk", vm: { disks: [] }, status: "available", decider: "bootDisk=none" },
    { name: "disks unread", vm: { disks: null }, status: "unknown", decider: "bootDisk=null" },
    {
      name: "generation 1 with VHDX on SCSI",
      vm: { ...GENERATION_1, disks: [ideDisk(), second()] },
      status: "unavailable",
      decider: "generation=1",
    },
    { name: "generation unread", vm: { generation: null }, status: "unknown", decider: "generation=null" },
  ])("$name: $status", (row) => checkCapability("boot-disk-resize", row));
});
