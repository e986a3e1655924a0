import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { getFleet } from "./get-fleet.ts";
import { listCauses } from "./list-causes.ts";
import { retireHost } from "./hosts/retire-host.ts";
import { enrolTestHost } from "./testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

test("the fleet returns the age of its newest report", async () => {
  expect((await getFleet(NOW)).newestReportAt).toBeNull();
  const [first, second, retired] = [
    await enrolTestHost({ now: NOW }),
    await enrolTestHost({ now: NOW }),
    await enrolTestHost({ now: NOW }),
  ];
  await first.post(undefined, NOW);
  await second.post(undefined, minutesLater(2));
  // A delayed report counts at the time it describes.
  await first.post((snapshot) => {
    snapshot.collectedAt = minutesLater(1).toISOString();
    snapshot.sentAt = minutesLater(3).toISOString();
  }, minutesLater(3));
  await retired.post(undefined, minutesLater(4));
  await retireHost(retired.hostId, { name: "Jana", at: minutesLater(4) });
  await second.post((snapshot) => {
    snapshot.collectedAt = minutesLater(2).toISOString();
    snapshot.sentAt = minutesLater(5).toISOString();
  }, minutesLater(5));
  expect((await getFleet(minutesLater(5))).newestReportAt).toBe(minutesLater(2).toISOString());
});

test("a cause counts the VMs on which it was opened and closed within a day", async () => {
  const host = await enrolTestHost({ now: NOW });
  await host.post(undefined, minutesLater(6));
  const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
  const finding = (
    opened: number,
    resolved: number | null,
    rest: { subjectId?: null; severity?: string } = {},
  ) => ({
    hostId: host.hostId,
    id: randomUUID(),
    subjectId: randomUUID(),
    rule: "is.vss",
    severity: "critical",
    summary: "Backups cannot quiesce this guest.",
    evidence: [],
    remedies: [],
    openedAt: hoursAgo(opened),
    resolvedAt: resolved === null ? null : hoursAgo(resolved),
    ...rest,
  });
  await getDatabase().prisma.finding.createMany({
    data: [
      finding(30, null),
      finding(30, null),
      finding(2, null),
      ...[1, 2, 3].map((hours) => finding(30, hours)),
      // Closed before the day began, opened and closed within it, and others.
      finding(40, 30),
      finding(5, 1),
      finding(30, 1, { subjectId: null }),
      finding(30, 1, { severity: "info" }),
    ],
  });
  const { causes } = await getFleet(minutesLater(6));
  const found = causes.find(({ rule, severity }) => rule === "is.vss" && severity === "critical");
  expect(found).toMatchObject({ vmsTouched: 3, lastDay: { found: 1, ended: 3 } });
  expect((await listCauses({ severity: ["critical"] }, NOW)).causes[0]?.lastDay).toEqual({
    found: 1,
    ended: 3,
  });
  expect((await listCauses({ host: [randomUUID()] }, NOW)).causes).toEqual([]);
});
