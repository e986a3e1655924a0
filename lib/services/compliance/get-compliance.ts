import { readDaysVersion } from "@/lib/data/compliance/read-compliance.ts";
import type { COMPLIANCE_GROUPS, ComplianceGroup, ComplianceView } from "@/lib/contract/api/compliance.ts";
import { fleetDirectory, type FleetDirectory } from "../fleet-directory.ts";
import { complianceNow, type ComplianceNow } from "./compliance-now.ts";
import { dayOf, type DayRange, toDays, toRange } from "./day-range.ts";
import { draw, DRAWN_GROUPS, groupsOver, MAX_GROUPS, worstFirst } from "./group-days.ts";
import { round, toCounts } from "./ratio-of.ts";
import { rulesOf } from "./rules-over-days.ts";
import { summedDays, type SummedDays } from "./summed-days.ts";

export interface ComplianceWords {
  from?: string | undefined;
  to?: string | undefined;
  groupBy?: (typeof COMPLIANCE_GROUPS)[number] | undefined;
}

/** Other inputs of the answer besides the fleet: the past days, and the current day. */
export async function complianceVersion(now: Date): Promise<string> {
  return `${await readDaysVersion()} ${dayOf(now.getTime())}`;
}

/** Compliance now and by day. @throws AppError `bad-request` for the invalid parameter */
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
    recordedFrom: await summed.firstOnRecord(),
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

/** There are many hosts with many days each: for all but the worst hosts only the first day is read. */
async function hostGroups(
  range: DayRange,
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
