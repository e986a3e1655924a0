import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { hostFacets } from "./host-facets.ts";
import type { HostFilterWords } from "./host-query.ts";
import { listHosts } from "./list-hosts.ts";
import { enrolTestHost } from "./testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const CLUSTER = `C-${randomUUID()}`;

/** Three nodes of a cluster: one complete, one whose SMB an older agent did not read, and one that is silent. */
const NODES: Record<string, { minutesAgo: number; change: (snapshot: SnapshotV1) => void }> = {
  whole: { minutesAgo: 0, change: () => undefined },
  partial: {
    minutesAgo: 0,
    change: (snapshot) => {
      snapshot.agent.version = "0.9.0";
      const [adapter] = snapshot.physicalAdapters ?? [];
      if (adapter)
        snapshot.physicalAdapters = [
          { ...adapter, name: "Rack 7", description: "QLogic FastLinQ", macAddress: "F4-E9-D4-0A-1B-2C" },
        ];
      snapshot.sections.push({
        name: "smb",
        status: "partial",
        durationMs: 1,
        collectedAt: null,
        error: "timed out",
      });
    },
  },
  unread: {
    minutesAgo: 0,
    change: (snapshot) => {
      snapshot.sections.push({ name: "teams", status: "ok", durationMs: 1, collectedAt: null, error: null });
      snapshot.teams = null;
      snapshot.physicalAdapters = null;
      const [own] = snapshot.hostAdapters ?? [];
      if (own) snapshot.hostAdapters = [{ ...own, name: "Lagernetz (Süd)", macAddress: "00155D0A1B2C" }];
      if (snapshot.host.os) snapshot.host.os.caption = "Microsoft Windows Server 2025 Standard";
    },
  },
  silent: { minutesAgo: 600, change: () => undefined },
};

beforeAll(async () => {
  for (const [name, { minutesAgo, change }] of Object.entries(NODES)) {
    const host = await enrolTestHost({ name, now: new Date(NOW.getTime() - minutesAgo * 60_000 - 60_000) });
    await host.post((snapshot) => {
      snapshot.host.cluster = { name: CLUSTER, nodes: [] };
      snapshot.vms = (snapshot.vms ?? []).slice(0, 1).map((vm) => ({ ...vm, id: randomUUID() }));
      change(snapshot);
    });
  }
});

const ours = (words: HostFilterWords) => ({ ...words, cluster: [CLUSTER] });
const namesOf = async (words: HostFilterWords) =>
  (await listHosts({ ...ours(words), sort: "name", limit: 500 }, NOW)).items.map(({ name }) => name);
const countOf = (values: { value: string; count: number }[], wanted: string) =>
  values.find(({ value }) => value === wanted)?.count ?? 0;

describe("hosts filtered by their reports, and the count of each value", () => {
  test.each<{ words: HostFilterWords; names: string[] }>([
    { words: {}, names: ["partial", "silent", "unread", "whole"] },
    { words: { section: ["any"] }, names: ["partial", "unread"] },
    { words: { section: ["smb"] }, names: ["partial"] },
    // Reports that the list was read, but sends none.
    { words: { section: ["teams"] }, names: ["unread"] },
    { words: { agent: ["0.9.0"] }, names: ["partial"] },
    { words: { system: ["Microsoft Windows Server 2025 Standard"] }, names: ["unread"] },
    { words: { health: ["unknown"] }, names: ["silent"] },
    { words: { search: "rack 7" }, names: ["partial"] },
    { words: { search: "FASTLINQ" }, names: ["partial"] },
    { words: { search: "lagernetz (sü" }, names: ["unread"] },
    { words: { search: "f4:e9:d4" }, names: ["partial"] },
    { words: { search: "f4e9.d40a.1b2c" }, names: ["partial"] },
    { words: { search: "0a-1b-2c" }, names: ["partial", "unread"] },
    { words: { search: "%" }, names: [] },
  ])("$words → $names", async ({ words, names }) => {
    expect(await namesOf(words)).toEqual(names);
  });

  test("an unknown technology status is refused with the filter's name", async () => {
    await expect(namesOf({ acceleration: ["rdma:sound"] })).rejects.toThrow("acceleration");
  });

  test("the counts of a filter ignore it and apply the others", async () => {
    const facets = await hostFacets(ours({ section: ["smb"], freshness: ["fresh"] }), NOW);
    expect(countOf(facets.section, "any")).toBe(2);
    expect(countOf(facets.section, "teams")).toBe(1);
    expect(countOf(facets.agent, "0.9.0")).toBe(1);
    expect(countOf(facets.cluster, CLUSTER)).toBe(1);
    const alone = await hostFacets(ours({}), NOW);
    expect([countOf(alone.freshness, "fresh"), countOf(alone.health, "unknown")]).toEqual([3, 1]);
  });

  test("each technology status finds as many hosts as it counts", async () => {
    const { acceleration } = await hostFacets(ours({}), NOW);
    const words = Object.entries(acceleration).flatMap(([technology, statuses]) =>
      Object.entries(statuses).map(([status, count]) => ({ word: `${technology}:${status}`, count })),
    );
    expect(words.length).toBeGreaterThan(0);
    for (const { word, count } of words) expect(await namesOf({ acceleration: [word] })).toHaveLength(count);
  });
});
