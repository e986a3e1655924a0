import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { NO_CLUSTER } from "@/lib/contract/api/no-cluster.ts";
import type { RuleId, Severity } from "@/lib/domain/words.ts";
import { listCauses } from "./list-causes.ts";
import { listFindings, type FindingListWords } from "./list-findings.ts";
import { enrolTestHost } from "./testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const A_VM = randomUUID();
let aloneId = "";

// One host in each of two clusters and a standalone one, with findings of their VMs.
beforeAll(async () => {
  const fleet: [cluster: string | null, [subjectId: string, RuleId, Severity][]][] = [
    [
      "MUC",
      [...of("is.vss", "warning", A_VM), ...of("is.shutdown", "warning", A_VM), ...of("is.vss", "info")],
    ],
    ["NUE", [...of("is.vss", "warning"), ...of("is.heartbeat", "critical")]],
    [null, of("is.heartbeat", "warning")],
  ];
  for (const [name, findings] of fleet) {
    const host = await enrolTestHost({ now: NOW });
    await host.post((snapshot) => {
      snapshot.host.cluster = name === null ? null : { name, nodes: [] };
    });
    if (name === null) aloneId = host.hostId;
    await getDatabase().prisma.finding.createMany({
      data: findings.map(([subjectId, rule, severity]) => ({
        hostId: host.hostId,
        id: randomUUID(),
        subjectId,
        rule,
        severity,
        summary: `${rule} ${severity}`,
        evidence: [],
        remedies: [],
        openedAt: NOW,
      })),
    });
  }
});

function of(rule: RuleId, severity: Severity, subjectId = randomUUID()): [string, RuleId, Severity][] {
  return [[subjectId, rule, severity]];
}

const FACETS = ["severity", "rule", "cluster", "host"] as const;

test.each<{ words: () => FindingListWords; name: string; ruleCounts: Record<string, number> }>([
  {
    name: "nothing",
    words: () => ({}),
    ruleCounts: { "is.vss": 3, "is.heartbeat": 2, "is.shutdown": 1 },
  },
  {
    name: "a severity",
    words: () => ({ severity: ["critical"] }),
    ruleCounts: { "is.heartbeat": 1 },
  },
  {
    name: "a cluster and a rule",
    words: () => ({ cluster: ["MUC"], rule: ["is.vss"] }),
    ruleCounts: { "is.vss": 2, "is.shutdown": 1 },
  },
  {
    name: "no cluster, and a severity without findings",
    words: () => ({ cluster: [NO_CLUSTER], severity: ["info"] }),
    ruleCounts: {},
  },
  {
    name: "a host and a rule without findings",
    words: () => ({ host: [aloneId], rule: ["is.vss"] }),
    ruleCounts: { "is.heartbeat": 1, "is.vss": 0 },
  },
  {
    name: "a VM and a severity",
    words: () => ({ vm: [A_VM], severity: ["warning"] }),
    ruleCounts: { "is.vss": 1, "is.shutdown": 1 },
  },
])("filtered by $name, each filter returns the count of each value", async ({ words, ruleCounts }) => {
  const { facets } = await listCauses(words(), NOW);
  expect(Object.fromEntries(facets.rule.map(({ value, count }) => [value, count]))).toEqual(ruleCounts);
  for (const name of FACETS)
    for (const { value, count } of facets[name])
      expect({ name, value, count }).toEqual({
        name,
        value,
        count: (await listFindings({ ...words(), [name]: [value] }, NOW)).total,
      });
});

test("a selected host keeps its name even if the other filters match nothing on it", async () => {
  const { facets } = await listCauses({ host: [aloneId], rule: ["is.vss"] }, NOW);
  const { items } = await listFindings({ host: [aloneId] }, NOW);
  expect(facets.host).toContainEqual({ value: aloneId, label: items[0]?.host.name, count: 0 });
});
