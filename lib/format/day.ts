// A calendar day of the fleet ends at midnight UTC, whatever the viewer's time zone: 2026-11-24 is the 24th everywhere.
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const WHOLE = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });

export const DAY_MS = 86_400_000;

/** The calendar day of a moment. */
export function toDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The day this many days later, or earlier. */
export function dayAfter(day: string, count: number): string {
  return toDay(Date.parse(day) + count * DAY_MS);
}

/** 24 Nov */
export function formatShortDay(day: string): string {
  return DAY.format(new Date(day));
}

/** 24 Nov 2026 */
export function formatWholeDay(day: string): string {
  return WHOLE.format(new Date(day));
}

/** Nov */
export function formatMonth(day: string): string {
  return MONTH.format(new Date(day));
}

/** 26 Sep – 24 Nov 2026; with the first year, too, if it differs. */
export function formatDays(from: string, to: string): string {
  const first = from.slice(0, 4) === to.slice(0, 4) ? formatShortDay(from) : formatWholeDay(from);
  return `${first} – ${formatWholeDay(to)}`;
}
