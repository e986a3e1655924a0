import { describe, expect, test } from "vitest";
import type { VmFacts } from "../../facts.ts";
import { capabilityIn, onBuild, world } from "../../testing/generation-cases.ts";
import type { CapabilityKey } from "../../words.ts";

const TB = 2 ** 40;

interface LimitCase {
  name: string;
  vm: Partial<VmFacts>;
  build: number | null;
  limit: number | null;
}

describe("the limit of a VM, in its evidence", () => {
  const version = (configurationVersion: string | null, generation: 1 | 2 | null = 2) => ({
    generation,
    configurationVersion,
  });
  const limitIn = (key: CapabilityKey, { vm, build }: LimitCase) =>
    capabilityIn(world({ vm, host: onBuild(build) }), key).evidence.find(
      ({ name }) => name === "limitOfThisVm",
    );

  test.each<LimitCase>([
    { name: "before Server 2016", vm: version("8.0"), build: 14392, limit: 64 },
    { name: "Server 2016", vm: version("8.0"), build: 14393, limit: 240 },
    { name: "Server 2019", vm: version("9.0"), build: 17763, limit: 240 },
    { name: "before Server 2022", vm: version("9.0"), build: 20347, limit: 240 },
    { name: "Server 2022", vm: version("10.0"), build: 20348, limit: 1024 },
    { name: "before Server 2025", vm: version("10.0"), build: 26099, limit: 1024 },
    { name: "Server 2025", vm: version("12.0"), build: 26100, limit: 2048 },
    { name: "Server 2025, version 7.1", vm: version("7.1"), build: 26100, limit: 64 },
    { name: "Server 2025, version 8.0", vm: version("8.0"), build: 26100, limit: 2048 },
    { name: "Server 2025, version unread", vm: version(null), build: 26100, limit: null },
    { name: "host unread", vm: version("12.0"), build: null, limit: null },
    { name: "host unread, version 7.1", vm: version("7.1"), build: null, limit: 64 },
    { name: "before Server 2016, version unread", vm: version(null), build: 14392, limit: 64 },
    { name: "generation 1 on Server 2025", vm: version("12.0", 1), build: 26100, limit: 64 },
    { name: "generation unread", vm: version("12.0", null), build: 26100, limit: null },
  ])("processors, $name: $limit", (row) => {
    expect(limitIn("many-processors", row)?.value).toBe(row.limit);
  });

  test.each<LimitCase>([
    { name: "before Server 2016", vm: version("8.0"), build: 14392, limit: TB },
    { name: "Server 2016", vm: version("8.0"), build: 14393, limit: 12 * TB },
    { name: "version 7.1", vm: version("7.1"), build: 14393, limit: TB },
    { name: "before Server 2022", vm: version("9.0"), build: 20347, limit: 12 * TB },
    { name: "Server 2022", vm: version("10.0"), build: 20348, limit: 240 * TB },
    { name: "Server 2025", vm: version("12.0"), build: 26100, limit: 240 * TB },
    { name: "host unread", vm: version("12.0"), build: null, limit: null },
    { name: "generation 1 on Server 2025", vm: version("12.0", 1), build: 26100, limit: TB },
  ])("memory, $name: $limit", (row) => {
    expect(limitIn("large-memory", row)?.value).toBe(row.limit);
  });

  test.each<LimitCase>([
    { name: "Server 2016", vm: version("8.0"), build: 14393, limit: 8 },
    { name: "before Server 2019", vm: version("8.3"), build: 17762, limit: 8 },
    { name: "Server 2019", vm: version("8.3"), build: 17763, limit: 64 },
    { name: "Server 2019, version 8.2", vm: version("8.2"), build: 17763, limit: 8 },
    { name: "Server 2019, version unread", vm: version(null), build: 17763, limit: null },
    { name: "host unread", vm: version("9.0"), build: null, limit: null },
    { name: "generation 1 on Server 2025", vm: version("12.0", 1), build: 26100, limit: 8 },
  ])("adapters, $name: $limit", (row) => {
    expect(limitIn("many-network-adapters", row)?.value).toBe(row.limit);
  });
});

describe("the sentence compares what the VM has with the most that it can have", () => {
  const says = (key: CapabilityKey, vm: Partial<VmFacts>, build: number | null) =>
    capabilityIn(world({ vm, host: onBuild(build) }), key).summary;
  const ALLOWED = "its host and configuration version allow";

  test.each([
    [
      1,
      `The VM has 1 processor; ${ALLOWED} up to 240 processors, and generation 1 is limited to 64 processors.`,
    ],
    [
      239,
      `The VM has 239 processors; ${ALLOWED} up to 240 processors, and generation 1 is limited to 64 processors.`,
    ],
    [240, `The VM has 240 processors, the most that ${ALLOWED}; generation 1 is limited to 64 processors.`],
    [241, `The VM has 241 processors: more than the 240 processors that ${ALLOWED}.`],
  ])("%i processors on Server 2019", (processorCount, sentence) => {
    expect(says("many-processors", { processorCount, configurationVersion: "9.0" }, 17763)).toBe(sentence);
  });

  test.each([
    [
      1024,
      `The VM has 1,024 processors, the most that ${ALLOWED}; generation 1 is limited to 64 processors.`,
    ],
    [1025, `The VM has 1,025 processors: more than the 1,024 processors that ${ALLOWED}.`],
  ])("%i processors on Server 2022", (processorCount, sentence) => {
    expect(says("many-processors", { processorCount, configurationVersion: "10.0" }, 20348)).toBe(sentence);
  });

  test.each([
    [
      TB,
      17763,
      `The VM has 1 TB of memory; ${ALLOWED} up to 12 TB of memory, and generation 1 is limited to 1 TB of memory.`,
    ],
    [
      12 * TB,
      17763,
      `The VM has 12 TB of memory, the most that ${ALLOWED}; generation 1 is limited to 1 TB of memory.`,
    ],
    [
      12 * TB + 2 ** 21,
      17763,
      `The VM has 12,582,914 MB of memory: more than the 12 TB of memory that ${ALLOWED}.`,
    ],
    [
      240 * TB,
      20348,
      `The VM has 240 TB of memory, the most that ${ALLOWED}; generation 1 is limited to 1 TB of memory.`,
    ],
  ])("%i bytes on build %i", (memoryStartupBytes, build, sentence) => {
    const vm = { dynamicMemoryEnabled: false, memoryStartupBytes, configurationVersion: "9.0" };
    expect(says("large-memory", vm, build)).toBe(sentence);
  });

  test("without the host's build it does not claim a limit", () => {
    expect(says("many-processors", { processorCount: 65 }, null)).toBe(
      "The VM exceeds the generation 1 limit of 64 processors.",
    );
  });
});
