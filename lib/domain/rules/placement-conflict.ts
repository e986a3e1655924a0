import { finding, NOT_APPLICABLE, OK, type VmRule } from "./vm-rule.ts";
import { placementEvidence } from "./placement-evidence.ts";
import { listEverywhere } from "../remedies/placement.ts";

/** The same VM runs twice outside one cluster: two machines with one identity, and often one address. */
export const placementConflict: VmRule = {
  id: "vm.placement-conflict",
  evaluate(reading) {
    const { role, placement, vm } = reading;
    if (role === "test-replica") return NOT_APPLICABLE;
    if (placement.conflict !== "running-twice") return OK;
    return finding(
      "warning",
      "The same VM runs in two places that do not share a cluster.",
      placementEvidence(reading),
      listEverywhere(vm.id),
    );
  },
};
