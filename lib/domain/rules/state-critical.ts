import { finding, OK, UNKNOWN, type VmRule } from "./vm-rule.ts";
import { listDisks } from "../remedies/lost-storage.ts";

/** Hyper-V's own state for a VM whose storage is lost or full: a fault, whatever its services report. */
export const stateCritical: VmRule = {
  id: "vm.state-critical",
  evaluate({ state, vm }) {
    if (state.isCritical)
      return finding(
        "critical",
        "The VM's storage is unavailable or full, or reports critical errors.",
        [
          { name: "state", value: vm.state, decides: true },
          { name: "stateCode", value: vm.stateCode },
        ],
        [listDisks(vm.id)],
      );
    return state.kind === "unknown" ? UNKNOWN : OK;
  },
};
