import type { FindingView } from "@/lib/contract/api/findings.ts";

const RANKS = { critical: 0, warning: 1, info: 2 } as const satisfies Record<FindingView["severity"], number>;

export interface SortedFindings {
  open: FindingView[];
  /** No evidence for or against them since then. */
  frozen: FindingView[];
  resolved: FindingView[];
}

/** Findings by state: open ones worst and longest first, resolved ones newest first. */
export function sortFindings(findings: readonly FindingView[]): SortedFindings {
  const unresolved = findings.filter(({ resolvedAt }) => resolvedAt === null).toSorted(byWeight);
  return {
    open: unresolved.filter(({ frozenAt }) => frozenAt === null),
    frozen: unresolved.filter(({ frozenAt }) => frozenAt !== null),
    resolved: findings
      .filter(({ resolvedAt }) => resolvedAt !== null)
      .toSorted((a, b) => Date.parse(b.resolvedAt ?? "") - Date.parse(a.resolvedAt ?? "")),
  };
}

/** The finding about a service, among those that are open or frozen. */
export function findingOfService(findings: readonly FindingView[], service: string): FindingView | null {
  return (
    findings.find(
      ({ rule, resolvedAt, vm }) => resolvedAt === null && vm !== null && rule === `is.${service}`,
    ) ?? null
  );
}

function byWeight(a: FindingView, b: FindingView): number {
  return RANKS[a.severity] - RANKS[b.severity] || Date.parse(a.openedAt) - Date.parse(b.openedAt);
}
