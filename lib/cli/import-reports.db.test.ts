import { describe, expect, test } from "vitest";
import { createFleet } from "@/agents/mock/fleet.ts";
import { tellPast } from "@/agents/mock/past/tell-past.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { getCompliance } from "@/lib/services/compliance/get-compliance.ts";
import { getFleet } from "@/lib/services/get-fleet.ts";
import { listFindings } from "@/lib/services/list-findings.ts";
import { sweepSilence } from "@/lib/services/sweep-silence.ts";
import { enrollHost } from "@/lib/services/enroll-host.ts";
import { enrolTestHost } from "@/lib/services/testing/test-host.ts";
import { getDatabase } from "@/lib/data/database.ts";
import { importReports } from "./import-reports.ts";

useTestDatabase();

const NOW = new Date("2026-11-23T08:00:00Z");

async function importAll(lines: readonly string[], onPause: (counts: object) => void = () => undefined) {
  return await importReports(oneByOne(lines), { clock: () => NOW, onPause });
}

async function* oneByOne(lines: readonly string[]) {
  yield* lines;
}

function lineOf(receivedAt: string, snapshot: SnapshotV1): string {
  return `${receivedAt} ${JSON.stringify(snapshot)}`;
}

describe("past reports", () => {
  test("are stored as of their time, once, and never over newer ones", async () => {
    const host = await enrolTestHost({ now: new Date("2026-03-01T00:00:00Z") });
    const first = lineOf("2026-03-01T23:50:00Z", host.snapshot());
    const second = lineOf("2026-03-02T23:50:00.000Z", host.snapshot());
    const paused: object[] = [];
    expect(
      await importAll([first, "", second, second, first], (counts) => paused.push(counts)),
    ).toMatchObject({
      stored: 2,
      passed: 2,
    });
    expect(paused).toEqual([{ stored: 1, passed: 0 }]);
    const { rows } = await getDatabase().pool.query<{ at: Date }>(
      "SELECT observed_at AS at FROM host_reports WHERE host_id = $1",
      [host.hostId],
    );
    expect(new Date(rows[0]?.at ?? 0).toISOString()).toMatch(/^2026-03-02T23:50/);
  });

  test.each([
    { name: "no time", line: () => "{}", says: /Line 1 is not a UTC time followed by a report/ },
    {
      name: "an invalid report",
      line: () => "2026-03-01T00:00:00Z {}",
      says: /Line 1 is not a valid report: \S+/,
    },
    {
      name: "the future",
      line: (snapshot: SnapshotV1) => lineOf("2027-01-01T00:00:00Z", snapshot),
      says: /Line 1 has a time of receipt in the future/,
    },
    {
      name: "a stranger",
      line: (snapshot: SnapshotV1) =>
        lineOf("2026-03-01T00:00:00Z", {
          ...snapshot,
          agent: { ...snapshot.agent, instanceId: "00000000-0000-4000-8000-000000000001" },
        }),
      says: /Line 1 is from an instance that is not enrolled/,
    },
  ])("a line with $name is reported with its number", async ({ line, says }) => {
    const host = await enrolTestHost({ now: NOW });
    await expect(importAll([line(host.snapshot())])).rejects.toThrow(says);
  });
});

test("a host whose past is being imported raises no alarm, one that falls silent afterwards does", async () => {
  const host = await enrolTestHost({ now: new Date("2026-03-01T00:00:00Z") });
  await importAll([lineOf("2026-03-01T23:50:00Z", host.snapshot())]);
  const isTold = async (now: Date) => {
    await sweepSilence(now);
    const { staleHosts } = await getFleet(now);
    const { total } = await listFindings({ rule: ["host.stale"], host: [host.hostId] }, now);
    return [staleHosts.find(({ id }) => id === host.hostId)?.isPastComing, total];
  };
  expect(await isTold(new Date(NOW.getTime() + 60_000))).toEqual([true, 0]);
  expect(await isTold(new Date(NOW.getTime() + 180_000))).toEqual([false, 1]);
});

test("the past of a mock fleet becomes days with a gap, and today's report continues its numbers", async () => {
  const fleet = createFleet({ scenario: "healthy", now: NOW, hosts: 2, vms: 3, intervalSeconds: 60 });
  const lines: string[] = [];
  for (const { plan, enrollment } of fleet.hosts) {
    const keyHash = `past ${plan.instanceId}`;
    await getDatabase().prisma.enrolmentKey.create({ data: { name: "past", keyHash } });
    const { instanceId, machineId, name } = enrollment;
    await enrollHost({
      keyHash,
      tokenHash: `token ${instanceId}`,
      enrolment: { instanceId, machineId, name, fqdn: null, agentVersion: "1.0.0" },
      now: NOW,
    });
    for (const { receivedAt, snapshot } of tellPast(fleet, plan, 60))
      lines.push(lineOf(receivedAt, snapshot));
  }
  const { stored, days } = await importAll(lines);
  expect(stored).toBe(lines.length);
  expect(days).toBeGreaterThan(30);
  const view = await getCompliance({ from: "2026-10-01", to: "2026-11-22" }, NOW);
  const { ratios } = view.groups.find(({ key }) => key === "LNZ-CORE") ?? {};
  // The server stood still for some days: no host's VMs are known on them.
  const gap = ratios?.slice(-35).filter((ratio) => ratio === null) ?? [];
  expect(gap.length).toBeGreaterThanOrEqual(2);
  expect(gap.length).toBeLessThan(20);
  // Older weeks have a report each, and no day without an answer.
  expect(ratios?.slice(0, 10)).not.toContain(null);
});
