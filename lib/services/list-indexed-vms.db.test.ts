import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { NO_CLUSTER } from "@/lib/contract/api/no-cluster.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { SERVICE_KEYS, VM_TECHNOLOGIES } from "@/lib/domain/words.ts";
import { fleetDirectory } from "./fleet-directory.ts";
import { listVms, type VmListWords } from "./list-vms.ts";
import { reportMockFleet, REPORTED_AT as NOW } from "./testing/mock-reports.ts";
import { enrolTestHost, type TestHost } from "./testing/test-host.ts";
import { vmFacets } from "./vm-facets.ts";
import type { VmFilterWords } from "./vm-query.ts";

useTestDatabase();

const HOUR = 3_600_000;

async function listAll(words: VmListWords, limit = 500): Promise<VmRow[]> {
  const rows: VmRow[] = [];
  let cursor: string | undefined;
  let total: unknown;
  do {
    const page = await listVms({ ...words, limit, cursor }, NOW);
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
    ({ total } = page);
  } while (cursor !== undefined);
  expect(total).toBe(rows.length);
  return rows;
}

describe("filtered and sorted lists", () => {
  /** Some 100 VMs of every kind, and a host that has been silent for an hour. */
  beforeAll(async () => {
    await reportMockFleet("neglected");
    const silent = await enrolTestHost({ now: new Date(NOW.getTime() - HOUR), tags: ["silent"] });
    await silent.post(
      (snapshot) => {
        for (const vm of snapshot.vms ?? []) vm.id = randomUUID();
      },
      new Date(NOW.getTime() - HOUR),
    );
  });

  const KEYS: Record<string, (row: VmRow) => string | number> = {
    name: ({ name }) => name.toLowerCase(),
    health: ({ health }) => ["critical", "warning", "unknown", "healthy", "inactive"].indexOf(health),
    cluster: ({ cluster }) => cluster?.toLowerCase() ?? "",
    state: ({ state }) => state,
    generation: ({ generation }) => generation ?? 0,
    guestOs: ({ guestOs }) => guestOs?.toLowerCase() ?? "",
    findings: ({ findings }) => findings.critical * 1e6 + findings.warning * 1e3 + findings.info,
    lastReportedAt: ({ lastReportedAt }) => lastReportedAt,
  };
  const compareBy = (key: (row: VmRow) => string | number, sign: number) => (a: VmRow, b: VmRow) =>
    key(a) === key(b) ? 0 : key(a) < key(b) ? -sign : sign;

  test.each(Object.keys(KEYS).flatMap((sort) => [sort, `-${sort}`]))(
    "by %s they are complete and in order over all pages, rows with equal values by name",
    async (sort) => {
      const rows = await listAll({ sort }, 37);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      expect(rows.length).toBeGreaterThan(50);
      const [key, name] = [KEYS[sort.replace("-", "")], KEYS["name"]];
      if (!key || !name) throw new Error("Each sort has a key.");
      const byName = compareBy(name, sort === "-name" ? -1 : 1);
      const byKey = compareBy(key, sort.startsWith("-") ? -1 : 1);
      const sorted = rows.toSorted((a, b) => byKey(a, b) || byName(a, b));
      expect(rows.map(({ name: its }) => its)).toEqual(sorted.map(({ name: its }) => its));
    },
  );

  test("each filter, alone and with another one, finds the VMs whose rows have the value", async () => {
    const all = await listAll({});
    const { services, acceleration, ...facets } = await vmFacets({}, NOW);
    const hosts = (await fleetDirectory(NOW)).hosts;
    const where = (words: VmFilterWords, isMatch: (row: VmRow) => boolean) => ({ words, isMatch });
    const lists = [
      ...facets.health.map(({ value }) => where({ health: [value] }, ({ health }) => health === value)),
      ...facets.state.map(({ value }) => where({ state: [value] }, ({ state }) => state === value)),
      ...facets.tag.map(({ value }) => where({ tag: [value] }, ({ tags }) => tags.includes(value))),
      ...facets.guestOs.map(({ value }) =>
        where({ guestOs: [value] }, ({ guestOs }) => (guestOs ?? "") === value),
      ),
      ...facets.cluster.map(({ value }) =>
        where({ cluster: [value] }, ({ cluster }) => (cluster ?? NO_CLUSTER) === value),
      ),
      ...SERVICE_KEYS.flatMap((key) =>
        Object.keys(services[key]).map((status) =>
          where({ service: [`${key}:${status}`] }, (row) => row.services[key] === status),
        ),
      ),
      ...VM_TECHNOLOGIES.flatMap((key) =>
        Object.keys(acceleration[key] ?? {}).map((status) =>
          where({ acceleration: [`${key}:${status}`] }, (row) => row.acceleration[key] === status),
        ),
      ),
      ...hosts.map(({ id }) => where({ host: [id] }, ({ host }) => host.id === id)),
      where({ health: ["warning", "unknown"] }, ({ health }) => health === "warning" || health === "unknown"),
      where({ configurationVersion: ["9.0", "5.0"] }, (row) =>
        ["9.0", "5.0"].includes(row.configurationVersion ?? ""),
      ),
      where({ search: " SQL " }, ({ name }) => name.toLowerCase().includes("sql")),
      where({ search: "%" }, () => false),
      where({ tag: ["of no vm"] }, () => false),
      where({ host: ["of no host"] }, () => false),
    ];
    expect(lists.length).toBeGreaterThan(60);
    for (const { words, isMatch } of lists)
      for (const generation of [undefined, 1, 2]) {
        const ids = (rows: VmRow[]) => rows.map(({ id }) => id).toSorted();
        const found = await listAll(
          generation === undefined ? words : { ...words, generation: [generation] },
        );
        const expected = all.filter(
          (row) => isMatch(row) && (generation === undefined || row.generation === generation),
        );
        expect({ words, ids: ids(found) }).toEqual({ words, ids: ids(expected) });
      }
  });

  test("values of one filter are alternatives; filters by different keys, and each check, must all be met", async () => {
    const totalOf = async (words: VmFilterWords) => (await listAll(words)).length;
    const both = await totalOf({ capability: ["vtpm:available", "vtpm:unavailable"] });
    expect(both).toBe(
      (await totalOf({ capability: ["vtpm:available"] })) +
        (await totalOf({ capability: ["vtpm:unavailable"] })),
    );
    expect(await totalOf({ check: ["G1:unknown", "G5:caution"] })).toBeLessThanOrEqual(
      await totalOf({ check: ["G5:caution"] }),
    );
    expect(await totalOf({ check: Array.from({ length: 40 }, (_, place) => `G${place}:caution`) })).toBe(0);
    expect(await totalOf({ check: Array.from({ length: 40 }, () => "G1:unknown") })).toBe(
      await totalOf({ check: ["G1:unknown"] }),
    );
  });
});

describe("a list from memory follows each report", () => {
  const NAMES = ["kept", "renamed", "moved", "removed"];
  const ids = NAMES.map(() => randomUUID());
  let at = new Date(NOW.getTime() - HOUR / 2);

  async function post(host: TestHost, names: readonly string[]): Promise<void> {
    at = new Date(at.getTime() + 60_000);
    await host.post((snapshot) => {
      const [vm] = snapshot.vms ?? [];
      if (!vm) throw new Error("The example has a VM.");
      snapshot.vms = names.map((name) => ({
        ...vm,
        id: ids[NAMES.indexOf(name.replace("newly-named", "renamed"))] ?? "",
        name,
        notes: `#${name}`,
      }));
    }, at);
  }

  test("what is renamed, moves or is gone is listed as it is now", async () => {
    const here = await enrolTestHost({ now: at });
    const there = await enrolTestHost({ now: at });
    const host = [here.hostId, there.hostId];
    const listed = async (words: VmFilterWords = {}) =>
      (await listVms({ host, sort: "lastReportedAt", ...words }, at)).items.map(
        ({ name, host: { id }, lastReportedAt }) => ({
          name,
          isHere: id === here.hostId,
          isNew: lastReportedAt === at.toISOString(),
        }),
      );
    await post(here, NAMES);
    expect(await listed()).toHaveLength(4);
    await post(there, ["moved"]);
    await post(here, ["kept", "newly-named"]);
    await post(here, ["kept", "newly-named"]);
    expect(await listed()).toEqual([
      { name: "moved", isHere: false, isNew: false },
      { name: "kept", isHere: true, isNew: true },
      { name: "newly-named", isHere: true, isNew: true },
    ]);
    expect(await listed({ tag: ["newly-named"] })).toHaveLength(1);
    expect(await listed({ tag: ["renamed"] })).toEqual([]);
    expect(await listed({ search: "renamed" })).toEqual([]);
    expect(await listed({ search: "newly", gone: true })).toEqual([]);
    expect((await listed({ gone: true })).map(({ name }) => name)).toEqual(["removed"]);
  });
});
