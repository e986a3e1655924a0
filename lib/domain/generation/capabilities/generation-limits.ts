import type { Evidence, Remedy } from "../../judgement.ts";
import { upgradeConfiguration } from "../../remedies/configuration-version.ts";
import { addMemory, addNetworkAdapter, addProcessors } from "../../remedies/generation-2.ts";
import type { CapabilityKey } from "../../words.ts";
import { type Capability, defineCapability } from "../capability.ts";
import { toldGeneration, toldHostBuild, toldNeeds, toldVersion } from "../evidence.ts";
import type { GenerationScene } from "../generation-scene.ts";
import { shortcomingOf } from "../requirement.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";
import { platformGrounds } from "./platform-grounds.ts";
import { ADAPTER_LIMIT, limitOf, MEMORY_LIMIT, PROCESSOR_LIMIT, type VmLimit } from "./vm-limits.ts";

export const manyProcessors = beyondGeneration1({
  key: "many-processors",
  limit: PROCESSOR_LIMIT,
  measure: ({ vm }) => vm.processorCount,
  measured: "processorCount",
  remedy: ({ vm }) => addProcessors(vm.id),
});

export const largeMemory = beyondGeneration1({
  key: "large-memory",
  limit: MEMORY_LIMIT,
  measure: mostMemoryBytes,
  measured: "memoryBytes",
  also: ({ vm }) => ({ name: "dynamicMemoryEnabled", value: vm.dynamicMemoryEnabled }),
  remedy: ({ vm }) => addMemory(vm.id, vm.dynamicMemoryEnabled === true),
});

export const manyNetworkAdapters = beyondGeneration1({
  key: "many-network-adapters",
  limit: ADAPTER_LIMIT,
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
  limit: VmLimit;
  measure: (scene: GenerationScene) => number | null;
  /** The name of the measure in the evidence. */
  measured: string;
  also?: (scene: GenerationScene) => Evidence;
  remedy: (scene: GenerationScene) => Remedy;
}): Capability {
  const { key, limit, measure, measured, also, remedy } = limited;
  const { ofGeneration1, configurationVersion, onHosts } = limit;
  const [{ build: hostBuild, host }] = onHosts;
  const needs = { configurationVersion, hostBuild };
  const inWords = limit.inWords(ofGeneration1);
  return defineCapability({
    key,
    grounds: {
      ...generationGrounds(`Generation 1 is limited to ${inWords}.`),
      ...platformGrounds(`More than ${inWords}`, configurationVersion, host),
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
      if (value !== null && value > ofGeneration1) return "beyond";
      const missing = shortcomingOf(scene, needs);
      if (missing === "host-too-old" || missing === "version-too-old") return missing;
      return value === null ? "unread" : (missing ?? "within");
    },
    sentence: (scene, ground) =>
      ground === "beyond" || ground === "within"
        ? compare(measure(scene), limitOf(scene, limit), limit)
        : null,
    evidence: (scene) => [
      toldGeneration(scene),
      { name: measured, value: measure(scene) },
      ...(also ? [also(scene)] : []),
      { name: "limitOfThisVm", value: limitOf(scene, limit) },
      { name: "limitOfGeneration1", value: ofGeneration1 },
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

/** What the VM has, next to the most that it can have; `null` if one of them is unknown. */
function compare(
  value: number | null,
  most: number | null,
  { ofGeneration1, inWords }: VmLimit,
): string | null {
  if (value === null || most === null) return null;
  const allowed = "its host and configuration version allow";
  const first = `generation 1 is limited to ${inWords(ofGeneration1)}`;
  if (value > most) return `The VM has ${inWords(value)}: more than the ${inWords(most)} that ${allowed}.`;
  if (value === most) return `The VM has ${inWords(value)}, the most that ${allowed}; ${first}.`;
  return `The VM has ${inWords(value)}; ${allowed} up to ${inWords(most)}, and ${first}.`;
}
