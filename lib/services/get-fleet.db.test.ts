import { expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { getFleet } from "./get-fleet.ts";
import { enrolTestHost } from "./testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

test("the fleet tells how old the newest report is that it rests on", async () => {
  expect((await getFleet(NOW)).newestReportAt).toBeNull();
  const [first, second, retired] = [
    await enrolTestHost({ now: NOW }),
    await enrolTestHost({ now: NOW }),
    await enrolTestHost({ now: NOW }),
  ];
  await first.post(undefined, NOW);
  await second.post(undefined, minutesLater(2));
  // One that waited tells of the time when it was true.
  await first.post((snapshot) => {
    snapshot.collectedAt = minutesLater(1).toISOString();
    snapshot.sentAt = minutesLater(3).toISOString();
  }, minutesLater(3));
  await retired.post(undefined, minutesLater(4));
  await getDatabase().pool.query("UPDATE hosts SET retired_at = $2 WHERE id = $1", [
    retired.hostId,
    minutesLater(4),
  ]);
  await second.post((snapshot) => {
    snapshot.collectedAt = minutesLater(2).toISOString();
    snapshot.sentAt = minutesLater(5).toISOString();
  }, minutesLater(5));
  expect((await getFleet(minutesLater(5))).newestReportAt).toBe(minutesLater(2).toISOString());
});
