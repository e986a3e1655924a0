import type {
  ComplianceCounts,
  ComplianceDay,
  ComplianceDayView,
  ComplianceView,
} from "@/lib/contract/api/compliance.ts";
import type { TimeToFixView } from "@/lib/contract/api/time-to-fix.ts";
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

/** A day for a test: a day without reports has no data. */
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
    recordedFrom: dayAfter(TODAY, -4),
    ...change,
  };
}

/** Yesterday, on which every host reported. */
export function complianceDayView(change: Partial<ComplianceDayView> = {}): ComplianceDayView {
  return {
    day: dayOf(dayAfter(TODAY, -1), "whole", counts(75, 25, 0, 5)),
    before: dayOf(dayAfter(TODAY, -2), "whole", counts(80, 20)),
    groupBy: "cluster",
    recordedFrom: "2026-01-01",
    silent: [],
    groups: [],
    groupCount: 0,
    rules: [],
    ...change,
  };
}

/** Ten findings that were fixed in a month: one of them critical, none open for long. */
export function timeToFixView(change: Partial<TimeToFixView> = {}): TimeToFixView {
  const hour = 3600;
  const line = {
    mended: 10,
    medianSeconds: 9 * hour,
    nineInTenWithinSeconds: 50 * hour,
    medianBeforeSeconds: 31 * hour,
  };
  const none = { mended: 0, medianSeconds: null, nineInTenWithinSeconds: null, medianBeforeSeconds: null };
  return {
    ...line,
    from: "2026-10-26",
    to: TODAY,
    passing: 0,
    noLongerApplied: 0,
    mendedBefore: 12,
    before: { from: "2026-09-26", to: "2026-10-25" },
    bands: [
      { withinSeconds: hour, critical: 1, warning: 0, info: 0 },
      { withinSeconds: 4 * hour, critical: 0, warning: 1, info: 0 },
      { withinSeconds: 24 * hour, critical: 0, warning: 6, info: 0 },
      { withinSeconds: 72 * hour, critical: 0, warning: 0, info: 0 },
      { withinSeconds: 168 * hour, critical: 0, warning: 0, info: 0 },
      { withinSeconds: 672 * hour, critical: 0, warning: 0, info: 2 },
      { withinSeconds: null, critical: 0, warning: 0, info: 0 },
    ],
    severities: [
      {
        ...line,
        severity: "critical",
        mended: 1,
        medianSeconds: 1800,
        open: 2,
        oldestOpenedAt: `${TODAY}T00:00:00Z`,
      },
      { ...line, severity: "warning", mended: 7, open: 0, oldestOpenedAt: null },
      { ...none, severity: "info", open: 40, oldestOpenedAt: "2026-01-01T00:00:00Z" },
    ],
    rules: [{ ...line, rule: "is.vss", longestSeconds: 400 * hour, open: 0, oldestOpenedAt: null }],
    ...change,
  };
}
