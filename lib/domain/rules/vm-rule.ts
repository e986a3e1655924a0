import type { Evidence, Outcome, Remedy } from "../judgement.ts";
import type { VmReading } from "../services/assess-services.ts";
import type { RuleId, Severity } from "../words.ts";

/** A rule about a VM: one pure function of its reading. */
export interface VmRule {
  id: RuleId;
  evaluate: (reading: VmReading) => Outcome;
}

export const OK: Outcome = Object.freeze({ status: "ok" });
/** No evidence either way: an open finding freezes. */
export const UNKNOWN: Outcome = Object.freeze({ status: "unknown" });
/** The rule no longer applies to this VM: an open finding ends. */
export const NOT_APPLICABLE: Outcome = Object.freeze({ status: "not-applicable" });

export function finding(
  severity: Severity,
  summary: string,
  evidence: Evidence[],
  remedies: Remedy[] = [],
): Outcome {
  return { status: "finding", severity, summary, evidence, remedies };
}
