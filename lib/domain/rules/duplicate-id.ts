import { listEverywhere } from "../remedies/placement.ts";
import { placementEvidence } from "./placement-evidence.ts";
import { finding, NOT_APPLICABLE, OK, type VmRule } from "./vm-rule.ts";

/** The same VM exists twice outside one cluster and neither runs: which one should be started cannot be determined. */
export const duplicateId: VmRule = {
  id: "vm.duplicate-id",
  evaluate(reading) {
    const { role, placement, vm } = reading;
    // Two running copies belong to the other rule, which is more specific.
    if (role === "test-replica" || placement.conflict === "running-twice") return NOT_APPLICABLE;
    if (placement.conflict === null) return OK;
    return finding(
      "warning",
      "The same VM exists in two places that do not share a cluster, and runs in neither.",
      placementEvidence(reading),
      listEverywhere(vm.id),
    );
  },
};
