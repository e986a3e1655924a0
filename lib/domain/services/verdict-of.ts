import type { Evidence, Remedy, ServiceVerdict } from "../judgement.ts";
import type { RuleId, ServiceKey, ServiceStatus, Severity } from "../words.ts";
import { SERVICE_IMPACTS } from "./service-catalogue.ts";

/** A verdict on a service, and the answer of its own rule. A finding takes its text from the verdict. */
export interface Assessment {
  verdict: ServiceVerdict;
  answer: "finding" | "ok" | "unknown" | "not-applicable";
}

const NO_REMEDIES: Remedy[] = [];

export function assessment(
  answer: Assessment["answer"],
  verdict: {
    key: ServiceKey;
    status: ServiceStatus;
    summary: string;
    evidence: Evidence[];
    severity?: Severity | null;
    follows?: RuleId | null;
    remedies?: Remedy[];
  },
): Assessment {
  const { key, status, summary, evidence, severity = null, follows = null, remedies = NO_REMEDIES } = verdict;
  return {
    answer,
    verdict: { key, status, severity, follows, impact: SERVICE_IMPACTS[key], summary, evidence, remedies },
  };
}
