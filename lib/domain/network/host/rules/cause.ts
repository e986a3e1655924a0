import type { Evidence, Outcome, Remedy } from "../../../judgement.ts";
import type { RuleId, Severity } from "../../../words.ts";
import { compareText } from "../../compare-text.ts";

/** A VM that a host's finding names. */
export interface TouchedVm {
  id: string;
  name: string;
}

/** One fault of a host. Several of one rule form one finding. */
export interface Cause {
  severity: Severity;
  /** One plain sentence. */
  summary: string;
  evidence: Evidence[];
  remedies: Remedy[];
  touchedVms: TouchedVm[];
}

export interface HostOutcome {
  rule: RuleId;
  outcome: Outcome;
  /** The VMs that the finding names and counts for; empty for every other outcome. */
  touchedVms: TouchedVm[];
}

/** Causes first; without any, `otherwise` is the outcome. */
export function hostOutcome(
  rule: RuleId,
  causes: readonly Cause[],
  otherwise: "ok" | "unknown" | "not-applicable",
): HostOutcome {
  if (causes.length === 0) return { rule, outcome: { status: otherwise }, touchedVms: [] };

  const ordered = causes.toSorted(
    (left, right) =>
      WEIGHT[left.severity] - WEIGHT[right.severity] || compareText(left.summary, right.summary),
  );
  const touchedVms = distinctVms(ordered.flatMap((cause) => cause.touchedVms));
  const evidence = ordered.flatMap((cause) => cause.evidence);
  if (touchedVms.length > 0)
    evidence.push(
      { name: "VMs touched", value: touchedVms.length },
      { name: "VMs", value: namesOf(touchedVms) },
    );
  return {
    rule,
    outcome: {
      status: "finding",
      severity: ordered[0]?.severity ?? "info",
      summary: ordered.map(({ summary }) => summary).join(" "),
      evidence,
      remedies: distinctRemedies(ordered.flatMap(({ remedies }) => remedies)),
    },
    touchedVms,
  };
}

/** More names than a list is useful for: the count shows how many there are, and a filter by the rule lists them all. */
const MAX_NAMES = 100;

function namesOf(vms: readonly TouchedVm[]): string {
  const names = vms.slice(0, MAX_NAMES).map(({ name }) => name);
  return names.length < vms.length ? `${names.join(", ")} and others` : names.join(", ");
}

const WEIGHT: Record<Severity, number> = { critical: 0, warning: 1, info: 2 };

/** By name and then by id, so that the order of a report changes nothing. */
export function distinctVms(vms: readonly TouchedVm[]): TouchedVm[] {
  const byId = new Map(vms.map(({ id, name }) => [id, { id, name }]));
  return [...byId.values()].toSorted(
    (left, right) => compareText(left.name, right.name) || compareText(left.id, right.id),
  );
}

function distinctRemedies(remedies: readonly Remedy[]): Remedy[] {
  const byCommand = new Map<string, Remedy>();
  for (const remedy of remedies) if (!byCommand.has(remedy.command)) byCommand.set(remedy.command, remedy);
  return [...byCommand.values()];
}

/** The first one decides. */
export function deciding(evidence: Evidence[]): Evidence[] {
  return evidence.map((each, index) => (index === 0 ? { ...each, decides: true } : each));
}

export function inWords(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
