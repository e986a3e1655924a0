import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { timeToFixView } from "@/lib/contract/api/time-to-fix.ts";
import type { RuleId, Severity } from "@/lib/domain/words.ts";
import { choices } from "../testing/choices.ts";
import { enrolTestHost, type TestHost } from "../testing/test-host.ts";
import { getTimeToFix } from "./get-time-to-fix.ts";
import { sumDays } from "./sum-days.ts";

useTestDatabase();

const DAY_MS = 86_400_000;
const NOW = new Date("2026-09-30T12:00:00Z");
const TODAY = "2026-09-30";

interface Ended {
  rule: RuleId;
  severity: Severity;
  seconds: number;
  resolvedAt: number;
  resolution: "mended" | "no-longer-applies";
  isConfirmed: boolean;
}

let host: TestHost;
beforeAll(async () => {
  const first = new Date("2026-06-01T23:59:00Z");
  host = await enrolTestHost({ now: first });
  await host.post(() => undefined, first);
});

async function keep(ended: readonly Ended[]): Promise<void> {
  await getDatabase().pool.query(
    `INSERT INTO findings (host_id, id, rule, severity, summary, evidence, remedies, opened_at, confirmed_at, resolved_at, resolution)
     SELECT $1, u.id, u.rule, u.severity, '', '[]', '[]', u.opened_at,
            CASE WHEN u.is_confirmed THEN u.opened_at END, u.resolved_at, u.resolution
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::bool[])
         AS u (id, rule, severity, opened_at, resolved_at, resolution, is_confirmed)`,
    [
      host.hostId,
      ended.map(() => randomUUID()),
      ended.map(({ rule }) => rule),
      ended.map(({ severity }) => severity),
      ended.map(({ resolvedAt, seconds }) => new Date(resolvedAt - seconds * 1000).toISOString()),
      ended.map(({ resolvedAt }) => new Date(resolvedAt).toISOString()),
      ended.map(({ resolution }) => resolution),
      ended.map(({ isConfirmed }) => isConfirmed),
    ],
  );
}

/** Nearest rank: the value of one of them. */
function recount(ended: readonly Ended[], share: number): number | null {
  const sorted = ended.map(({ seconds }) => seconds).toSorted((left, right) => left - right);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? null;
}

describe("a generated history", () => {
  const choose = choices(20_260_930);
  const RULES: RuleId[] = ["is.heartbeat", "is.vss", "net.sr-iov", "gen.conversion"];
  const SEVERITY: Severity[] = ["critical", "warning", "info"];
  const ended = Array.from({ length: 900 }, (): Ended => {
    const resolution = choose(8) === 0 ? "no-longer-applies" : "mended";
    return {
      rule: RULES[choose(RULES.length)] ?? "is.vss",
      severity: SEVERITY[choose(3)] ?? "info",
      // From a minute to some weeks, with as many short ones as long ones.
      seconds: Math.round(60 * 10 ** (choose(1000) / 220)),
      // Also at day boundaries, and today.
      resolvedAt: NOW.getTime() - choose(100) * DAY_MS - choose(2) * (12 * 3_600_000) - choose(3) * 1000,
      resolution,
      isConfirmed: choose(6) > 0,
    };
  });
  const within = (from: string, to: string) =>
    ended.filter(({ resolvedAt }) => {
      const day = new Date(resolvedAt).toISOString().slice(0, 10);
      return day >= from && day <= to;
    });
  const mended = (from: string, to: string) =>
    within(from, to).filter(({ resolution, isConfirmed }) => resolution === "mended" && isConfirmed);

  beforeAll(() => keep(ended));

  const ranges = [
    { name: "to today", from: "2026-09-01", to: TODAY, before: { from: "2026-08-02", to: "2026-08-31" } },
    {
      name: "of the past",
      from: "2026-08-01",
      to: "2026-08-20",
      before: { from: "2026-07-12", to: "2026-07-31" },
    },
    { name: "of today alone", from: TODAY, to: TODAY, before: { from: "2026-09-29", to: "2026-09-29" } },
    {
      name: "to yesterday",
      from: "2026-09-28",
      to: "2026-09-29",
      before: { from: "2026-09-26", to: "2026-09-27" },
    },
    { name: "longer than the record", from: "2026-05-01", to: TODAY, before: null },
  ];

  test.each(ranges)("a range $name equals a recount of its findings", async ({ from, to, before }) => {
    // The job sums yesterday only after midnight; results must not depend on that.
    await sumDays(new Date("2026-09-29T12:00:00Z"));
    const view = await getTimeToFix({ from, to }, NOW);
    expect(timeToFixView.parse(view)).toEqual(view);
    const meant = mended(from, to);
    expect(view).toMatchObject({
      mended: meant.length,
      medianSeconds: recount(meant, 0.5),
      nineInTenWithinSeconds: recount(meant, 0.9),
      before,
      medianBeforeSeconds: before && recount(mended(before.from, before.to), 0.5),
      mendedBefore: before && mended(before.from, before.to).length,
      noLongerApplied: within(from, to).filter(({ resolution }) => resolution === "no-longer-applies").length,
      passing: within(from, to).filter(
        ({ resolution, isConfirmed }) => resolution === "mended" && !isConfirmed,
      ).length,
    });
    for (const line of view.severities)
      expect(line.medianSeconds).toBe(
        recount(
          meant.filter(({ severity }) => severity === line.severity),
          0.5,
        ),
      );
    for (const line of view.rules)
      expect(line).toMatchObject({
        medianSeconds: recount(
          meant.filter(({ rule }) => rule === line.rule),
          0.5,
        ),
        longestSeconds: recount(
          meant.filter(({ rule }) => rule === line.rule),
          1,
        ),
      });
    let least = -1;
    for (const { withinSeconds, critical, warning, info } of view.bands) {
      const most = withinSeconds ?? Infinity;
      const inBand = meant.filter(({ seconds }) => seconds > least && seconds <= most);
      expect(critical + warning + info).toBe(inBand.length);
      least = most;
    }
  });

  test("repeated sums are the same, and a finding closed by a late report is added to its day", async () => {
    const ask = () => getTimeToFix({ from: "2026-08-01", to: "2026-08-20" }, NOW);
    const before = await ask();
    await sumDays(NOW);
    await sumDays(NOW);
    expect(await ask()).toEqual(before);
    await keep([
      {
        rule: "is.vss",
        severity: "critical",
        seconds: 5,
        resolvedAt: Date.parse("2026-08-10T12:00:00Z"),
        resolution: "mended",
        isConfirmed: true,
      },
    ]);
    await sumDays(NOW);
    const after = await ask();
    expect(after.mended).toBe(before.mended + 1);
    expect(after.bands[0]?.critical).toBe((before.bands[0]?.critical ?? 0) + 1);
  });
});

test("open findings are returned separately, because the medians do not include them", async () => {
  const { severities } = await getTimeToFix({ from: "2026-09-01" }, NOW);
  // The host has been silent since June: its findings are frozen, and its silence itself has no finding yet.
  expect(severities.map(({ open }) => open)).toEqual([0, 0, 0]);
  await getDatabase().pool.query(
    `INSERT INTO findings (host_id, id, rule, severity, summary, evidence, remedies, opened_at)
     VALUES ($1, $2, 'host.stale', 'critical', '', '[]', '[]', '2026-07-01T00:00:00Z')`,
    [host.hostId, randomUUID()],
  );
  const told = await getTimeToFix({ from: "2026-09-01" }, NOW);
  expect(told.severities[0]).toMatchObject({ open: 1, oldestOpenedAt: "2026-07-01T00:00:00.000Z" });
});

test("a range that ends before it begins is refused with its path", async () => {
  await expect(getTimeToFix({ from: "2026-09-02", to: "2026-09-01" }, NOW)).rejects.toMatchObject({
    code: "bad-request",
    errors: [{ path: "from" }],
  });
});
