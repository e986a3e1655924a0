import type { ComplianceDay, ComplianceView } from "@/lib/contract/api/compliance.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { DAY_MS, formatMonth, formatShortDay } from "@/lib/format/day.ts";

/** Adjacent days of the same kind, as the chart marks them: half a day beyond the points at both ends. */
export interface Span {
  from: number;
  to: number;
  days: number;
}

export interface Tick {
  at: number;
  label: string;
}

/** The position of a day on the time axis. */
export function placeOfDay(day: string): number {
  return Date.parse(day);
}

/** The days from the first one with data on: before it the fleet did not exist. */
export function recordedDays(days: readonly ComplianceDay[]): readonly ComplianceDay[] {
  const first = days.findIndex(({ state }) => state !== "none");
  return first < 0 ? [] : days.slice(first);
}

/** Runs of days of one kind. */
export function spansOf(
  days: readonly ComplianceDay[],
  isMeant: (day: ComplianceDay) => boolean,
): readonly Span[] {
  const spans: Span[] = [];
  let run: Span | null = null;
  for (const day of days) {
    if (!isMeant(day)) {
      run = null;
      continue;
    }
    const at = placeOfDay(day.day);
    if (run === null) {
      run = { from: at - DAY_MS / 2, to: at, days: 0 };
      spans.push(run);
    }
    run.to = at + DAY_MS / 2;
    run.days += 1;
  }
  return spans;
}

/** Days on which some hosts did not report, including today. */
export function hasHoles({ state, silentHosts }: ComplianceDay): boolean {
  return state === "holes" || (state === "today" && silentHosts > 0);
}

/** Ticks at the start of months; with fewer than two of them, at every seventh day, counted from the last one. */
export function ticksOf(days: readonly { day: string }[]): readonly Tick[] {
  const months = days.filter(({ day }) => day.endsWith("-01"));
  if (months.length >= 3) return months.map(({ day }) => ({ at: placeOfDay(day), label: formatMonth(day) }));
  return days
    .filter((_, index) => (days.length - 1 - index) % (days.length > 45 ? 14 : 7) === 0)
    .map(({ day }) => ({ at: placeOfDay(day), label: formatShortDay(day) }));
}

/** How complete a day's reports are, in words. */
export function sayReports({ state, hosts, silentHosts }: ComplianceDay): string {
  switch (state) {
    case "whole":
      return "all hosts";
    case "none":
      return "no reports";
    case "holes":
      return `${silentHosts} of ${hosts} silent`;
    case "today":
      return silentHosts === 0 ? "not over yet" : `${silentHosts} of ${hosts} silent now`;
  }
}

/** How complete the range's reports are: what a reader must know before any line of a chart. */
export function sayGaps(days: readonly ComplianceDay[]): string {
  const none = days.filter(({ state }) => state === "none").length;
  const holes = days.filter(hasHoles).length;
  const parts = [
    none === 0 ? "" : `${formatPlural(none, "day")} without any report`,
    holes === 0 ? "" : `${formatPlural(holes, "day")} with some hosts silent`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "Every host reported every day." : `${parts.join(", ")}.`;
}

export const GROUP_WORDS = {
  cluster: { one: "cluster", many: "clusters", title: "Cluster" },
  host: { one: "host", many: "hosts", title: "Host" },
  tag: { one: "tag", many: "tags", title: "Tag" },
  rule: { one: "rule", many: "rules", title: "Rule" },
} as const satisfies Record<ComplianceView["groupBy"], { one: string; many: string; title: string }>;
