import { readHostDay, type SummedGroup } from "@/lib/data/compliance/read-compliance.ts";
import type { COMPLIANCE_GROUPS, ComplianceDay, ComplianceDayView } from "@/lib/contract/api/compliance.ts";
import { RULE_IDS, type Severity } from "@/lib/domain/words.ts";
import { fleetDirectory, type FleetDirectory } from "../fleet-directory.ts";
import { complianceNow, type ComplianceNow, type CountsNow } from "./compliance-now.ts";
import { dayAfter, dayOf, NOTHING, toDays, toKnownDay } from "./day-range.ts";
import { countsAt, MAX_GROUPS, toGroupName } from "./group-days.ts";
import { toCounts } from "./ratio-of.ts";
import { holdersOf } from "./rules-over-days.ts";
import { summedDays } from "./summed-days.ts";

type GroupBy = (typeof COMPLIANCE_GROUPS)[number];
type DayGroup = ComplianceDayView["groups"][number];

const MAX_NAMED_HOSTS = 50;

/**
 * Compliance of one day, by group and compared with the previous day. @throws AppError `bad-request` for the invalid
 * parameter
 */
export async function getComplianceDay(
  words: { day?: string | undefined; groupBy?: GroupBy | undefined },
  now: Date,
): Promise<ComplianceDayView> {
  const today = dayOf(now.getTime());
  const day = words.day === undefined ? dayAfter(today, -1) : toKnownDay(words.day, "day", now);
  const groupBy = words.groupBy ?? "cluster";
  const from = dayAfter(day, -1);
  const directory = await fleetDirectory(now);
  const live = day === today ? complianceNow(directory) : null;
  const summed = await summedDays({ from, to: day });
  const { before, chosen } = await twoDays();
  const isKnown = chosen.state !== "none";
  const hostDays = await readHostDay(day);
  const rules = rulesOn({ day: chosen, before }, await summed.groups("rule"), live);
  const groups = isKnown ? await groupsOf(groupBy) : [];
  return {
    day: chosen,
    before,
    groupBy,
    recordedFrom: await summed.firstOnRecord(),
    silent: (live
      ? silentNow(directory)
      : hostDays.filter(({ isSilent }) => isSilent).map(({ hostId }) => hostId)
    )
      .map((id) => ({ id, name: directory.byId.get(id)?.name ?? id }))
      .toSorted((left, right) => (left.name < right.name ? -1 : 1))
      .slice(0, MAX_NAMED_HOSTS),
    groups: groups.toSorted(worstFirst).slice(0, MAX_GROUPS),
    groupCount: groups.length,
    rules: isKnown ? rules : [],
  };

  async function twoDays() {
    const [first, second] = toDays([from, day], await summed.fleet(), live?.fleet ?? null);
    if (!first || !second) throw new Error("unreachable: two days were asked for");
    return { before: first, chosen: second };
  }

  async function groupsOf(kind: GroupBy): Promise<DayGroup[]> {
    switch (kind) {
      case "rule":
        return rules.map(({ rule, ratio, ratioBefore, vms }) => ({
          key: rule,
          name: rule,
          counts: { ...holdersOf(chosen, vms.critical + vms.warning), ratio },
          ratioBefore,
        }));
      case "host": {
        const ofBefore = new Map((await readHostDay(from)).map((row) => [row.hostId, toCounts(row).ratio]));
        const rows = live ? [...live.hosts] : hostDays.map((row) => [row.hostId, row] as const);
        return rows.map(([id, row]) => ({
          key: id,
          name: directory.byId.get(id)?.name ?? id,
          counts: toCounts(row),
          ratioBefore: ofBefore.get(id) ?? null,
        }));
      }
      case "cluster":
        return groupsOn({ day, from }, await summed.groups(kind), live?.clusters ?? null);
      case "tag":
        return groupsOn({ day, from }, await summed.groups(kind), live?.tags ?? null);
    }
  }
}

function silentNow({ hosts, silentHostIds }: FleetDirectory): string[] {
  return hosts
    .filter(({ id, freshness }) => freshness !== "retired" && silentHostIds.includes(id))
    .map(({ id }) => id);
}

function groupsOn(
  { day, from }: { day: string; from: string },
  summed: readonly SummedGroup[],
  live: ReadonlyMap<string, CountsNow> | null,
): DayGroup[] {
  const byKey = new Map(summed.map((group) => [group.key, group]));
  const keys = live
    ? [...live.keys()]
    : summed.filter(({ days }) => days.includes(day)).map(({ key }) => key);
  return keys.map((key) => ({
    key,
    name: toGroupName(key),
    counts: toCounts(live?.get(key) ?? countsOn(byKey.get(key), day) ?? NOTHING),
    ratioBefore: ratioOn(byKey.get(key), from),
  }));
}

function countsOn(group: SummedGroup | undefined, day: string): CountsNow | null {
  const place = group?.days.indexOf(day) ?? -1;
  return group === undefined || place < 0 ? null : countsAt(group, place);
}

function ratioOn(group: SummedGroup | undefined, day: string): number | null {
  const counts = countsOn(group, day);
  return counts === null ? null : toCounts(counts).ratio;
}

function rulesOn(
  { day, before }: { day: ComplianceDay; before: ComplianceDay },
  summed: readonly SummedGroup[],
  live: ComplianceNow | null,
): ComplianceDayView["rules"] {
  const byRule = new Map(summed.map((group) => [group.key, group]));
  return RULE_IDS.map((rule) => {
    const group = byRule.get(rule);
    const vms = live ? (live.rules.get(rule) ?? NO_VMS) : brokenOn(group, day.day);
    const then = brokenOn(group, before.day);
    return {
      rule,
      vms,
      ratio: holdersOf(day, vms.critical + vms.warning).ratio,
      ratioBefore: holdersOf(before, then.critical + then.warning).ratio,
    };
  })
    .filter(({ ratio, ratioBefore }) => (ratio ?? 1) < 1 || (ratioBefore ?? 1) < 1)
    .toSorted((left, right) => (left.ratio ?? 2) - (right.ratio ?? 2));
}

const NO_VMS: Record<Severity, number> = { critical: 0, warning: 0, info: 0 };

function brokenOn(group: SummedGroup | undefined, day: string): Record<Severity, number> {
  const place = group?.days.indexOf(day) ?? -1;
  if (group === undefined || place < 0) return NO_VMS;
  const { critical, warning, info } = group;
  return { critical: critical[place] ?? 0, warning: warning[place] ?? 0, info: info[place] ?? 0 };
}

function worstFirst(left: DayGroup, right: DayGroup): number {
  return (left.counts.ratio ?? 2) - (right.counts.ratio ?? 2) || (left.name < right.name ? -1 : 1);
}
