import { bootFromNetwork } from "../../remedies/generation-2.ts";
import { defineCapability } from "../capability.ts";
import { toldGeneration } from "../evidence.ts";
import type { GenerationScene } from "../generation-scene.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";

/** On the synthetic adapter. No report shows what a VM last booted from, so it is never in use. */
export const pxeBoot = defineCapability({
  key: "pxe-boot",
  grounds: {
    ...generationGrounds(
      "Generation 1 can boot from the network only with the slow legacy adapter, not with the standard adapter.",
    ),
    able: {
      status: "available",
      summary: "The VM can boot from the network with its standard adapter.",
      decidedBy: "generation",
    },
  },
  decide: (scene) => generationShortcoming(scene) ?? "able",
  evidence: (scene) => [toldGeneration(scene), { name: "adapters.legacy", value: legacyAdapterCount(scene) }],
  remedies: ({ vm }, ground) => (ground === "able" ? [bootFromNetwork(vm.id)] : []),
});

function legacyAdapterCount({ vm: { adapters } }: GenerationScene): number | null {
  if (adapters === null || adapters.some(({ isLegacy }) => isLegacy === null)) return null;
  return adapters.filter(({ isLegacy }) => isLegacy).length;
}
