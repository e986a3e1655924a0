import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { VM_SORTS } from "@/lib/contract/api/filters.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { listVms } from "./list-vms.ts";
import { enrolTestHost } from "./testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");

const hosts: string[] = [];

/** Three hosts, one of them silent, with two VMs each. */
beforeAll(async () => {
  for (const minutes of [60, 0, 0]) {
    const at = new Date(NOW.getTime() - minutes * 60_000);
    const host = await enrolTestHost({ now: at });
    hosts.push(host.hostId);
    await host.post((snapshot) => {
      const [vm] = snapshot.vms ?? [];
      if (!vm) throw new Error("The example has a VM.");
      snapshot.vms = ([1, 2] as const).map((generation) => ({
        ...vm,
        id: randomUUID(),
        name: `vm-${randomUUID()}`,
        generation,
        configurationVersion: `${generation}.0`,
        state: minutes === 0 ? "Off" : vm.state,
      }));
    }, at);
  }
});

async function idsByPages(sort: string, host: string[], generation: string[]): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listVms({ host, generation, sort, limit: 2, cursor }, NOW);
    expect(page.total).toBe(generation.length === 0 ? 6 : 3);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

// By name and id if the rest is equal, as it is here for most VMs.
test.each(VM_SORTS.flatMap((sort) => [sort, `-${sort}`]))(
  "by %s all VMs, and those of a generation, are complete over their pages, in the order of a list filtered by host",
  async (sort) => {
    for (const generation of [[], ["1"]]) {
      const ids = await idsByPages(sort, [], generation);
      expect(new Set(ids).size).toBe(generation.length === 0 ? 6 : 3);
      expect(ids).toEqual(await idsByPages(sort, hosts, generation));
    }
  },
);
