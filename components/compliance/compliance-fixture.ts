import type { ComplianceCounts, ComplianceDay, ComplianceView } from "@/lib/contract/api/compliance.ts";
import { dayAfter } from "@/lib/format/day.ts";

/** Counts for a test. */
export function counts(compliant: number, notCompliant: number, unknown = 0, inactive = 0): ComplianceCounts {
  const weighed = compliant + notCompliant;
  return {
    compliant,
    notCompliant,
    unknown,
    inactive,
    excepted: 0,
    ratio: weighed === 0 ? null : compliant / weighed,
  };
}

/** A day for a test: of one without reports nothing is known. */
export function dayOf(
  day: string,
  state: ComplianceDay["state"],
  of: ComplianceCounts = counts(0, 0),
  silentHosts = 0,
): ComplianceDay {
  const { compliant, notCompliant, unknown, inactive } = of;
  return {
    ...of,
    day,
    state,
    hosts: state === "none" ? 0 : 10,
    silentHosts,
    health: { healthy: compliant, warning: notCompliant, critical: 0, unknown, inactive },
  };
}

export const TODAY = "2026-11-24";

/** Four days before today, of which the second had silent hosts and the third no report. */
export function complianceView(change: Partial<ComplianceView> = {}): ComplianceView {
  const days = [
    dayOf(dayAfter(TODAY, -4), "whole", counts(60, 40)),
    dayOf(dayAfter(TODAY, -3), "holes", counts(50, 30, 20), 2),
    dayOf(dayAfter(TODAY, -2), "none"),
    dayOf(dayAfter(TODAY, -1), "whole", counts(80, 20)),
    dayOf(TODAY, "today", counts(75, 25, 0, 5)),
  ];
  return {
    from: dayAfter(TODAY, -4),
    to: TODAY,
    groupBy: "cluster",
    now: counts(75, 25, 0, 5),
    days,
    groups: [],
    groupCount: 0,
    rules: [],
    wholeDays: 2 / 4,
    ...change,
  };
}
