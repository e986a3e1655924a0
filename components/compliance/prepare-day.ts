import { toVmHref } from "@/components/vms/vm-search-params.ts";
import type { ComplianceDay, ComplianceView } from "@/lib/contract/api/compliance.ts";
import { formatPoints } from "@/lib/format/percent.ts";
import { dayAfter } from "@/lib/format/day.ts";
import { sayReports } from "./prepare-days.ts";
import { KIND_WORDS, KINDS, type Kind } from "./prepare-health.ts";
import { nameOf, toGroupFilters } from "./prepare-groups.ts";
import { NOT_COMPLIANT } from "./prepare-figures.ts";
import { toRuleName } from "./rule-names.ts";

export interface DayCount {
  kind: Kind;
  words: string;
  count: number;
  /** Against the day before; `null` where that is not known. */
  difference: number | null;
  href: string;
}

export interface Mover {
  key: string;
  name: string;
  points: string;
  isWorse: boolean;
  href: string | null;
}

export interface DayDetails {
  day: string;
  state: ComplianceDay["state"];
  reports: string;
  ratio: number | null;
  points: string | null;
  counts: readonly DayCount[];
  /** Which groups and rules moved on that day, the furthest first. */
  groups: readonly Mover[];
  rules: readonly Mover[];
  before: string | null;
  after: string | null;
}

const HEALTHS: Record<Kind, readonly string[]> = {
  compliant: ["healthy"],
  notCompliant: NOT_COMPLIANT,
  unknown: ["unknown"],
  inactive: ["inactive"],
};
const MAX_MOVERS = 5;
/** Half a point: less is one VM here and there. */
const MIN_MOVE = 0.005;

/** One day of the range looked at closely; `null` where the range has no such day. */
export function prepareDay(view: ComplianceView, day: string): DayDetails | null {
  const index = view.days.findIndex((each) => each.day === day);
  const chosen = view.days[index];
  if (!chosen) return null;
  const previous = view.days[index - 1];
  const isBeforeKnown = previous !== undefined && previous.state !== "none" && chosen.state !== "none";
  return {
    day,
    state: chosen.state,
    reports: sayReports(chosen),
    ratio: chosen.ratio,
    points: toPoints(previous?.ratio ?? null, chosen.ratio),
    counts: KINDS.map((kind) => ({
      kind,
      words: KIND_WORDS[kind],
      count: chosen[kind],
      difference: isBeforeKnown ? chosen[kind] - previous[kind] : null,
      href: toVmHref({ health: HEALTHS[kind] }),
    })),
    groups:
      view.groupBy === "rule"
        ? []
        : moversOf(
            view.groups.map((group) => ({
              key: group.key,
              name: nameOf(view.groupBy, group),
              ratios: group.ratios,
              href: hrefOf(toGroupFilters(view.groupBy, group.key)),
            })),
            index,
          ),
    rules: moversOf(
      view.rules.map(({ rule, ratios }) => ({
        key: rule,
        name: toRuleName(rule),
        ratios,
        href: toVmHref({ rule: [rule] }),
      })),
      index,
    ),
    before: index > 0 ? dayAfter(day, -1) : null,
    after: index < view.days.length - 1 ? dayAfter(day, 1) : null,
  };
}

function hrefOf(filters: ReturnType<typeof toGroupFilters>): string | null {
  return filters === null ? null : toVmHref({ ...filters, health: NOT_COMPLIANT });
}

function toPoints(from: number | null, to: number | null): string | null {
  return from === null || to === null ? null : formatPoints(from, to);
}

function moversOf(
  lines: readonly {
    key: string;
    name: string;
    ratios: readonly (number | null)[] | null;
    href: string | null;
  }[],
  index: number,
): Mover[] {
  return lines
    .flatMap(({ ratios, ...line }) => {
      const from = ratios?.[index - 1] ?? null;
      const to = ratios?.[index] ?? null;
      return from === null || to === null || Math.abs(to - from) < MIN_MOVE ? [] : [{ ...line, from, to }];
    })
    .toSorted((left, right) => left.to - left.from - (right.to - right.from))
    .toSorted((left, right) => Math.abs(right.to - right.from) - Math.abs(left.to - left.from))
    .slice(0, MAX_MOVERS)
    .map(({ from, to, ...line }) => ({ ...line, points: formatPoints(from, to), isWorse: to < from }));
}
