import { openChecks } from "@/lib/domain/generation/conversion.ts";
import { gainsOfGeneration2 } from "@/lib/domain/generation/conversion/gains.ts";
import { judgeVm } from "@/lib/domain/judge-vm.ts";
import type { VmJudgement, VmJudgementInput } from "@/lib/domain/judgement.ts";
import type { NetworkScene } from "@/lib/domain/network/path.ts";
import { judgeVmNetwork, type VmNetworkJudgement } from "@/lib/domain/network/vm/judge-vm-network.ts";
import { vmScene } from "@/lib/domain/vm/vm-scene.ts";

/** Everything stored from a report about one VM. */
export interface JudgedVm {
  judgement: VmJudgement;
  network: VmNetworkJudgement;
  conversion: { gains: readonly string[]; checks: readonly string[] };
}

/** The rules about a VM, its network, and the benefits of generation 2. */
export function judgeWholeVm(input: VmJudgementInput, network: NetworkScene): JudgedVm {
  const judgement = judgeVm(input);
  const scene = vmScene(input, judgement.memory);
  const found = judgeVmNetwork(scene, network);
  return {
    judgement: { ...judgement, outcomes: [...judgement.outcomes, ...found.outcomes] },
    network: found,
    conversion: { gains: gainsOfGeneration2(scene), checks: openChecks(scene) },
  };
}
