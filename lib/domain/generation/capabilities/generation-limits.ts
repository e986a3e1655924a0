import type { Evidence, Remedy } from "../../judgement.ts";
import { upgradeConfiguration } from "../../remedies/configuration-version.ts";
import { addMemory, addNetworkAdapter, addProcessors } from "../../remedies/generation-2.ts";
import type { CapabilityKey } from "../../words.ts";
import { type Capability, defineCapability } from "../capability.ts";
import { toldGeneration, toldHostBuild, toldNeeds, toldVersion } from "../evidence.ts";
import type { GenerationScene } from "../generation-scene.ts";
import { type Requirement, SERVER_2016, SERVER_2019, shortcomingOf } from "../requirement.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";
import { platformGrounds } from "./platform-grounds.ts";

/** Maximums of a generation 1 VM, apart from its four legacy adapters. */
export const GENERATION_1_LIMITS = { processors: 64, memoryBytes: 2 ** 40, adapters: 8 } as const;

export const manyProcessors = beyondGeneration1({
  key: "many-processors",
  limit: GENERATION_1_LIMITS.processors,
  inWords: "64 processors",
  needs: { configurationVersion: "8.0", hostBuild: SERVER_2016, host: "Server 2016" },
  measure: ({ vm }) => vm.processorCount,
  measured: "processorCount",
  remedy: ({ vm }) => addProcessors(vm.id),
});

export const largeMemory = beyondGeneration1({
  key: "large-memory",
  limit: GENERATION_1_LIMITS.memoryBytes,
  inWords: "1 TB of memory",
  needs: { configurationVersion: "8.0", hostBuild: SERVER_2016, host: "Server 2016" },
  measure: mostMemoryBytes,
  measured: "memoryBytes",
  also: ({ vm }) => ({ name: "dynamicMemoryEnabled", value: vm.dynamicMemoryEnabled }),
  remedy: ({ vm }) => addMemory(vm.id, vm.dynamicMemoryEnabled === true),
});

export const manyNetworkAdapters = beyondGeneration1({
  key: "many-network-adapters",
  limit: GENERATION_1_LIMITS.adapters,
  inWords: "8 network adapters",
  needs: { configurationVersion: "8.3", hostBuild: SERVER_2019, host: "Server 2019" },
  measure: ({ vm }) => vm.adapters?.length ?? null,
  measured: "adapters",
  remedy: ({ vm }) => addNetworkAdapter(vm.id),
});

/** The VM's upper limit: the maximum if its memory is dynamic. */
export function mostMemoryBytes({ vm }: GenerationScene): number | null {
  if (vm.dynamicMemoryEnabled === null) return null;
  return vm.dynamicMemoryEnabled ? vm.memoryMaximumBytes : vm.memoryStartupBytes;
}

function beyondGeneration1(limited: {
  key: CapabilityKey;
  limit: number;
  inWords: string;
  needs: Requirement & { host: string };
  measure: (scene: GenerationScene) => number | null;
  /** The name of the measure in the evidence. */
  measured: string;
  also?: (scene: GenerationScene) => Evidence;
  remedy: (scene: GenerationScene) => Remedy;
}): Capability {
  const { key, limit, inWords, needs, measure, measured, also, remedy } = limited;
  return defineCapability({
    key,
    grounds: {
      ...generationGrounds(`Generation 1 is limited to ${inWords}.`),
      ...platformGrounds(`More than ${inWords}`, needs.configurationVersion, needs.host),
      beyond: {
        status: "in-use",
        summary: `The VM exceeds the generation 1 limit of ${inWords}.`,
        decidedBy: measured,
      },
      within: {
        status: "available",
        summary: `The VM can exceed the generation 1 limit of ${inWords}, but does not need to so far.`,
        decidedBy: measured,
      },
      unread: {
        status: "unknown",
        summary: `Unknown: whether the VM has more than ${inWords} could not be read.`,
        decidedBy: measured,
      },
    },
    decide: (scene) => {
      const shortcoming = generationShortcoming(scene);
      if (shortcoming) return shortcoming;
      const value = measure(scene);
      if (value !== null && value > limit) return "beyond";
      const missing = shortcomingOf(scene, needs);
      if (missing === "host-too-old" || missing === "version-too-old") return missing;
      return value === null ? "unread" : (missing ?? "within");
    },
    evidence: (scene) => [
      toldGeneration(scene),
      { name: measured, value: measure(scene) },
      ...(also ? [also(scene)] : []),
      { name: "limitOfGeneration1", value: limit },
      toldVersion(scene),
      toldHostBuild(scene),
      ...toldNeeds(needs),
    ],
    remedies: (scene, ground) => {
      if (ground === "version-too-old") return [upgradeConfiguration(scene.vm.id)];
      return ground === "within" ? [remedy(scene)] : [];
    },
  });
}
