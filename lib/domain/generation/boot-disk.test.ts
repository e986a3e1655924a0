import { describe, expect, test } from "vitest";
import type { DiskFacts } from "../facts.ts";
import { sampleDisk } from "../sample-facts.ts";
import { ideDisk, world } from "../testing/generation-cases.ts";
import { bootDiskOf } from "./boot-disk.ts";

function at(
  controllerType: string | null,
  controllerNumber: number | null,
  controllerLocation: number | null,
): DiskFacts {
  return sampleDisk({
    path: `${controllerType} ${controllerNumber}:${controllerLocation}`,
    controllerType,
    controllerNumber,
    controllerLocation,
  });
}

describe("the boot disk", () => {
  test.each<{ name: string; generation: 1 | 2 | null; disks: DiskFacts[] | null; boots: string }>([
    {
      name: "the lowest SCSI position",
      generation: 2,
      disks: [at("SCSI", 0, 5), at("SCSI", 0, 2)],
      boots: "SCSI 0:2",
    },
    {
      name: "controller before location",
      generation: 2,
      disks: [at("SCSI", 1, 0), at("SCSI", 0, 63)],
      boots: "SCSI 0:63",
    },
    {
      name: "the lowest IDE position",
      generation: 1,
      disks: [at("SCSI", 0, 0), at("IDE", 1, 0), at("IDE", 0, 1)],
      boots: "IDE 0:1",
    },
    {
      name: "an unknown controller may come first",
      generation: 1,
      disks: [at("NVMe", 0, 0), at("IDE", 0, 1)],
      boots: "unread",
    },
    {
      name: "PMEM is never booted from",
      generation: 2,
      disks: [at("PMEM", 0, 0), at("SCSI", 0, 1)],
      boots: "SCSI 0:1",
    },
    { name: "none on its controller", generation: 1, disks: [at("SCSI", 0, 0)], boots: "none" },
    { name: "none at all", generation: 2, disks: [], boots: "none" },
    { name: "disks unread", generation: 2, disks: null, boots: "unread" },
    { name: "generation unread", generation: null, disks: [at("SCSI", 0, 0)], boots: "unread" },
    {
      name: "the only one, its position unread",
      generation: 2,
      disks: [at("SCSI", null, null)],
      boots: "SCSI null:null",
    },
    {
      name: "two, one of them unread",
      generation: 2,
      disks: [at("SCSI", 0, 1), at("SCSI", null, 0)],
      boots: "unread",
    },
    {
      name: "nothing comes before the first position",
      generation: 2,
      disks: [at("SCSI", null, 0), at("SCSI", 0, 0)],
      boots: "SCSI 0:0",
    },
    { name: "one whose controller is unread", generation: 2, disks: [at(null, 0, 0)], boots: "unread" },
    {
      name: "one that may be lower",
      generation: 1,
      disks: [at("IDE", 0, 1), at(null, 0, 0)],
      boots: "unread",
    },
    {
      name: "two at one position",
      generation: 1,
      disks: [at("IDE", 0, 0), at("IDE", 0, 0)],
      boots: "unread",
    },
  ])("$name: $boots", ({ generation, disks, boots }) => {
    const told = (listed: DiskFacts[] | null) => {
      const disk = bootDiskOf(world({ vm: { generation, disks: listed } }));
      return typeof disk === "string" ? disk : disk.path;
    };
    expect(told(disks)).toBe(boots);
    expect(told(disks && disks.toReversed())).toBe(boots);
  });

  test("is the very disk that was reported", () => {
    const disk = ideDisk();
    expect(bootDiskOf(world({ vm: { generation: 1, disks: [disk] } }))).toBe(disk);
  });
});
