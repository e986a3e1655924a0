import type { Evidence } from "../judgement.ts";

/** Why a verdict is what it is: one of a few named reasons, so that deciding is cheap and text is created later. */
export interface Ground<Status> {
  status: Status;
  /** One plain sentence. */
  summary: string;
  /** The name of the evidence that decided. */
  decidedBy: string;
}

export function markDecider(evidence: readonly Evidence[], decidedBy: string): Evidence[] {
  return evidence.map(({ name, value }) =>
    name === decidedBy ? { name, value, decides: true } : { name, value },
  );
}
