import type { HostFacts, IsoTime, VmFacts } from "../facts.ts";
import { type KnownGuest, knownGuest } from "../guest/known-guest.ts";
import type { PlacementFacts, Policy, VmJudgementInput, VmMemory } from "../judgement.ts";
import { vmRoleOf } from "../vm-role.ts";
import type { VmRole } from "../words.ts";
import { isCriticalState, type StateKind, stateKindOf } from "./state-kind.ts";
import { type StateWord, toStateWord } from "./state-word.ts";
import { type Work, workOf } from "./work-in-progress.ts";

/** What every rule may read about a VM, computed once per report. */
export interface VmScene {
  vm: VmFacts;
  host: HostFacts;
  hostBuild: number | null;
  policy: Policy;
  placement: PlacementFacts;
  newestCommonVmVersion: string | null;
  observedAt: IsoTime;
  role: VmRole;
  state: { word: StateWord; kind: StateKind; isCritical: boolean; since: IsoTime };
  /** A running VM that started so recently that parts of it may still be silent. */
  isInGrace: boolean;
  work: Work;
  guest: KnownGuest;
}

/** `memory` is the one after this report: it contains since when the present state lasts. */
export function vmScene(input: VmJudgementInput, memory: VmMemory): VmScene {
  const { vm, host, policy, observedAt } = input;
  const word = toStateWord(vm.state);
  const kind = stateKindOf(word);
  return {
    vm,
    host,
    hostBuild: host.os?.build ?? null,
    policy,
    placement: input.placement,
    newestCommonVmVersion: input.newestCommonVmVersion,
    observedAt,
    role: vmRoleOf(vm.replicationMode, input.knownRole ?? null),
    state: { word, kind, isCritical: isCriticalState(vm.state), since: memory.stateSince ?? observedAt },
    isInGrace: kind === "running" && vm.uptimeSeconds !== null && vm.uptimeSeconds < policy.graceSeconds,
    work: workOf(vm.operationalStatus, memory.operationalStatusSince, observedAt),
    guest: knownGuest(vm.guest, memory),
  };
}
