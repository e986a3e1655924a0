import { describe, expect, test } from "vitest";
import { Random } from "../random.ts";
import { backoffMs, retryAfterMs, stretch } from "./backoff.ts";

const NOW_MS = Date.parse("2026-11-23T08:00:00Z");

describe("backoff", () => {
  test.each([
    { failures: 1, ceilingMs: 10_000 },
    { failures: 2, ceilingMs: 20_000 },
    { failures: 5, ceilingMs: 160_000 },
    { failures: 6, ceilingMs: 300_000 },
    { failures: 400, ceilingMs: 300_000 },
  ])("after $failures failures it is spread between 5 s and $ceilingMs ms", ({ failures, ceilingMs }) => {
    const random = new Random("backoff", failures);
    const waits = Array.from({ length: 500 }, () => backoffMs(failures, random));
    const width = ceilingMs - 5_000;
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(5_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(ceilingMs);
    expect(Math.min(...waits)).toBeLessThan(5_000 + width * 0.1);
    expect(Math.max(...waits)).toBeGreaterThan(5_000 + width * 0.9);
  });
});

describe("Retry-After", () => {
  test.each([
    { header: "2", ms: 2_000 },
    { header: " 30 ", ms: 30_000 },
    { header: "Mon, 23 Nov 2026 08:00:45 GMT", ms: 45_000 },
    { header: "999999999", ms: 3_600_000 },
    { header: "0", ms: null },
    { header: "-5", ms: null },
    { header: "Mon, 23 Nov 2026 07:59:00 GMT", ms: null },
    { header: "soon", ms: null },
    { header: "", ms: null },
    { header: null, ms: null },
  ])("$header → $ms", ({ header, ms }) => {
    expect(retryAfterMs(header, NOW_MS)).toBe(ms);
  });

  test("is never shortened, and slightly extended", () => {
    const random = new Random("stretch");
    const waits = Array.from({ length: 200 }, () => stretch(8_000, random));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(8_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(10_000);
    expect(new Set(waits).size).toBeGreaterThan(100);
  });
});
