import { serviceRule } from "./service-rule.ts";
import { NOT_APPLICABLE, type VmRule } from "./vm-rule.ts";

const { id, evaluate } = serviceRule("powershell-direct");

/** Nobody has it by right: a prerequisite that is missing is a finding only where the policy requires the service. */
export const isPowershellDirect: VmRule = {
  id,
  evaluate: (reading) =>
    reading.policy.services["powershell-direct"].wish === "required" ? evaluate(reading) : NOT_APPLICABLE,
};
