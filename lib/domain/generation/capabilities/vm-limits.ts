import type { GenerationScene } from "../generation-scene.ts";
import { isAtLeast, SERVER_2016, SERVER_2019, SERVER_2022, SERVER_2025 } from "../requirement.ts";

const TB = 2 ** 40;

/** How much of one thing a VM can have. */
export interface VmLimit {
  /** Of a generation 1 VM on any host, and of a generation 2 VM on a host or with a version before those below. */
  ofGeneration1: number;
  /** Below this configuration version generation 2 is limited as generation 1 is. */
  configurationVersion: string;
  /** What generation 2 can have from which build on, oldest first. */
  onHosts: readonly [HostLimit, ...HostLimit[]];
  /** A quantity as a sentence states it: "240 processors". */
  inWords: (quantity: number) => string;
}

interface HostLimit {
  build: number;
  host: string;
  most: number;
}

export const PROCESSOR_LIMIT: VmLimit = {
  ofGeneration1: 64,
  configurationVersion: "8.0",
  onHosts: [
    { build: SERVER_2016, host: "Server 2016", most: 240 },
    { build: SERVER_2022, host: "Server 2022", most: 1024 },
    { build: SERVER_2025, host: "Server 2025", most: 2048 },
  ],
  inWords: (quantity) => counted(quantity, "processor"),
};

export const MEMORY_LIMIT: VmLimit = {
  ofGeneration1: TB,
  configurationVersion: "8.0",
  onHosts: [
    { build: SERVER_2016, host: "Server 2016", most: 12 * TB },
    { build: SERVER_2022, host: "Server 2022", most: 240 * TB },
  ],
  inWords: (bytes) => `${sizeInWords(bytes)} of memory`,
};

/** Apart from the four legacy adapters of generation 1. */
export const ADAPTER_LIMIT: VmLimit = {
  ofGeneration1: 8,
  configurationVersion: "8.3",
  onHosts: [{ build: SERVER_2019, host: "Server 2019", most: 64 }],
  inWords: (quantity) => counted(quantity, "network adapter"),
};

/** The most that this VM can have, by its generation, configuration version and host; `null` if one that matters was not read. */
export function limitOf({ vm, hostBuild }: GenerationScene, limit: VmLimit): number | null {
  const { ofGeneration1, configurationVersion, onHosts } = limit;
  if (vm.generation !== 2) return vm.generation === null ? null : ofGeneration1;
  if (hostBuild !== null && hostBuild < onHosts[0].build) return ofGeneration1;
  const isVersionHeld = isAtLeast(vm.configurationVersion, configurationVersion);
  if (isVersionHeld === false) return ofGeneration1;
  if (isVersionHeld === null || hostBuild === null) return null;
  return onHosts.findLast(({ build }) => build <= hostBuild)?.most ?? ofGeneration1;
}

function counted(quantity: number, noun: string): string {
  return `${quantity.toLocaleString("en")} ${noun}${quantity === 1 ? "" : "s"}`;
}

/** In the largest unit in which it is a whole number, so that a little more than a limit never reads as the limit. */
function sizeInWords(bytes: number): string {
  for (const [unit, name] of SIZES)
    if (bytes % unit === 0) return `${(bytes / unit).toLocaleString("en")} ${name}`;
  return `${bytes.toLocaleString("en")} bytes`;
}

const SIZES = [
  [TB, "TB"],
  [2 ** 30, "GB"],
  [2 ** 20, "MB"],
] as const;
