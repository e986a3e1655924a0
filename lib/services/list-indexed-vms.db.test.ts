import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { VM_SORTS } from "@/lib/contract/api/filters.ts";
import { readVmPage } from "@/lib/data/read/vm-page.ts";
import { SqlParts } from "@/lib/data/read/sql-parts.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { fleetDirectory } from "./fleet-directory.ts";
import { listIndexedVms } from "./list-indexed-vms.ts";
import { listVms } from "./list-vms.ts";
import { reportMockFleet, REPORTED_AT as NOW } from "./testing/mock-reports.ts";
import { enrolTestHost, type TestHost } from "./testing/test-host.ts";
import { vmFacets } from "./vm-facets.ts";
import { vmOrder } from "./vm-order.ts";
import { toVmQuery, type VmFilterWords } from "./vm-query.ts";

useTestDatabase();

const HOUR = 3_600_000;
const SORTS = VM_SORTS.filter((sort) => !sort.startsWith("host")).flatMap((sort) => [sort, `-${sort}`]);
const ALL = 10_000;

async function idsInMemory(words: VmFilterWords, sort: string, limit: number): Promise<string[]> {
  const directory = await fleetDirectory(NOW);
  const query = toVmQuery(words, directory);
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listIndexedVms(query, { sort, cursor, limit }, directory);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

async function idsOfDatabase(words: VmFilterWords, sort: string): Promise<string[]> {
  const query = toVmQuery(words, await fleetDirectory(NOW));
  const { order, after } = vmOrder(sort, undefined);
  return (await readVmPage(query, order, new SqlParts(), after, ALL)).map(({ id }) => id);
}

describe("lists from memory are those of the database", () => {
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

  test.each(SORTS)("sorted by %s, over all pages", async (sort) => {
    const ids = await idsInMemory({}, sort, 37);
    expect(new Set(ids).size).toBeGreaterThan(50);
    expect(ids).toEqual(await idsOfDatabase({}, sort));
  });

  test("with each filter, alone and with another one", async () => {
    const { services, acceleration, ...facets } = await vmFacets({}, NOW);
    const pairs = (lists: Record<string, object>) =>
      Object.entries(lists).flatMap(([key, counts]) =>
        Object.keys(counts).map((status) => `${key}:${status}`),
      );
    const hosts = (await fleetDirectory(NOW)).hosts;
    const filters: VmFilterWords[] = [
      ...Object.entries(facets).flatMap(([name, values]) => values.map(({ value }) => ({ [name]: [value] }))),
      ...pairs(services).map((word) => ({ service: [word] })),
      ...pairs(acceleration).map((word) => ({ acceleration: [word] })),
      ...hosts.map(({ id }) => ({ host: [id] })),
      ...facets.rule.flatMap(({ value }) => [
        { rule: [`${value}:warning`] },
        { rule: [value, "is.vss:info"] },
      ]),
      { rung: ["sr-iov:switch-iov"] },
      { check: ["G5:caution"] },
      { check: ["G1:unknown", "G11:unknown"] },
      { capability: ["vtpm:available", "vtpm:unknown", "vbs:unknown"] },
      { configurationVersion: ["9.0", "5.0"] },
      { search: "SQL" },
      { search: "10." },
      { search: "%" },
      { tag: ["of no vm"] },
      { service: ["heartbeat:unknown"], health: ["unknown", "critical"], generation: ["1", "2"] },
      { host: [hosts[0]?.id ?? "", hosts[1]?.id ?? ""], state: ["running"] },
      { check: Array.from({ length: 40 }, (_, place) => `G${place}:unknown`) },
    ];
    expect(filters.length).toBeGreaterThan(100);
    const found = new Set<number>();
    for (const filter of filters)
      for (const words of [filter, { generation: ["2"], ...filter }]) {
        const ids = await idsInMemory(words, "name", ALL);
        expect({ words, ids }).toEqual({ words, ids: await idsOfDatabase(words, "name") });
        found.add(ids.length);
      }
    expect(found.size).toBeGreaterThan(10);
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
