import { readDaysVersion, type SummedDay, type SummedGroup } from "@/lib/data/compliance/read-compliance.ts";
import type { DayCountsRow } from "@/lib/data/compliance/day-state.ts";
import {
  type COMPLIANCE_GROUPS,
  type ComplianceCounts,
  type ComplianceDay,
  type ComplianceGroup,
  type ComplianceView,
} from "@/lib/contract/api/compliance.ts";
import { badParameter } from "../cursor.ts";
import { fleetDirectory, type FleetDirectory } from "../fleet-directory.ts";
import { complianceNow, type ComplianceNow, type CountsNow } from "./compliance-now.ts";
import { round, toCounts } from "./ratio-of.ts";
import { rulesOf } from "./rules-over-days.ts";
import { summedDays, type SummedDays } from "./summed-days.ts";

export interface ComplianceWords {
  from?: string | undefined;
  to?: string | undefined;
  groupBy?: (typeof COMPLIANCE_GROUPS)[number] | undefined;
}

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 90;
const MAX_DAYS = 400;
/** Nothing was ever counted before it, and a range behind it stays among the years that there are. */
const EARLIEST_DAY = "1970-01-01";
const MAX_GROUPS = 500;
const DRAWN_GROUPS = 50;

/** What the answer hangs on beside the fleet: the days that are over, and which day it is. */
export async function complianceVersion(now: Date): Promise<string> {
  return `${await readDaysVersion()} ${now.toISOString().slice(0, 10)}`;
}

/** Compliance now and by day. @throws AppError `bad-request` that names the parameter */
export async function getCompliance(words: ComplianceWords, now: Date): Promise<ComplianceView> {
  const groupBy = words.groupBy ?? "cluster";
  const range = toRange(words, now);
  const summed = await summedDays(range);
  const directory = await fleetDirectory(now);
  const live = complianceNow(directory);
  const fleetDays = await summed.fleet();
  const days = toDays(range.days, fleetDays, range.isTodayIn ? live.fleet : null);
  const rules = rulesOf({ days, summed: await summed.groups("rule"), live });
  const over = days.filter(({ state, day }) => state !== "today" && day >= (fleetDays[0]?.day ?? "9999"));
  const whole = over.filter(({ state }) => state === "whole");
  const groups = await groupsOf(groupBy);
  return {
    from: range.from,
    to: range.to,
    groupBy,
    now: toCounts(live.fleet),
    days,
    groups: groups.slice(0, MAX_GROUPS),
    groupCount: groups.length,
    rules: rules.filter(({ isMinded }) => isMinded).map(({ view }) => view),
    wholeDays: over.length === 0 ? null : round(whole.length / over.length),
  };

  async function groupsOf(kind: typeof groupBy): Promise<ComplianceGroup[]> {
    switch (kind) {
      case "rule":
        return rules.map(({ group }) => group);
      case "host":
        return hostGroups(range, summed, live, directory);
      case "cluster":
        return groupsOver(range, await summed.groups(kind), live.clusters);
      case "tag":
        return groupsOver(range, await summed.groups(kind), live.tags);
    }
  }
}

/** Hosts are many and their days too: of all but the worst ones only the first day is read. */
async function hostGroups(
  range: Range,
  summed: SummedDays,
  live: ComplianceNow,
  { byId }: FleetDirectory,
): Promise<ComplianceGroup[]> {
  const starts = new Map((await summed.hostStarts()).map((start) => [start.hostId, start]));
  const ranked = [...live.hosts]
    .map(([id, row]): ComplianceGroup => {
      const start = starts.get(id);
      return {
        key: id,
        name: byId.get(id)?.name ?? id,
        now: toCounts(row),
        start: start ? { day: start.day, ...toCounts(start) } : null,
        ratios: null,
      };
    })
    .toSorted(worstFirst);
  const drawn = ranked.slice(0, DRAWN_GROUPS).map(({ key }) => key);
  return draw(range, ranked, await summed.hosts(drawn));
}

interface Range {
  from: string;
  to: string;
  days: string[];
  isTodayIn: boolean;
}

function toRange(words: ComplianceWords, now: Date): Range {
  const today = dayOf(now.getTime());
  // East of Greenwich tomorrow has begun: it is answered as today.
  const to = words.to === undefined || words.to > today ? today : words.to;
  if (to < EARLIEST_DAY) throw badParameter("to", `must not be before ${EARLIEST_DAY}`);
  const from = words.from ?? dayOf(Date.parse(to) - (DEFAULT_DAYS - 1) * DAY_MS);
  if (from > to) throw badParameter("from", "must not be after the last day");
  if (Date.parse(to) - Date.parse(from) >= MAX_DAYS * DAY_MS)
    throw badParameter("from", `must be less than ${MAX_DAYS} days before the last day`);
  return { from, to, days: daysBetween(from, to), isTodayIn: to === today };
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): string[] {
  const count = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return Array.from({ length: count }, (_, index) => dayOf(Date.parse(from) + index * DAY_MS));
}

function toDays(
  days: readonly string[],
  summed: readonly SummedDay[],
  today: (CountsNow & { hosts: number; silentHosts: number }) | null,
): ComplianceDay[] {
  const byDay = new Map(summed.map((row) => [row.day, row]));
  return days.map((day, index) => {
    const isToday = today !== null && index === days.length - 1;
    const row = isToday ? today : byDay.get(day);
    if (!row || row.silentHosts === row.hosts) {
      const { hosts = 0, silentHosts = 0 } = row ?? {};
      return { day, state: isToday ? "today" : "none", hosts, silentHosts, ...toDayCounts(NOTHING) };
    }
    const state = isToday ? "today" : row.silentHosts > 0 ? "holes" : "whole";
    return { day, state, hosts: row.hosts, silentHosts: row.silentHosts, ...toDayCounts(row) };
  });
}

const NOTHING: CountsNow = { critical: 0, warning: 0, unknown: 0, healthy: 0, inactive: 0, excepted: 0 };

function toDayCounts(row: CountsNow) {
  const { critical, warning, unknown, healthy, inactive } = row;
  return { ...toCounts(row), health: { critical, warning, unknown, healthy, inactive } };
}

function worstFirst(left: ComplianceGroup, right: ComplianceGroup): number {
  return (left.now.ratio ?? 2) - (right.now.ratio ?? 2) || (left.name < right.name ? -1 : 1);
}

function groupsOver(
  range: Range,
  summed: readonly SummedGroup[],
  live: ReadonlyMap<string, CountsNow>,
): ComplianceGroup[] {
  const starts = new Map(summed.map((group) => [group.key, group]));
  const ranked = [...new Set([...live.keys(), ...starts.keys()])]
    .map((key): ComplianceGroup => {
      const start = starts.get(key);
      return {
        key,
        name: key === "" ? "standalone" : key,
        now: toCounts(live.get(key) ?? NOTHING),
        start: start ? { day: start.days[0] ?? range.from, ...toCounts(countsAt(start, 0)) } : null,
        ratios: null,
      };
    })
    .toSorted(worstFirst);
  return draw(range, ranked, summed);
}

function draw(
  { days, isTodayIn }: Range,
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

function countsAt(group: SummedGroup, index: number): DayCountsRow {
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
