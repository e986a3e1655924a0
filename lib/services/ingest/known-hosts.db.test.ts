import { expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { enrolTestHost } from "../testing/test-host.ts";
import { knownHosts } from "./known-hosts.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

test("a host whose version went back, as in a restored database, is read and cached again", async () => {
  const host = await enrolTestHost({ now: NOW });
  const post = (minute: number) => host.post(() => undefined, minutesLater(minute));
  await post(0);
  await post(1);
  const before = knownHosts.recall(host.hostId)?.version ?? 0;
  expect(before).toBeGreaterThan(2);

  await getDatabase().pool.query("UPDATE fleet_versions SET version = 1 WHERE host_id = $1", [host.hostId]);
  expect(await post(2)).toMatchObject({ kind: "stored" });
  expect(knownHosts.recall(host.hostId)?.version).toBe(2);
  expect(await post(3)).toMatchObject({ kind: "stored" });
  expect(knownHosts.recall(host.hostId)?.version).toBe(3);
});
