import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import { SEVERITIES } from "@/lib/domain/words.ts";
import { listFindings, type FindingListWords } from "./list-findings.ts";
import { enrolTestHost } from "./testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const at = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

// Two hosts, one of them silent; for every severity open, frozen and resolved findings, several from the same minute.
beforeAll(async () => {
  for (const minutes of [0, 600]) {
    const host = await enrolTestHost({ now: at(minutes) });
    await host.post();
    await getDatabase().prisma.finding.createMany({
      data: SEVERITIES.flatMap((severity) =>
        Array.from({ length: 8 }, (_, index) => ({
          hostId: host.hostId,
          id: randomUUID(),
          rule: "is.guest-silent",
          severity,
          summary: `${severity} ${index}`,
          evidence: [],
          remedies: [],
          openedAt: at(700 + (index % 3)),
          frozenAt: index === 6 ? at(650) : null,
          resolvedAt: index === 7 ? at(660) : null,
          resolution: index === 7 ? "mended" : null,
        })),
      ),
    });
  }
});

async function walk(words: FindingListWords): Promise<FindingView[]> {
  const items: FindingView[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await listFindings({ ...words, limit: 3, cursor }, NOW);
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = page.nextCursor;
  }
}

/** The order of the contract: worst first, then newest first, then by id. */
function inOrder(items: readonly FindingView[]): FindingView[] {
  return items.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.openedAt.localeCompare(a.openedAt) ||
      a.id.localeCompare(b.id),
  );
}

describe("a list of findings", () => {
  test.each<{ words: FindingListWords; least: number }>([
    { words: {}, least: 18 },
    { words: { severity: ["warning", "critical"] }, least: 12 },
    { words: { severity: ["info"] }, least: 6 },
    { words: { status: "frozen" }, least: 24 },
    { words: { status: "resolved" }, least: 6 },
    { words: { status: "all" }, least: 48 },
    { words: { status: "all", rule: ["is.guest-silent"], severity: ["critical"] }, least: 16 },
  ])(
    "by $words is in order, complete over its pages, and contains each finding once",
    async ({ words, least }) => {
      const walked = await walk(words);
      const { items, total } = await listFindings({ ...words, limit: 500 }, NOW);
      expect(walked.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
      expect(items).toEqual(inOrder(items));
      expect(new Set(items.map(({ id }) => id)).size).toBe(total);
      expect(items.length).toBeGreaterThanOrEqual(least);
    },
  );
});
