import { describe, test } from "vitest";
import { sampleVmAdapter } from "../../sample-facts.ts";
import { type CapabilityCase, checkCapability, onBuild } from "../../testing/generation-cases.ts";

const TB = 2 ** 40;
const GENERATION_1 = { generation: 1, firmware: null } as const;

describe("many-processors", () => {
  const of = (processorCount: number | null, configurationVersion = "8.0") => ({
    processorCount,
    configurationVersion,
  });
  test.each<CapabilityCase>([
    { name: "64", vm: of(64), status: "available", decider: "processorCount=64" },
    { name: "65", vm: of(65), status: "in-use", decider: "processorCount=65" },
    {
      name: "2048",
      vm: of(2048, "12.0"),
      host: onBuild(26100),
      status: "in-use",
      decider: "processorCount=2048",
    },
    { name: "unread", vm: of(null), status: "unknown", decider: "processorCount=null" },
    {
      name: "few, version 7.1",
      vm: of(4, "7.1"),
      status: "unavailable",
      decider: "configurationVersion=7.1",
    },
    {
      name: "few, the first host",
      vm: of(4),
      host: onBuild(14393),
      status: "available",
      decider: "processorCount=4",
    },
    {
      name: "few, host too old",
      vm: of(4),
      host: onBuild(14392),
      status: "unavailable",
      decider: "host.os.build=14392",
    },
    {
      name: "few, host unread",
      vm: of(4),
      host: onBuild(null),
      status: "unknown",
      decider: "host.os.build=null",
    },
    {
      name: "more, host unread",
      vm: of(65),
      host: onBuild(null),
      status: "in-use",
      decider: "processorCount=65",
    },
    {
      name: "few, version unread",
      vm: { configurationVersion: null },
      status: "unknown",
      decider: "configurationVersion=null",
    },
    {
      name: "generation 1 at 64",
      vm: { ...GENERATION_1, processorCount: 64 },
      status: "unavailable",
      decider: "generation=1",
    },
    { name: "generation unread", vm: { generation: null }, status: "unknown", decider: "generation=null" },
  ])("$name: $status", (row) => checkCapability("many-processors", row));
});

describe("large-memory", () => {
  const fixed = (memoryStartupBytes: number | null) => ({
    dynamicMemoryEnabled: false,
    memoryStartupBytes,
    memoryMaximumBytes: 12 * TB,
  });
  const dynamic = (memoryMaximumBytes: number | null) => ({
    dynamicMemoryEnabled: true,
    memoryStartupBytes: 2 ** 32,
    memoryMaximumBytes,
  });
  test.each<CapabilityCase>([
    { name: "fixed, exactly 1 TB", vm: fixed(TB), status: "available", decider: `memoryBytes=${TB}` },
    { name: "fixed, a byte more", vm: fixed(TB + 1), status: "in-use", decider: `memoryBytes=${TB + 1}` },
    { name: "fixed, unread", vm: fixed(null), status: "unknown", decider: "memoryBytes=null" },
    { name: "dynamic, up to 1 TB", vm: dynamic(TB), status: "available", decider: `memoryBytes=${TB}` },
    {
      name: "dynamic, up to a byte more",
      vm: dynamic(TB + 1),
      status: "in-use",
      decider: `memoryBytes=${TB + 1}`,
    },
    { name: "dynamic, unread", vm: dynamic(null), status: "unknown", decider: "memoryBytes=null" },
    {
      name: "whether it is dynamic is unread",
      vm: { ...fixed(2 * TB), dynamicMemoryEnabled: null },
      status: "unknown",
      decider: "memoryBytes=null",
    },
    {
      name: "version 8.0",
      vm: { ...fixed(TB), configurationVersion: "8.0" },
      status: "available",
      decider: `memoryBytes=${TB}`,
    },
    {
      name: "version 7.1",
      vm: { ...fixed(TB), configurationVersion: "7.1" },
      status: "unavailable",
      decider: "configurationVersion=7.1",
    },
    {
      name: "the first host",
      vm: fixed(TB),
      host: onBuild(14393),
      status: "available",
      decider: `memoryBytes=${TB}`,
    },
    {
      name: "host too old",
      vm: fixed(TB),
      host: onBuild(14392),
      status: "unavailable",
      decider: "host.os.build=14392",
    },
    {
      name: "generation 1",
      vm: { ...GENERATION_1, ...fixed(TB) },
      status: "unavailable",
      decider: "generation=1",
    },
    {
      name: "generation unread",
      vm: { ...fixed(TB + 1), generation: null },
      status: "unknown",
      decider: "generation=null",
    },
  ])("$name: $status", (row) => checkCapability("large-memory", row));
});

describe("many-network-adapters", () => {
  const of = (count: number, configurationVersion = "8.3") => ({
    configurationVersion,
    adapters: Array.from({ length: count }, (_, index) => sampleVmAdapter({ id: `adapter-${index}` })),
  });
  test.each<CapabilityCase>([
    { name: "8", vm: of(8), status: "available", decider: "adapters=8" },
    { name: "9", vm: of(9), status: "in-use", decider: "adapters=9" },
    { name: "none", vm: of(0), status: "available", decider: "adapters=0" },
    { name: "unread", vm: { adapters: null }, status: "unknown", decider: "adapters=null" },
    { name: "version 8.2", vm: of(8, "8.2"), status: "unavailable", decider: "configurationVersion=8.2" },
    {
      name: "Server 2019, the first host",
      vm: of(8),
      host: onBuild(17763),
      status: "available",
      decider: "adapters=8",
    },
    {
      name: "a host of before",
      vm: of(8),
      host: onBuild(17762),
      status: "unavailable",
      decider: "host.os.build=17762",
    },
    {
      name: "Server 2016",
      vm: of(8, "8.0"),
      host: onBuild(14393),
      status: "unavailable",
      decider: "host.os.build=14393",
    },
    { name: "host unread", vm: of(8), host: onBuild(null), status: "unknown", decider: "host.os.build=null" },
    {
      name: "generation 1",
      vm: { ...GENERATION_1, ...of(8) },
      status: "unavailable",
      decider: "generation=1",
    },
    {
      name: "generation unread",
      vm: { ...of(9), generation: null },
      status: "unknown",
      decider: "generation=null",
    },
  ])("$name: $status", (row) => checkCapability("many-network-adapters", row));
});
