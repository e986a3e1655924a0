import { describe, expect, test } from "vitest";
import { sampleVmAdapter } from "../../sample-facts.ts";
import {
  checkConversion,
  checkIn,
  type ConversionCheckCase,
  generation1,
  ideDisk,
  onBuild,
  world,
} from "../../testing/generation-cases.ts";
import { linux } from "../../testing/vm-cases.ts";

const TB = 2 ** 40;

describe("G14, relations", () => {
  const MODE = "replicationMode";
  test.each<ConversionCheckCase>([
    { name: "none", status: "pass", decider: `${MODE}=None` },
    { name: "primary", vm: { replicationMode: "Primary" }, status: "caution", decider: `${MODE}=Primary` },
    { name: "replica", vm: { replicationMode: "Replica" }, status: "caution", decider: `${MODE}=Replica` },
    { name: "unread", vm: { replicationMode: null }, status: "unknown", decider: `${MODE}=null` },
    {
      name: "an unknown word",
      vm: { replicationMode: "Mirror" },
      status: "unknown",
      decider: `${MODE}=Mirror`,
    },
    { name: "clustered", vm: { isClustered: true }, status: "pass", decider: `${MODE}=None` },
    {
      name: "static MAC",
      vm: { adapters: [sampleVmAdapter({ dynamicMacAddress: false })] },
      status: "pass",
      decider: `${MODE}=None`,
    },
  ])("$name: $status", (row) => checkConversion("G14", row));

  test("cluster and static MACs are notes", () => {
    const vm = generation1({ isClustered: true, adapters: [sampleVmAdapter({ dynamicMacAddress: false })] });
    const { evidence } = checkIn(world({ vm }), "G14");
    expect(evidence).toContainEqual({ name: "isClustered", value: true });
    expect(evidence).toContainEqual({ name: "adapters.staticMac", value: 1 });
  });
});

describe("G15, the host", () => {
  test.each<ConversionCheckCase>([
    { name: "2012 R2, the first", host: onBuild(9600), status: "pass", decider: "host.os.build=9600" },
    { name: "2012", host: onBuild(9200), status: "block", decider: "host.os.build=9200" },
    { name: "unread", host: onBuild(null), status: "unknown", decider: "host.os.build=null" },
  ])("$name: $status", (row) => checkConversion("G15", row));
});

describe("G16, what it would bring", () => {
  const gains = (vm = {}, build = 20348) => {
    const { evidence } = checkIn(world({ vm: generation1(vm), host: onBuild(build) }), "G16");
    return evidence.find(({ name }) => name === "gains")?.value;
  };
  const ALWAYS = "pxe-boot, scsi-boot, boot-volume-size, boot-disk-resize, software-peripherals";

  test("hangs on host and guest", () => {
    expect(gains()).toBe(
      `uefi-secure-boot, ${ALWAYS}, hot-add-network, vtpm, vbs, large-memory, many-processors, many-network-adapters`,
    );
    expect(gains({}, 9600)).toBe(`uefi-secure-boot, ${ALWAYS}`);
    expect(gains({ guest: linux("Ubuntu", "22.04") }, 9600)).toBe(ALWAYS);
    expect(gains({ guest: linux("Ubuntu", "22.04") }, 14393)).toBe(
      `uefi-secure-boot, ${ALWAYS}, hot-add-network, vtpm, large-memory, many-processors`,
    );
    expect(gains({ guest: null }, 9600)).toBe(ALWAYS);
  });

  test.each([
    { name: "63 processors", vm: { processorCount: 63 }, reached: "none" },
    { name: "64 processors", vm: { processorCount: 64 }, reached: "many-processors" },
    {
      name: "a boot disk just below 2040 GB",
      vm: { disks: [ideDisk({ sizeBytes: 2040 * 2 ** 30 - 1 })] },
      reached: "none",
    },
    {
      name: "a boot disk of 2040 GB",
      vm: { disks: [ideDisk({ sizeBytes: 2040 * 2 ** 30 })] },
      reached: "boot-volume-size",
    },
    {
      name: "memory of 1 TB",
      vm: { dynamicMemoryEnabled: false, memoryStartupBytes: TB },
      reached: "large-memory",
    },
    {
      name: "7 adapters",
      vm: { adapters: Array.from({ length: 7 }, () => sampleVmAdapter()) },
      reached: "none",
    },
    {
      name: "8 adapters",
      vm: { adapters: Array.from({ length: 8 }, () => sampleVmAdapter()) },
      reached: "many-network-adapters",
    },
  ])("$name: $reached", ({ vm, reached }) => {
    const { status, evidence } = checkIn(world({ vm: generation1(vm) }), "G16");
    expect(status).toBe("pass");
    expect(evidence.find(({ name }) => name === "limitsReached")?.value).toBe(reached);
  });
});
