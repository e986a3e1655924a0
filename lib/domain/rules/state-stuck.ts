import type { Evidence } from "../judgement.ts";
import { openConsole } from "../remedies/silent-guest.ts";
import { finding, NOT_APPLICABLE, OK, UNKNOWN, type VmRule } from "./vm-rule.ts";

export const STUCK_LIMIT_MINUTES = 30;

/**
 * A VM that stays in a transitional state or an operation for longer than it should take. Paused is not transitional:
 * it is intended.
 */
export const stateStuck: VmRule = {
  id: "vm.state-stuck",
  evaluate({ role, state, work, vm, observedAt }) {
    if (role === "test-replica") return NOT_APPLICABLE;
    if (work.overdue) {
      const { status, doing, since, limitHours } = work.overdue;
      const evidence: Evidence[] = [
        { name: "operationalStatus", value: status, decides: true },
        { name: "since", value: since },
        { name: "limitHours", value: limitHours },
      ];
      return finding("warning", `The VM is still ${doing} after more than ${limitHours} hours.`, evidence);
    }
    if (state.kind === "unknown" || state.isCritical) return UNKNOWN;
    if (state.kind === "changing" && minutesBetween(state.since, observedAt) > STUCK_LIMIT_MINUTES)
      return finding(
        "warning",
        `The VM has been in state ${state.word} for more than ${STUCK_LIMIT_MINUTES} minutes.`,
        [
          { name: "state", value: vm.state, decides: true },
          { name: "since", value: state.since },
          { name: "limitMinutes", value: STUCK_LIMIT_MINUTES },
        ],
        [openConsole(vm.id)],
      );
    return work.isUnread ? UNKNOWN : OK;
  },
};

function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}
