import type { IsoTime } from "./facts.ts";
import type { Evidence, Outcome, Remedy, RuleOutcome } from "./judgement.ts";
import type { RuleId, Severity } from "./words.ts";

/** How long a VM may be off before its open findings no longer apply. */
const MAX_FROZEN_WHILE_OFF_MS = 7 * 24 * 60 * 60 * 1000;

/** A finding that has not ended: open, or frozen while there is no evidence whether it still applies. */
export interface OpenFinding {
  id: string;
  rule: RuleId;
  severity: Severity;
  summary: string;
  evidence: Evidence[];
  remedies: Remedy[];
  openedAt: IsoTime;
  /** Time of the second report that showed the problem; alerts wait for it, health does not. */
  confirmedAt: IsoTime | null;
  /** Since when there has been no evidence. A frozen finding counts neither for health nor for compliance. */
  frozenAt: IsoTime | null;
}

export type Resolution = "mended" | "no-longer-applies";

/** What a report did to a stored finding; `content` is its severity, summary, evidence or remedies. */
export type FindingMove = "confirmed" | "frozen" | "thawed" | "content";

/** One write: a finding that a report left unchanged has no step. */
export type FindingStep =
  | { kind: "opened"; finding: OpenFinding }
  | { kind: "updated"; finding: OpenFinding; moves: FindingMove[] }
  | { kind: "resolved"; finding: OpenFinding; resolvedAt: IsoTime; resolution: Resolution };

export interface FindingLife {
  steps: readonly FindingStep[];
  /** All findings that have not ended, including frozen ones. */
  open: readonly OpenFinding[];
}

export interface FindingLifeInput {
  /** For one VM or host, at most one per rule. */
  open: readonly OpenFinding[];
  /** A rule without an outcome had no evidence: pass none for a VM that the report could not read, or for a stale host. */
  outcomes: readonly RuleOutcome[];
  /** `observedAt` of the report. */
  at: IsoTime;
  /** The VM is gone or the host was retired: its open findings no longer apply. */
  isGone: boolean;
  /** Since when a VM is known not to run; `null` while it runs, while that is unknown, and for a host. */
  notRunningSince: IsoTime | null;
  /** A report that was already judged is judged again: it is not a second report and confirms nothing. */
  isAgain?: boolean;
  makeId: () => string;
}

const QUIET: FindingLife = { steps: [], open: [] };
const NO_EVIDENCE: Outcome = { status: "unknown" };

/**
 * Carries the findings of one subject over a report. Only evidence opens and resolves: the first bad answer opens, the
 * second confirms, the first good one resolves, and without evidence the finding freezes with its dates. A bad answer
 * that thaws a finding is its second one, so a finding that froze before it was confirmed is confirmed then: reports
 * without evidence in between prove nothing.
 */
export function findingLife(input: FindingLifeInput): FindingLife {
  const { open, outcomes } = input;
  if (open.length === 0 && (input.isGone || !outcomes.some(isBad))) return QUIET;

  const steps: FindingStep[] = [];
  const kept: OpenFinding[] = [];
  for (const finding of open) {
    const outcome = outcomes.find(({ rule }) => rule === finding.rule)?.outcome ?? NO_EVIDENCE;
    const step = carryOver(finding, outcome, input);
    if (step) steps.push(step);
    if (step?.kind !== "resolved") kept.push(step?.finding ?? finding);
  }

  if (!input.isGone) {
    for (const { rule, outcome } of outcomes) {
      if (outcome.status !== "finding" || open.some((finding) => finding.rule === rule)) continue;
      const { severity, summary, evidence, remedies } = outcome;
      const dates = { openedAt: input.at, confirmedAt: null, frozenAt: null };
      const finding = { id: input.makeId(), rule, severity, summary, evidence, remedies, ...dates };
      steps.push({ kind: "opened", finding });
      kept.push(finding);
    }
  }
  return { steps, open: kept };
}

function carryOver(finding: OpenFinding, outcome: Outcome, input: FindingLifeInput): FindingStep | null {
  const resolve = (resolution: Resolution): FindingStep => {
    return { kind: "resolved", finding, resolvedAt: input.at, resolution };
  };
  if (input.isGone || outcome.status === "not-applicable") return resolve("no-longer-applies");
  if (outcome.status === "ok") return resolve("mended");
  if (outcome.status === "finding") return renew(finding, outcome, input);
  if (hasNotRunForLong(input)) return resolve("no-longer-applies");
  if (finding.frozenAt !== null) return null;
  return { kind: "updated", finding: { ...finding, frozenAt: input.at }, moves: ["frozen"] };
}

function renew(
  finding: OpenFinding,
  outcome: Extract<Outcome, { status: "finding" }>,
  { at, isAgain = false }: FindingLifeInput,
): FindingStep | null {
  const moves: FindingMove[] = [];
  if (finding.frozenAt !== null) moves.push("thawed");
  if (finding.confirmedAt === null && !isAgain) moves.push("confirmed");
  if (!hasSameContent(finding, outcome)) moves.push("content");
  if (moves.length === 0) return null;

  const { severity, summary, evidence, remedies } = outcome;
  const confirmedAt = finding.confirmedAt ?? (isAgain ? null : at);
  const renewed = { ...finding, severity, summary, evidence, remedies, confirmedAt, frozenAt: null };
  return { kind: "updated", finding: renewed, moves };
}

function hasNotRunForLong({ at, notRunningSince }: FindingLifeInput): boolean {
  if (notRunningSince === null) return false;
  return Date.parse(at) - Date.parse(notRunningSince) >= MAX_FROZEN_WHILE_OFF_MS;
}

function isBad({ outcome }: RuleOutcome): boolean {
  return outcome.status === "finding";
}

type Content = Pick<OpenFinding, "severity" | "summary" | "evidence" | "remedies">;

/** By value and not by text: the database returns keys in a different order. */
function hasSameContent(left: Content, right: Content): boolean {
  return (
    left.severity === right.severity &&
    left.summary === right.summary &&
    left.evidence.length === right.evidence.length &&
    left.remedies.length === right.remedies.length &&
    left.evidence.every((evidence, index) => isSameEvidence(evidence, right.evidence[index])) &&
    left.remedies.every((remedy, index) => isSameRemedy(remedy, right.remedies[index]))
  );
}

function isSameEvidence(left: Evidence, right: Evidence | undefined): boolean {
  return (
    left.name === right?.name &&
    left.value === right.value &&
    // Evidence that does not state that it decides does not decide.
    (left.decides ?? false) === (right.decides ?? false)
  );
}

function isSameRemedy(left: Remedy, right: Remedy | undefined): boolean {
  return (
    left.runOn === right?.runOn &&
    left.shell === right.shell &&
    left.platform === right.platform &&
    left.command === right.command &&
    left.cost === right.cost &&
    left.note === right.note
  );
}
