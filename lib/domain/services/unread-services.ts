import type { ServiceVerdict } from "../judgement.ts";
import { SERVICE_KEYS, type ServiceStatus } from "../words.ts";

/** All seven with one word and one sentence: for a VM that was not read, or that does not run. */
export function sameForAll(status: ServiceStatus, summary: string): ServiceVerdict[] {
  return SERVICE_KEYS.map((key) => ({
    key,
    status,
    severity: null,
    follows: null,
    impact: "Varies",
    summary,
    evidence: [],
    remedies: [],
  }));
}

/** The newest report of the host could not read this VM: what it said before is no evidence any more. */
export function unreadServices(): ServiceVerdict[] {
  return sameForAll("unknown", "The host's newest report could not read this VM.");
}
