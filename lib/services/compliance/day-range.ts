import type { SummedDay } from "@/lib/data/compliance/read-compliance.ts";
import type { ComplianceDay } from "@/lib/contract/api/compliance.ts";
import { badParameter } from "../cursor.ts";
import type { CountsNow } from "./compliance-now.ts";
import { toCounts } from "./ratio-of.ts";

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 90;
const MAX_DAYS = 400;
/** There are no counts before this day, and ranges after it contain only valid years. */
const EARLIEST_DAY = "1970-01-01";

export interface DayRange {
  from: string;
  to: string;
  days: string[];
  isTodayIn: boolean;
}

/** The requested range of days. @throws AppError `bad-request` for the invalid parameter */
export function toRange(words: { from?: string | undefined; to?: string | undefined }, now: Date): DayRange {
  const today = dayOf(now.getTime());
  const to = words.to === undefined ? today : toKnownDay(words.to, "to", now);
  const from = words.from ?? dayOf(Date.parse(to) - (DEFAULT_DAYS - 1) * DAY_MS);
  if (from > to) throw badParameter("from", "must not be after the last day");
  if (Date.parse(to) - Date.parse(from) >= MAX_DAYS * DAY_MS)
    throw badParameter("from", `must be less than ${MAX_DAYS} days before the last day`);
  return { from, to, days: daysBetween(from, to), isTodayIn: to === today };
}

/**
 * Treats tomorrow as today, because it has already begun east of Greenwich. @throws AppError `bad-request` for the
 * invalid parameter
 */
export function toKnownDay(day: string, parameter: string, now: Date): string {
  const today = dayOf(now.getTime());
  if (day < EARLIEST_DAY) throw badParameter(parameter, `must not be before ${EARLIEST_DAY}`);
  return day > today ? today : day;
}

export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The day a number of days after (or, if negative, before) a day. */
export function dayAfter(day: string, count: number): string {
  return dayOf(Date.parse(day) + count * DAY_MS);
}

export function daysBetween(from: string, to: string): string[] {
  const count = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return Array.from({ length: count }, (_, index) => dayOf(Date.parse(from) + index * DAY_MS));
}

/**
 * Each day with its data: a day that is not summed has no counts. Today shows the current state. If every host is silent,
 * today or at the end of a past day, all VMs are unknown.
 */
export function toDays(
  days: readonly string[],
  summed: readonly SummedDay[],
  today: (CountsNow & { hosts: number; silentHosts: number }) | null,
): ComplianceDay[] {
  const byDay = new Map(summed.map((row) => [row.day, row]));
  return days.map((day, index) => {
    if (today !== null && index === days.length - 1) return toDay(day, "today", today);
    const row = byDay.get(day);
    if (!row) return toDay(day, "none", { ...NOTHING, hosts: 0, silentHosts: 0 });
    if (row.silentHosts === row.hosts) return toDay(day, "none", row);
    return toDay(day, row.silentHosts > 0 ? "holes" : "whole", row);
  });
}

export const NOTHING: CountsNow = {
  critical: 0,
  warning: 0,
  unknown: 0,
  healthy: 0,
  inactive: 0,
  excepted: 0,
};

function toDay(
  day: string,
  state: ComplianceDay["state"],
  row: CountsNow & { hosts: number; silentHosts: number },
): ComplianceDay {
  const { hosts, silentHosts, critical, warning, unknown, healthy, inactive } = row;
  const health = { critical, warning, unknown, healthy, inactive };
  return { day, state, hosts, silentHosts, ...toCounts(row), health };
}
