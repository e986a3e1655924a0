import { expect, test } from "vitest";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { getFleet } from "./get-fleet.ts";
import { retireHost } from "./hosts/retire-host.ts";
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
  await retireHost(retired.hostId, { name: "Jana", at: minutesLater(4) });
  await second.post((snapshot) => {
    snapshot.collectedAt = minutesLater(2).toISOString();
    snapshot.sentAt = minutesLater(5).toISOString();
  }, minutesLater(5));
  expect((await getFleet(minutesLater(5))).newestReportAt).toBe(minutesLater(2).toISOString());
});
