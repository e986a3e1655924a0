import { capabilityStatuses } from "./generation/capabilities.ts";
import { conversionVerdict } from "./generation/conversion.ts";
import type { RuleOutcome, VmJudgement, VmJudgementInput, VmMemory } from "./judgement.ts";
import { VM_RULES } from "./rules/index.ts";
import { assessServices, verdictsOf, type VmReading } from "./services/assess-services.ts";
import { isNothingReported } from "./services/services-scene.ts";
import { rememberVm } from "./vm/remember-vm.ts";
import { vmScene } from "./vm/vm-scene.ts";

/**
 * Everything that one report shows about one VM. Planned VMs, the targets of a migration, are not VMs yet: leave them
 * out. The returned memory is the same object if nothing in it changed.
 */
export function judgeVm(input: VmJudgementInput): VmJudgement {
  const memory = rememberVm(input.memory, input);
  const reading = assessServices(vmScene(input, memory));
  const { state, role } = reading;
  const isTestReplica = role === "test-replica";
  return {
    services: verdictsOf(reading),
    outcomes: outcomesOf(reading),
    capabilities: capabilityStatuses(reading),
    conversion: conversionVerdict(reading),
    isInactive: !state.isCritical && (isTestReplica || state.kind === "resting" || state.kind === "changing"),
    isStateCritical: state.isCritical,
    isHeartbeatOpen: isHeartbeatOpen(reading),
    isUnread: !state.isCritical && !isTestReplica && state.kind === "unknown",
    isSteady: isSteady(reading, memory),
    memory,
  };
}

function isSteady({ state, isInGrace }: VmReading, memory: VmMemory): boolean {
  const isAtRest = state.kind === "resting" || (state.kind === "running" && !isInGrace);
  return isAtRest && Object.keys(memory.operationalStatusSince).length === 0;
}

function outcomesOf(reading: VmReading): RuleOutcome[] {
  return VM_RULES.map(({ id, evaluate }) => ({ rule: id, outcome: evaluate(reading) }));
}

function isHeartbeatOpen({ together, services }: VmReading): boolean {
  if (together === null || together.isAllOff) return false;
  const { status } = services.heartbeat.verdict;
  if (status === "unknown" || status === "not-applicable") return true;
  return together.excuse === null && isNothingReported(together);
}
