import { describe, expect, test } from "vitest";
import { freshnessInstants, freshnessLimits, freshnessOf, isReporting } from "./freshness.ts";
import { FRESHNESSES } from "./words.ts";

const NOW = new Date("2026-11-24T12:00:00.000Z");
const HOUR = 3600;
const DAY = 24 * HOUR;

const secondsAgo = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

describe("freshnessLimits", () => {
  test.each([
    { name: "each minute", interval: 60, late: 120, stale: 300, missing: 7 * DAY },
    { name: "0 counts as 10", interval: 0, late: 20, stale: 300, missing: 7 * DAY },
    { name: "9 counts as 10", interval: 9, late: 20, stale: 300, missing: 7 * DAY },
    { name: "10", interval: 10, late: 20, stale: 300, missing: 7 * DAY },
    { name: "11", interval: 11, late: 22, stale: 300, missing: 7 * DAY },
    { name: "stale never before five minutes", interval: 59, late: 118, stale: 300, missing: 7 * DAY },
    { name: "past a minute the interval decides", interval: 61, late: 122, stale: 305, missing: 7 * DAY },
    { name: "hourly", interval: HOUR, late: 2 * HOUR, stale: 5 * HOUR, missing: 7 * DAY },
    {
      name: "at most four hours of margin",
      interval: 4 * HOUR,
      late: 8 * HOUR,
      stale: 20 * HOUR,
      missing: 7 * DAY,
    },
    { name: "five-hourly", interval: 5 * HOUR, late: 9 * HOUR, stale: 21 * HOUR, missing: 7 * DAY },
    { name: "daily", interval: DAY, late: 28 * HOUR, stale: 40 * HOUR, missing: 7 * DAY },
    {
      name: "just inside seven days",
      interval: 7 * DAY - 16 * HOUR,
      late: 7 * DAY - 12 * HOUR,
      stale: 7 * DAY,
      missing: 7 * DAY,
    },
    {
      name: "weekly",
      interval: 7 * DAY,
      late: 7 * DAY + 4 * HOUR,
      stale: 7 * DAY + 16 * HOUR,
      missing: 7 * DAY + 16 * HOUR,
    },
  ])("$name", ({ interval, late, stale, missing }) => {
    expect(freshnessLimits(interval)).toEqual({
      lateSeconds: late,
      staleSeconds: stale,
      missingSeconds: missing,
    });
  });
});

describe("freshnessOf", () => {
  test.each([
    { name: "just reported", interval: 60, age: 0, freshness: "fresh" },
    { name: "observed ahead of the clock", interval: 60, age: -30, freshness: "fresh" },
    { name: "at the late limit", interval: 60, age: 120, freshness: "fresh" },
    { name: "past the late limit", interval: 60, age: 120.001, freshness: "late" },
    { name: "at the stale limit", interval: 60, age: 300, freshness: "late" },
    { name: "past the stale limit", interval: 60, age: 300.001, freshness: "stale" },
    { name: "a fast host waits five minutes all the same", interval: 10, age: 300, freshness: "late" },
    { name: "a fast host past five minutes", interval: 10, age: 301, freshness: "stale" },
    { name: "at the missing limit", interval: 60, age: 7 * DAY, freshness: "stale" },
    { name: "past the missing limit", interval: 60, age: 7 * DAY + 1, freshness: "missing" },
    { name: "daily, after 28 hours", interval: DAY, age: 28 * HOUR, freshness: "fresh" },
    { name: "daily, after 40 hours", interval: DAY, age: 40 * HOUR, freshness: "late" },
    { name: "daily, past 40 hours", interval: DAY, age: 40 * HOUR + 1, freshness: "stale" },
    {
      name: "weekly, after a week and 16 hours",
      interval: 7 * DAY,
      age: 7 * DAY + 16 * HOUR,
      freshness: "late",
    },
    {
      name: "weekly, past that: missing, never merely stale",
      interval: 7 * DAY,
      age: 7 * DAY + 16 * HOUR + 1,
      freshness: "missing",
    },
    {
      name: "the longest interval that the wire takes",
      interval: Number.MAX_SAFE_INTEGER,
      age: 400 * DAY,
      freshness: "fresh",
    },
  ])("$name → $freshness", ({ interval, age, freshness }) => {
    const host = { lastReportedAt: secondsAgo(age), intervalSeconds: interval, retiredAt: null, now: NOW };
    expect(freshnessOf(host)).toBe(freshness);
    expect(
      freshnessOf({ ...host, lastReportedAt: secondsAgo(age).toISOString(), now: NOW.toISOString() }),
    ).toBe(freshness);
  });

  test.each([0, 200, 30 * DAY])("retired manually stays retired (%d s old)", (age) => {
    const host = {
      lastReportedAt: secondsAgo(age),
      intervalSeconds: 60,
      retiredAt: secondsAgo(10),
      now: NOW,
    };
    expect(freshnessOf(host)).toBe("retired");
  });
});

describe("freshnessInstants", () => {
  test("are the last instants before each step", () => {
    const report = { lastReportedAt: "2026-11-24T12:00:00.500Z", intervalSeconds: 60 };
    expect(freshnessInstants(report)).toEqual({
      lateAt: "2026-11-24T12:02:00.500Z",
      staleAt: "2026-11-24T12:05:00.500Z",
      missingAt: "2026-12-01T12:00:00.500Z",
    });
  });

  test("agree with freshnessOf on both sides", () => {
    const report = { lastReportedAt: NOW, intervalSeconds: 600 };
    const { lateAt, staleAt, missingAt } = freshnessInstants(report);
    const at = (instant: string, ms: number) =>
      freshnessOf({ ...report, retiredAt: null, now: new Date(Date.parse(instant) + ms) });
    expect([at(lateAt, 0), at(lateAt, 1)]).toEqual(["fresh", "late"]);
    expect([at(staleAt, 0), at(staleAt, 1)]).toEqual(["late", "stale"]);
    expect([at(missingAt, 0), at(missingAt, 1)]).toEqual(["stale", "missing"]);
  });

  test("an absurd interval gives a time that Postgres and JSON can hold", () => {
    const instants = freshnessInstants({ lastReportedAt: NOW, intervalSeconds: Number.MAX_SAFE_INTEGER });
    expect(new Set(Object.values(instants))).toEqual(new Set(["9999-12-31T23:59:59.999Z"]));
  });
});

test("only fresh and late hosts are reporting", () => {
  expect(FRESHNESSES.filter(isReporting)).toEqual(["fresh", "late"]);
});
