import { expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { RULES_VERSION } from "@/lib/domain/rules/rules-version.ts";
import { enrolTestHost } from "@/lib/services/testing/test-host.ts";
import { rejudgeOnce } from "./rejudge-once.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");

async function judgedBy(): Promise<number[]> {
  const { rows } = await getDatabase().pool.query<{ judged_by: number }>(
    "SELECT judged_by FROM host_reports",
  );
  return rows.map((row) => row.judged_by);
}

test("a server re-evaluates at startup what older rules evaluated, and only once", async () => {
  for (let host = 0; host < 2; host += 1) await (await enrolTestHost({ now: NOW })).post(undefined, NOW);
  const outdate = () =>
    getDatabase().pool.query("UPDATE host_reports SET judged_by = $1", [RULES_VERSION - 1]);
  await outdate();
  const told: string[] = [];
  const logger = {
    info: (details: object, message: string) => void told.push(`${message} ${JSON.stringify(details)}`),
    warn: (details: object, message: string) => void told.push(`${message} ${JSON.stringify(details)}`),
  };
  let isStopped = true;
  const rejudge = rejudgeOnce({ logger, isStopped: () => isStopped });
  await rejudge();
  expect(await judgedBy()).toEqual([RULES_VERSION - 1, RULES_VERSION - 1]);

  // The run was stopped before it began, and is called again.
  isStopped = false;
  await rejudge();
  expect(await judgedBy()).toEqual([RULES_VERSION, RULES_VERSION]);
  expect(told.at(-1)).toMatch(/^Everything has been re-evaluated .*"hosts":2/);

  // A server of the older release still accepts reports.
  await outdate();
  await rejudge();
  expect(await judgedBy()).toEqual([RULES_VERSION - 1, RULES_VERSION - 1]);
});
