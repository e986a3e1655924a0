import type { DayCountsRow } from "@/lib/data/compliance/day-state.ts";
import type { SummedGroup } from "@/lib/data/compliance/read-compliance.ts";
import type { ComplianceCounts, ComplianceGroup } from "@/lib/contract/api/compliance.ts";
import type { CountsNow } from "./compliance-now.ts";
import { type DayRange, NOTHING } from "./day-range.ts";
import { toCounts } from "./ratio-of.ts";

export const MAX_GROUPS = 500;
export const DRAWN_GROUPS = 50;

/** Clusters or tags, worst first, with counts now and for the days of a range. */
export function groupsOver(
  range: DayRange,
  summed: readonly SummedGroup[],
  live: ReadonlyMap<string, CountsNow>,
): ComplianceGroup[] {
  const starts = new Map(summed.map((group) => [group.key, group]));
  const ranked = [...new Set([...live.keys(), ...starts.keys()])]
    .map((key): ComplianceGroup => {
      const start = starts.get(key);
      return {
        key,
        name: toGroupName(key),
        now: toCounts(live.get(key) ?? NOTHING),
        start: start ? { day: start.days[0] ?? range.from, ...toCounts(countsAt(start, 0)) } : null,
        ratios: null,
      };
    })
    .toSorted(worstFirst);
  return draw(range, ranked, summed);
}

/** Hosts outside any cluster form the group "standalone". */
export function toGroupName(key: string): string {
  return key === "" ? "standalone" : key;
}

export function worstFirst(left: ComplianceGroup, right: ComplianceGroup): number {
  return (left.now.ratio ?? 2) - (right.now.ratio ?? 2) || (left.name < right.name ? -1 : 1);
}

/** Adds the ratio of each day to the groups that are drawn. */
export function draw(
  { days, isTodayIn }: DayRange,
  ranked: readonly ComplianceGroup[],
  summed: readonly SummedGroup[],
): ComplianceGroup[] {
  const byKey = new Map(summed.map((group) => [group.key, group]));
  return ranked.map((group, index) =>
    index < DRAWN_GROUPS
      ? { ...group, ratios: ratiosOf(days, byKey.get(group.key), isTodayIn ? group.now : null) }
      : group,
  );
}

/** The counts of one day of a group, by index. */
export function countsAt(group: SummedGroup, index: number): DayCountsRow {
  return {
    critical: group.critical[index] ?? 0,
    warning: group.warning[index] ?? 0,
    unknown: group.unknown[index] ?? 0,
    healthy: group.healthy[index] ?? 0,
    inactive: group.inactive[index] ?? 0,
    excepted: group.excepted[index] ?? 0,
  };
}

function ratiosOf(
  days: readonly string[],
  group: SummedGroup | undefined,
  now: ComplianceCounts | null,
): (number | null)[] {
  const places = new Map((group?.days ?? []).map((day, index) => [day, index]));
  return days.map((day, index) => {
    if (now && index === days.length - 1) return now.ratio;
    const place = places.get(day);
    return group && place !== undefined ? toCounts(countsAt(group, place)).ratio : null;
  });
}
