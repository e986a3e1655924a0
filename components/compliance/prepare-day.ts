import { toVmHref } from "@/components/vms/vm-listing.ts";
import type { ComplianceDay, ComplianceDayView } from "@/lib/contract/api/compliance.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { dayAfter, formatWholeDay } from "@/lib/format/day.ts";
import { formatPercent, formatPoints, isLower } from "@/lib/format/percent.ts";
import { KIND_WORDS, KINDS, type Kind } from "./prepare-health.ts";
import { GROUP_WORDS } from "./prepare-days.ts";
import { nameOf, toBrokenRuleFilters, toGroupFilters } from "./prepare-groups.ts";
import { NOT_COMPLIANT } from "./prepare-figures.ts";
import { toRuleName } from "./rule-names.ts";

export interface DayCount {
  kind: Kind;
  words: string;
  count: number;
  /** Difference from the day before; `null` if unknown. */
  difference: number | null;
  href: string;
}

/** A group or a rule on the day: its share, and the change since the day before. */
interface DayLine {
  key: string;
  name: string;
  percent: string | null;
  points: string | null;
  isWorse: boolean;
  href: string;
}

export interface DayGroupLine extends DayLine {
  notCompliant: number;
  unknown: number;
}

export interface DayRuleLine extends DayLine {
  critical: number;
  warning: number;
}

export interface DayDetails {
  day: string;
  title: string;
  /** Whether the numbers include every host's report. */
  isWhole: boolean;
  /** Whether there is any data for it. */
  isKnown: boolean;
  /** What a reader must know before the numbers; the hosts that it concerns follow by name. */
  reports: string;
  silent: readonly { id: string; name: string }[];
  othersSilent: number;
  percent: string | null;
  points: string | null;
  counts: readonly DayCount[];
  groups: readonly DayGroupLine[];
  groupCount: number;
  rules: readonly DayRuleLine[];
  before: string | null;
  after: string | null;
  summary: string;
}

const HEALTHS: Record<Kind, readonly string[]> = {
  compliant: ["healthy"],
  notCompliant: NOT_COMPLIANT,
  unknown: ["unknown"],
  inactive: ["inactive"],
};
const NAMED_HOSTS = 6;

/** One day in detail: its result, the difference from the day before, and what qualifies the numbers. */
export function prepareDay(view: ComplianceDayView, today: string): DayDetails {
  const { day: chosen, before, groupBy, recordedFrom } = view;
  const isKnown = chosen.state !== "none" && chosen.hosts > 0;
  const isBeforeKnown = isKnown && before.state !== "none";
  const isBeforeRecord = recordedFrom === null || chosen.day < recordedFrom;
  const silent = isKnown ? view.silent.slice(0, NAMED_HOSTS) : [];
  return {
    day: chosen.day,
    title: chosen.state === "today" ? `Today, ${formatWholeDay(chosen.day)}` : formatWholeDay(chosen.day),
    isWhole: chosen.silentHosts === 0 && isKnown,
    isKnown,
    reports: sayReports(chosen, isBeforeRecord ? recordedFrom : undefined),
    silent,
    othersSilent: isKnown ? chosen.silentHosts - silent.length : 0,
    percent: chosen.ratio === null ? null : formatPercent(chosen.ratio),
    points: toPoints(before.ratio, chosen.ratio),
    counts: KINDS.map((kind) => ({
      kind,
      words: KIND_WORDS[kind],
      count: chosen[kind],
      difference: isBeforeKnown ? chosen[kind] - before[kind] : null,
      href: toVmHref({ health: HEALTHS[kind] }),
    })),
    groups:
      groupBy === "rule"
        ? []
        : view.groups.map(({ key, name, counts, ratioBefore }) => ({
            ...toLine(key, nameOf(groupBy, { key, name }), ratioBefore, counts.ratio),
            href: toVmHref({ ...toGroupFilters(groupBy, key), health: NOT_COMPLIANT }),
            notCompliant: counts.notCompliant,
            unknown: counts.unknown,
          })),
    groupCount: groupBy === "rule" ? 0 : view.groupCount,
    rules: view.rules.map(({ rule, vms, ratio, ratioBefore }) => ({
      ...toLine(rule, toRuleName(rule), ratioBefore, ratio),
      href: toVmHref(toBrokenRuleFilters(rule)),
      critical: vms.critical,
      warning: vms.warning,
    })),
    before: recordedFrom !== null && chosen.day > recordedFrom ? dayAfter(chosen.day, -1) : null,
    after: chosen.day < today ? dayAfter(chosen.day, 1) : null,
    summary: isKnown ? summaryOf(view) : "No data for this day.",
  };
}

function toLine(key: string, name: string, before: number | null, ratio: number | null) {
  return {
    key,
    name,
    percent: ratio === null ? null : formatPercent(ratio),
    points: toPoints(before, ratio),
    isWorse: isLower(before, ratio),
  };
}

function toPoints(from: number | null, to: number | null): string | null {
  return from === null || to === null ? null : formatPoints(from, to);
}

function sayReports(
  { state, hosts, silentHosts }: ComplianceDay,
  recordedFrom: string | null | undefined,
): string {
  if (recordedFrom === null) return "No complete day yet: the first one ends at midnight UTC.";
  if (recordedFrom !== undefined)
    return `No data for this day: the first recorded day is ${formatWholeDay(recordedFrom)}.`;
  if (state === "none")
    return hosts === 0
      ? "No host reported on this day, so the health of its VMs is unknown."
      : `All ${hosts} hosts were silent at the end of this day, so the health of their VMs is unknown.`;
  if (silentHosts === 0) return state === "today" ? "Not over yet" : "Every host reported";
  const of = `${silentHosts} of ${formatPlural(hosts, "host")}`;
  return state === "today"
    ? `${of} ${silentHosts === 1 ? "is" : "are"} silent now, with VMs unknown:`
    : `${of} ${silentHosts === 1 ? "was" : "were"} silent at the end of this day, with VMs unknown:`;
}

function summaryOf({ day, groups, groupBy, rules }: ComplianceDayView): string {
  const share =
    day.ratio === null ? "No VM ran on a reporting host." : `${formatPercent(day.ratio)} % compliant.`;
  const counts = `${formatPlural(day.compliant, "VM")} compliant, ${formatCount(day.notCompliant)} not, ${formatCount(day.unknown)} unknown, ${formatCount(day.inactive)} not running.`;
  const [worst] = groupBy === "rule" ? [] : groups;
  const [rule] = rules;
  const parts = [
    share,
    counts,
    worst && worst.counts.ratio !== null
      ? `The lowest ${GROUP_WORDS[groupBy].one} is ${nameOf(groupBy, worst)}, ${formatPercent(worst.counts.ratio)} %.`
      : "",
    rule && rule.ratio !== null && rule.ratio < 1
      ? `The rule broken most often is ${toRuleName(rule.rule)}, which ${formatPercent(rule.ratio)} % pass.`
      : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}
