import { describe, expect, test } from "vitest";
import type { HostFacts, VmFacts } from "../facts.ts";
import { sampleDisk, sampleVmAdapter } from "../sample-facts.ts";
import {
  generation1,
  ideDisk,
  secureBoot,
  security,
  thirtyTwoBits,
  withEnhancedSession,
} from "../testing/generation-cases.ts";
import { hostFacts, linux, remembering, vmFacts, windows } from "../testing/vm-cases.ts";
import { capabilityStatuses, describeCapabilities } from "./capabilities.ts";
import { conversionVerdict, describeConversion } from "./conversion.ts";
import { generationScene } from "./generation-scene.ts";

/** Null means "empty" on the wire here, and nowhere else. */
const NULL_IS_AN_ANSWER: ReadonlySet<string> = new Set(["floppyPath"]);
const GOOD: ReadonlySet<string> = new Set(["in-use", "available", "ready", "caution", "pass"]);
const DATA = sampleDisk({ path: "D:\\data.vhdx", controllerLocation: 1 });

const VMS: Record<string, Partial<VmFacts>> = {
  ordinary: {},
  "with much of everything": {
    processorCount: 96,
    dynamicMemoryEnabled: false,
    memoryStartupBytes: 2 ** 41,
    memoryMaximumBytes: 2 ** 30,
    disks: [DATA, sampleDisk({ sizeBytes: 2 ** 42 })],
    adapters: Array.from({ length: 9 }, (_, index) => sampleVmAdapter({ id: `adapter-${index}` })),
    ...security({ shielded: true }),
  },
  "FreeBSD without Secure Boot": { ...secureBoot("Off"), guest: linux("FreeBSD", "13.2") },
  "old Ubuntu without Secure Boot": { ...secureBoot("Off"), guest: linux("Ubuntu", "12.04") },
  "Ubuntu of an old version": {
    ...secureBoot("Off"),
    guest: linux("Ubuntu", "22.04"),
    configurationVersion: "5.0",
  },
  "opted out": security({ virtualizationBasedSecurityOptOut: true, tpmEnabled: false }),
  "a physical disk": {
    disks: [sampleDisk({ path: "Disk 1", diskNumber: 1, vhdFormat: null, vhdType: null, sizeBytes: null })],
  },
  "generation 1": generation1(),
  "generation 1 with every caution": generation1({
    guest: windows(14393),
    checkpoints: { count: 1, oldestAt: null },
    replicationMode: "Primary",
    comPortPaths: ["COM1"],
    dvdDrives: [{ mediaType: "PassThrough", path: "E:" }],
    adapters: [sampleVmAdapter(), sampleVmAdapter({ isLegacy: true })],
    disks: [DATA, ideDisk({ vhdFormat: "VHD", vhdType: "Differencing" })],
    ...security({ ksdEnabled: true }),
  }),
  "generation 1 with a key storage drive alone": generation1(security({ ksdEnabled: true })),
  "generation 1 on a physical disk": generation1({
    disks: [ideDisk({ path: "Disk 1", diskNumber: 1, vhdFormat: null, vhdType: null })],
    hasRemoteFx: true,
  }),
  "generation 1, 32-bit": generation1({ guest: thirtyTwoBits(windows(7601, "Windows 7")) }),
};
const HOSTS: Record<string, HostFacts> = {
  "2022": withEnhancedSession(true),
  "2016": hostFacts({ build: 14393 }),
  "2012": hostFacts({ build: 9200 }),
};

/** Every copy of a value in which one leaf, or one branch, is null. */
function* withoutOne<T>(value: T): Generator<T> {
  if (value === null || typeof value !== "object") return;
  for (const [key, part] of Object.entries(value)) {
    if (part === null || NULL_IS_AN_ANSWER.has(key)) continue;
    if (!Array.isArray(value)) yield { ...value, [key]: null };
    for (const smaller of withoutOne(part)) yield replaced(value, key, smaller);
  }
}

function replaced<T extends object>(value: T, key: string, part: unknown): T {
  const copy = structuredClone(value);
  Object.assign(copy, { [key]: part });
  return copy;
}

/** All the texts about a VM, by topic. */
function words(vm: VmFacts, host: HostFacts): Map<string, string> {
  const scene = generationScene(vm, host, remembering());
  const { verdict, checks } = describeConversion(scene);
  return new Map([
    ...describeCapabilities(scene).map(({ key, status }): [string, string] => [key, status]),
    ...checks.map(({ key, status }): [string, string] => [key, status]),
    ["conversion", verdict],
  ]);
}

describe.each(Object.entries(VMS))("%s", (_name, changed) => {
  test.each(Object.entries(HOSTS))("on a host of %s: without a fact no verdict is better", (_build, host) => {
    const vm = vmFacts(changed);
    const whole = words(vm, host);
    const cases = [
      ...[...withoutOne(vm)].map((less) => words(less, host)),
      ...[...withoutOne(host)].map((less) => words(vm, less)),
    ];
    expect(cases.length).toBeGreaterThan(100);
    for (const less of cases) {
      const better = [...less].filter(([key, word]) => GOOD.has(word) && whole.get(key) !== word);
      expect(better).toEqual([]);
    }
  });

  test("the order of lists does not matter", () => {
    const vm = vmFacts(changed);
    const turned = {
      ...vm,
      disks: vm.disks?.toReversed() ?? null,
      adapters: vm.adapters?.toReversed() ?? null,
    };
    expect([...words(turned, hostFacts())]).toEqual([...words(vm, hostFacts())]);
  });

  test("what is decided is what is described", () => {
    const scene = generationScene(vmFacts(changed), hostFacts(), remembering());
    const described = describeCapabilities(scene);
    expect(capabilityStatuses(scene)).toEqual(described.map(({ status }) => status));
    expect(conversionVerdict(scene)).toBe(describeConversion(scene).verdict);
    for (const { evidence, summary, remedies } of described) {
      expect(evidence.filter(({ decides }) => decides)).toHaveLength(1);
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(remedies.every(({ cost, note }) => cost !== "" && note !== "")).toBe(true);
    }
  });
});
