import { formatDuration } from "./duration.ts";

// Creating a formatter costs a hundred times what using it does, and lists use hundreds. The time zone is the viewer's.
const EXACT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "long" });
const LOCAL = momentFormats({});
const UTC = momentFormats({ timeZone: "UTC" });

function momentFormats(zone: { timeZone?: string }) {
  return {
    clock: new Intl.DateTimeFormat("en-GB", { timeStyle: "short", ...zone }),
    dayOfYear: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", ...zone }),
    dayAndYear: new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", ...zone }),
  };
}

/** Seconds from an ISO time to now; a future time, due to a skewed clock, has the age 0. */
export function secondsSince(at: string, nowMs: number): number {
  return Math.max(0, (nowMs - Date.parse(at)) / 1000);
}

/** "4 s ago". */
export function formatAgo(at: string, nowMs: number): string {
  return `${formatDuration(secondsSince(at, nowMs))} ago`;
}

/** The exact time, for hover: 24 Nov 2025, 08:33:07 CET. */
export function formatExact(at: string): string {
  return EXACT.format(new Date(at));
}

/** A time in a sentence: 08:33 today, 17 Nov before, 17 Nov 2023 in another year. */
export function formatMoment(at: string, nowMs: number): string {
  const time = new Date(at);
  const now = new Date(nowMs);
  if (time.toDateString() === now.toDateString()) return LOCAL.clock.format(time);
  return (time.getFullYear() === now.getFullYear() ? LOCAL.dayOfYear : LOCAL.dayAndYear).format(time);
}

/** The same in UTC, for a page whose viewer's time zone is not known yet: as wide as the final text. */
export function formatMomentUtc(at: string, nowMs: number): string {
  const time = new Date(at);
  const now = new Date(nowMs);
  if (time.toISOString().slice(0, 10) === now.toISOString().slice(0, 10)) return UTC.clock.format(time);
  return (time.getUTCFullYear() === now.getUTCFullYear() ? UTC.dayOfYear : UTC.dayAndYear).format(time);
}

/** 08:33 */
export function formatClock(at: string): string {
  return LOCAL.clock.format(new Date(at));
}
