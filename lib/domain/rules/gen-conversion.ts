import { conversionVerdict, decidingChecks } from "../generation/conversion.ts";
import { toldGeneration } from "../generation/evidence.ts";
import { markDecider } from "../generation/ground.ts";
import type { Remedy } from "../judgement.ts";
import { hasMbr2gpt } from "../guest/windows-edition.ts";
import {
  convertPartitionsOffline,
  mergeCheckpoints,
  showGuestSystem,
  validatePartitions,
} from "../remedies/conversion.ts";
import type { VmScene } from "../vm/vm-scene.ts";
import type { ConversionVerdict } from "../words.ts";
import { finding, NOT_APPLICABLE, UNKNOWN, type VmRule } from "./vm-rule.ts";

const SUMMARIES: Record<Exclude<ConversionVerdict, "not-applicable">, string> = {
  ready: "The VM is generation 1, and nothing visible to the host prevents a move to generation 2.",
  caution: "The VM is generation 1 and can move to generation 2 after some preparation.",
  blocked: "The VM is generation 1, and a move to generation 2 is blocked.",
  unknown: "The VM is generation 1. Whether it can move to generation 2 is not known yet.",
};

/**
 * Generation 1 is supported and not a fault: this shows what would be gained and what blocks it, and is never more than
 * info.
 */
export const genConversion: VmRule = {
  id: "gen.conversion",
  evaluate: (scene) => {
    const { role, vm } = scene;
    if (role === "test-replica" || vm.generation === 2) return NOT_APPLICABLE;
    if (vm.generation === null) return UNKNOWN;
    const verdict = conversionVerdict(scene);
    if (verdict === "not-applicable") return NOT_APPLICABLE;
    const deciding =
      verdict === "ready" ? [] : [{ name: "checks", value: decidingChecks(scene, verdict).join(", ") }];
    return finding(
      "info",
      SUMMARIES[verdict],
      markDecider([toldGeneration(scene), { name: "conversion", value: verdict }, ...deciding], "generation"),
      firstSteps(scene, verdict),
    );
  },
};

/** The whole plan is on the VM's page; a finding shows the first steps. */
function firstSteps({ vm, guest }: VmScene, verdict: ConversionVerdict): Remedy[] {
  if (verdict === "blocked") return [];
  const { system } = guest;
  if (system.family === "unknown") return [showGuestSystem(vm.id)];
  if ((vm.checkpoints?.count ?? 0) > 0) return [mergeCheckpoints(vm.id)];
  if (system.family !== "windows") return [];
  return [hasMbr2gpt(system) ? validatePartitions() : convertPartitionsOffline()];
}
