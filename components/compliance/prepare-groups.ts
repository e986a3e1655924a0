import { toVmHref } from "@/components/vms/vm-listing.ts";
import type { ComplianceGroup, ComplianceView } from "@/lib/contract/api/compliance.ts";
import { NO_CLUSTER } from "@/lib/contract/api/no-cluster.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { formatPercent, formatPoints, isLower } from "@/lib/format/percent.ts";
import type { VmFilters } from "@/lib/query/vms.ts";
import {
  GROUP_WORDS,
  placeOfDay,
  recordedDays,
  sayGaps,
  type Span,
  spansOf,
  type Tick,
  ticksOf,
} from "./prepare-days.ts";
import { NOT_COMPLIANT } from "./prepare-figures.ts";
import { toRuleName } from "./rule-names.ts";

type GroupBy = ComplianceView["groupBy"];

export interface GroupLine {
  key: string;
  name: string;
  /** Its VMs, whatever their health. */
  vms: number;
  percent: string | null;
  /** Share at the start of the range, and the change since then. */
  startPercent: string | null;
  points: string | null;
  isWorse: boolean;
  notCompliant: number;
  unknown: number;
  excepted: number;
  href: string;
  notCompliantHref: string | null;
  unknownHref: string | null;
}

/** The filters that show a group in the list of VMs; of a rule, only the VMs that do not pass it. */
export function toGroupFilters(groupBy: GroupBy, key: string): VmFilters {
  if (groupBy === "rule") return toBrokenRuleFilters(key);
  return { [groupBy]: [groupBy === "cluster" && key === "" ? NO_CLUSTER : key] };
}

/** VMs that a rule makes non-compliant: its info findings and VMs that are not running do not count. */
export function toBrokenRuleFilters(rule: string): VmFilters {
  return { rule: NOT_COMPLIANT.map((severity) => `${rule}:${severity}`), health: NOT_COMPLIANT };
}

export function nameOf(groupBy: GroupBy, { key, name }: Pick<ComplianceGroup, "key" | "name">): string {
  if (groupBy === "rule") return toRuleName(key);
  return groupBy === "tag" ? `#${name}` : name;
}

/** Groups as table lines, worst first. For a rule, VMs that do not pass it are not compliant. */
export function prepareGroups({ groups, groupBy }: Pick<ComplianceView, "groups" | "groupBy">): GroupLine[] {
  return groups.map((group) => {
    const { key, now, start } = group;
    const filters = toGroupFilters(groupBy, key);
    const isRule = groupBy === "rule";
    const href = (health: readonly string[] | null) =>
      toVmHref(health === null ? filters : { ...filters, health });
    const startRatio = start?.ratio ?? null;
    return {
      key,
      name: nameOf(groupBy, group),
      vms: now.compliant + now.notCompliant + now.unknown + now.inactive,
      percent: now.ratio === null ? null : formatPercent(now.ratio),
      startPercent: startRatio === null ? null : formatPercent(startRatio),
      points: now.ratio === null || startRatio === null ? null : formatPoints(startRatio, now.ratio),
      isWorse: isLower(startRatio, now.ratio),
      notCompliant: now.notCompliant,
      unknown: now.unknown,
      excepted: now.excepted,
      href: href(null),
      notCompliantHref: now.notCompliant === 0 ? null : isRule ? href(null) : href(NOT_COMPLIANT),
      unknownHref: now.unknown === 0 || isRule ? null : href(["unknown"]),
    };
  });
}

export interface Series {
  key: string;
  /** Its position among the drawn lines, by name: determines colour and dash. */
  place: number;
  name: string;
  percent: string | null;
  href: string;
  /** The position of its label, as a share of the height from the top, kept clear of the others. */
  labelAt: number;
}

export interface GroupPoint {
  at: number;
  day: string;
  /** Per cent by the position of the series; `null` is a gap. */
  shares: readonly (number | null)[];
}

export interface GroupsChart {
  points: readonly GroupPoint[];
  /** Points drawn as dots: the last one of each line, and a single day between two gaps, which no line reaches. */
  marks: readonly { key: string; place: number; at: number; share: number }[];
  series: readonly Series[];
  ticks: readonly Tick[];
  domain: readonly [number, number];
  /** Per cent at the foot of the axis; lines may start above 0, and the chart states it. */
  floor: number;
  levels: readonly number[];
  gaps: readonly Span[];
  summary: string;
}

export const MAX_SERIES = 6;
/** Distance between two labels, as a share of the chart's height. */
const LABEL_GAP = 0.075;

/** The worst groups as lines, at most six: more would be hard to distinguish. */
export function prepareGroupsChart(view: ComplianceView): GroupsChart {
  const { days, groupBy } = view;
  const drawn = view.groups
    .filter(({ ratios }) => ratios?.some((ratio) => ratio !== null))
    .slice(0, MAX_SERIES)
    .map((group) => ({ group, name: nameOf(groupBy, group) }))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const points = days.map(({ day }, index) => ({
    at: placeOfDay(day),
    day,
    shares: drawn.map(({ group }) => {
      const ratio = group.ratios?.[index] ?? null;
      return ratio === null ? null : Math.round(ratio * 10_000) / 100;
    }),
  }));
  const lowest = Math.min(100, ...points.flatMap(({ shares }) => shares.filter((share) => share !== null)));
  const floor = Math.max(0, Math.floor((lowest - 1) / 10) * 10);
  const step = floor < 40 ? 25 : floor < 80 ? 10 : 5;
  const levels = Array.from({ length: 21 }, (_, index) => 100 - index * 5).filter(
    (level) => level >= floor && level % step === 0,
  );
  const bare = drawn.map(({ group, name }, place) => {
    return {
      key: group.key,
      place,
      name,
      percent: group.now.ratio === null ? null : formatPercent(group.now.ratio),
      href: toVmHref(toGroupFilters(groupBy, group.key)),
      end: lastOf(points, place) ?? floor,
    };
  });
  return {
    points,
    marks: drawn.flatMap((_, place) => marksOf(points, place)),
    series: placeLabels(bare, floor),
    ticks: ticksOf(days),
    domain: [points[0]?.at ?? 0, points.at(-1)?.at ?? 1],
    floor,
    levels,
    gaps: spansOf(recordedDays(days), ({ state }) => state === "none"),
    summary: summaryOf(view),
  };
}

function marksOf(points: readonly GroupPoint[], place: number): GroupsChart["marks"] {
  const shareAt = (index: number) => points[index]?.shares[place] ?? null;
  return points.flatMap(({ at, day }, index) => {
    const share = shareAt(index);
    const isAlone = shareAt(index - 1) === null && shareAt(index + 1) === null;
    return share !== null && (isAlone || index === points.length - 1)
      ? [{ key: `${place} ${day}`, place, at, share }]
      : [];
  });
}

function lastOf(points: readonly GroupPoint[], place: number): number | null {
  return points.findLast(({ shares }) => typeof shares[place] === "number")?.shares[place] ?? null;
}

/** From the top down, each label at the end of its line or as close below the previous one as it fits. */
function placeLabels(
  series: readonly (Omit<Series, "labelAt"> & { end: number })[],
  floor: number,
): Series[] {
  const wanted = new Map(series.map(({ key, end }) => [key, (100 - end) / (100 - floor)]));
  const order = series.toSorted((left, right) => (wanted.get(left.key) ?? 0) - (wanted.get(right.key) ?? 0));
  const places = new Map<string, number>();
  let before = -LABEL_GAP;
  for (const { key } of order) {
    before = Math.max(wanted.get(key) ?? 0, before + LABEL_GAP);
    places.set(key, before);
  }
  // Labels that overran the foot move up again, from the lowest on.
  let below = 1 + LABEL_GAP;
  for (const { key } of order.toReversed()) {
    below = Math.min(places.get(key) ?? 0, below - LABEL_GAP);
    places.set(key, below);
  }
  return series.map(({ end: _end, ...rest }) => ({ ...rest, labelAt: places.get(rest.key) ?? 0 }));
}

function summaryOf({ groups, groupBy, days }: ComplianceView): string {
  const told = groups.flatMap((group) =>
    group.now.ratio === null
      ? []
      : [
          `${nameOf(groupBy, group)} ${formatPercent(group.now.ratio)} %${
            group.start?.ratio === null || group.start?.ratio === undefined
              ? ""
              : `, was ${formatPercent(group.start.ratio)} %`
          }`,
        ],
  );
  if (told.length === 0) return `No data for any ${GROUP_WORDS[groupBy].one}.`;
  const shown = told.slice(0, MAX_SERIES);
  const rest = told.length - shown.length;
  const more =
    rest === 0
      ? ""
      : `; ${formatPlural(rest, `${GROUP_WORDS[groupBy].one} more`, `${GROUP_WORDS[groupBy].many} more`)}`;
  return `Worst first: ${shown.join("; ")}${more}. ${sayGaps(recordedDays(days))}`;
}
