import type { Outcome } from "../judgement.ts";
import type { Assessment } from "../services/verdict-of.ts";
import type { ServiceKey } from "../words.ts";
import { finding, NOT_APPLICABLE, OK, UNKNOWN, type VmRule } from "./vm-rule.ts";

/**
 * The rule of one service. While the VM is not running, is starting or has an operation in progress, and while the
 * whole guest is silent, there is no evidence about one service, so its open finding freezes. It ends if the guest or
 * the host does not support the service, and if all six are disabled.
 */
export function serviceRule(key: ServiceKey): VmRule {
  return { id: `is.${key}`, evaluate: ({ services }) => outcomeOf(services[key]) };
}

function outcomeOf({ answer, verdict }: Assessment): Outcome {
  switch (answer) {
    case "ok":
      return OK;
    case "unknown":
      return UNKNOWN;
    case "not-applicable":
      return NOT_APPLICABLE;
    case "finding":
      return finding(verdict.severity ?? "info", verdict.summary, verdict.evidence, verdict.remedies);
  }
}
