import { serviceRule } from "./service-rule.ts";
import { NOT_APPLICABLE, type VmRule } from "./vm-rule.ts";

const { id, evaluate } = serviceRule("powershell-direct");

/** Not every VM needs it: a missing prerequisite is a finding only if the policy requires the service. */
export const isPowershellDirect: VmRule = {
  id,
  evaluate: (reading) =>
    reading.policy.services["powershell-direct"].wish === "required" ? evaluate(reading) : NOT_APPLICABLE,
};
