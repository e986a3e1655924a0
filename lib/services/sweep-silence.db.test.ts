import { describe, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { fleetSignature } from "./fleet-directory.ts";
import { getHost } from "./get-host.ts";
import { sweepSilence } from "./sweep-silence.ts";
import { enrolTestHost } from "./testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const DAY = 24 * 60;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

async function hostThatReportsEvery(seconds: number) {
  const host = await enrolTestHost({ now: NOW });
  await host.post((snapshot) => {
    snapshot.agent.intervalSeconds = seconds;
  }, NOW);
  return host;
}

describe("a sweep of silent hosts", () => {
  test.each([
    { interval: 60, minutes: 4 },
    { interval: 600, minutes: 45 },
    { interval: 86_400, minutes: 39 * 60 },
  ])("with $interval s after $minutes min writes nothing and changes no answer", async (given) => {
    const host = await hostThatReportsEvery(given.interval);
    const now = later(given.minutes);
    // Hosts of the other cases may be silent by then: their silence is reported and confirmed.
    await sweepSilence(now);
    await sweepSilence(now);
    const before = await fleetSignature(now);
    expect(await sweepSilence(now)).toBe(0);
    expect(await fleetSignature(now)).toBe(before);
    const { findings } = await getHost(host.hostId, now);
    expect(findings.filter(({ rule }) => rule === "host.stale")).toEqual([]);
  });

  test.each([
    { interval: 60, minutes: 6, severity: "warning" },
    { interval: 600, minutes: 51, severity: "warning" },
    { interval: 60, minutes: 7 * DAY + 1, severity: "critical" },
  ])(
    "with $interval s after $minutes min reports the silence, confirms it, and then writes nothing",
    async (given) => {
      const host = await hostThatReportsEvery(given.interval);
      const now = later(given.minutes);
      await sweepSilence(now);
      await sweepSilence(now);
      const { findings } = await getHost(host.hostId, now);
      const told = findings.filter(({ rule }) => rule === "host.stale");
      expect(told).toMatchObject([{ severity: given.severity, resolvedAt: null }]);
      expect(told[0]?.confirmedAt).not.toBeNull();
      const before = await fleetSignature(now);
      expect(await sweepSilence(now)).toBe(0);
      expect(await fleetSignature(now)).toBe(before);
    },
  );
});
