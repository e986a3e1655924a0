import type { CapabilityStatus } from "../../words.ts";
import type { GenerationScene } from "../generation-scene.ts";
import type { Ground } from "../ground.ts";

type GenerationGround = "generation-1" | "generation-unread";

/** The two reasons shared by everything that requires generation 2. */
export function generationGrounds(
  summaryOfGeneration1: string,
): Record<GenerationGround, Ground<CapabilityStatus>> {
  return {
    "generation-1": { status: "unavailable", summary: summaryOfGeneration1, decidedBy: "generation" },
    "generation-unread": {
      status: "unknown",
      summary: "Unknown: the VM's generation could not be read.",
      decidedBy: "generation",
    },
  };
}

export function generationShortcoming({ vm }: GenerationScene): GenerationGround | null {
  if (vm.generation === null) return "generation-unread";
  return vm.generation === 1 ? "generation-1" : null;
}
