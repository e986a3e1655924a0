import type { ComplianceDay, ComplianceView } from "@/lib/contract/api/compliance.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { formatWholeDay } from "@/lib/format/day.ts";
import { formatPercent } from "@/lib/format/percent.ts";
import {
  hasHoles,
  placeOfDay,
  recordedDays,
  sayGaps,
  sayReports,
  type Span,
  spansOf,
  type Tick,
  ticksOf,
} from "./prepare-days.ts";

/** The health states of a VM, in stacking order. */
export const KINDS = ["compliant", "notCompliant", "unknown", "inactive"] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_WORDS: Record<Kind, string> = {
  compliant: "Compliant",
  notCompliant: "Not compliant",
  unknown: "Unknown",
  inactive: "Not running",
};

/** The position of a day and its counts; `null` where there is no data, which is drawn as a gap. */
export interface HealthPoint extends Record<Kind, number | null> {
  at: number;
  day: string;
  percent: string | null;
  reports: string;
}

export interface HealthChart {
  points: readonly HealthPoint[];
  ticks: readonly Tick[];
  domain: readonly [number, number];
  /** Highest stack, rounded up: the axis starts at 0. */
  most: number;
  /** Days without any report. */
  gaps: readonly Span[];
  /** Days on which some hosts were silent. */
  holes: readonly Span[];
  /** A day between two gaps has no area, so its stack is drawn as strokes. */
  alone: readonly { key: string; kind: Kind; at: number; from: number; to: number }[];
  summary: string;
}

/** Counts by day as stacked areas. */
export function prepareHealth({ days }: ComplianceView): HealthChart {
  const recorded = recordedDays(days);
  const points = days.map(toPoint);
  const known = points.map(({ compliant }) => compliant !== null);
  const highest = Math.max(1, ...points.map(heightOf));
  return {
    points,
    ticks: ticksOf(days),
    domain: [points[0]?.at ?? 0, points.at(-1)?.at ?? 1],
    most: roundUp(highest),
    gaps: spansOf(recorded, ({ state }) => state === "none"),
    holes: spansOf(recorded, hasHoles),
    alone: points.flatMap((point, index) =>
      known[index] === true && known[index - 1] !== true && known[index + 1] !== true ? strokesOf(point) : [],
    ),
    summary: summaryOf(recorded),
  };
}

function toPoint(day: ComplianceDay): HealthPoint {
  const isKnown = isKnownDay(day);
  return {
    at: placeOfDay(day.day),
    day: day.day,
    compliant: isKnown ? day.compliant : null,
    notCompliant: isKnown ? day.notCompliant : null,
    unknown: isKnown ? day.unknown : null,
    inactive: isKnown ? day.inactive : null,
    percent: day.ratio === null ? null : formatPercent(day.ratio),
    reports: sayReports(day),
  };
}

function strokesOf(point: HealthPoint): HealthChart["alone"] {
  let from = 0;
  return KINDS.map((kind) => {
    const stroke = { key: `${point.day} ${kind}`, kind, at: point.at, from, to: from + (point[kind] ?? 0) };
    from = stroke.to;
    return stroke;
  }).filter(({ from: foot, to }) => to > foot);
}

function isKnownDay({ state, hosts }: ComplianceDay): boolean {
  return state !== "none" && hosts > 0;
}

function heightOf(point: HealthPoint): number {
  return KINDS.reduce((sum, kind) => sum + (point[kind] ?? 0), 0);
}

/** The next number with one significant digit, so that the axis has round ends. */
function roundUp(count: number): number {
  const unit = 10 ** Math.floor(Math.log10(count));
  const steps = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10];
  return unit * (steps.find((step) => step * unit >= count) ?? 10);
}

function summaryOf(days: readonly ComplianceDay[]): string {
  const shares = days.flatMap(({ day, ratio }) => (ratio === null ? [] : [{ day, ratio }]));
  const [first] = shares;
  const last = shares.at(-1);
  if (!first || !last) return "No data for any day in this range.";
  const lowest = shares.reduce((low, share) => (share.ratio < low.ratio ? share : low));
  const today = days.at(-1);
  const counts = today
    ? ` Now ${formatPlural(today.compliant, "VM")} compliant, ${formatCount(today.notCompliant)} not, ${formatCount(today.unknown)} unknown, ${formatCount(today.inactive)} not running.`
    : "";
  const way =
    first.day === last.day
      ? `${formatPercent(last.ratio)} % of the running VMs are compliant.`
      : `${formatPercent(first.ratio)} % compliant on ${formatWholeDay(first.day)}, ${formatPercent(last.ratio)} % on ${formatWholeDay(last.day)}, lowest ${formatPercent(lowest.ratio)} % on ${formatWholeDay(lowest.day)}.`;
  return `${way}${counts} ${sayGaps(days)}`;
}
