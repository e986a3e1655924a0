import { expect, test, vi } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { postgresUrl, useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { withDatabase } from "@/lib/data/testing/start-postgres.ts";
import { enrolTestHost } from "@/lib/services/testing/test-host.ts";
import { startJobs } from "./jobs.ts";

useTestDatabase();

test("days that ended while no server was running are summed after the start, by one of two replicas", async () => {
  const yesterday = new Date("2026-11-20T23:59:00Z");
  const host = await enrolTestHost({ now: yesterday });
  await host.post(() => undefined, yesterday);
  const { rows: names } = await getDatabase().pool.query<{ name: string }>(
    "SELECT current_database() AS name",
  );
  const connectionString = withDatabase(postgresUrl(), names[0]?.name ?? "");
  const warned: object[] = [];
  const logger = { warn: (details: object) => void warned.push(details) };
  const stops = [
    await startJobs({ connectionString, logger }),
    await startJobs({ connectionString, logger }),
  ];
  try {
    await vi.waitFor(
      async () => {
        const { rows } = await getDatabase().pool.query(
          "SELECT hosts FROM compliance_days WHERE kind = 'fleet' AND day = '2026-11-20'",
        );
        expect(rows).toEqual([{ hosts: 1 }]);
      },
      { timeout: 60_000, interval: 250 },
    );
  } finally {
    for (const stop of stops) await stop();
  }
  expect(warned).toEqual([]);
});
