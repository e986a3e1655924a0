import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import type { VmFacets } from "@/lib/contract/api/vms.ts";
import { listVms, type VmListWords } from "./list-vms.ts";
import { enrolTestHost } from "./testing/test-host.ts";
import { vmFacets } from "./vm-facets.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const HOUR = 3_600_000;

/** Each filter that the facets offer, with its number of VMs. */
function filtersOf({ services, acceleration, ...lists }: VmFacets): [VmListWords, number][] {
  const byKeys: Record<string, Record<string, Partial<Record<string, number>>>> = {
    service: services,
    acceleration,
  };
  return [
    ...Object.entries(lists).flatMap(([name, values]) =>
      values.map(({ value, count }): [VmListWords, number] => [{ [name]: [value] }, count]),
    ),
    ...Object.entries(byKeys).flatMap(([name, byKey]) =>
      Object.entries(byKey).flatMap(([key, byStatus]) =>
        Object.entries(byStatus).map(([status, count = 0]): [VmListWords, number] => [
          { [name]: [`${key}:${status}`] },
          count,
        ]),
      ),
    ),
  ];
}

test("each facet has as many VMs as the list that it leads to, also under other filters and with a silent host", async () => {
  const host: string[] = [];
  for (const at of [NOW, new Date(NOW.getTime() - HOUR)]) {
    const each = await enrolTestHost({ now: at });
    await each.post((snapshot) => {
      for (const [place, vm] of (snapshot.vms ?? []).entries())
        Object.assign(vm, { id: randomUUID(), name: randomUUID(), generation: 1 + (place % 2) });
    }, at);
    host.push(each.hostId);
  }
  for (const chosen of [{}, { health: ["unknown"], generation: ["1"] }]) {
    const facets = filtersOf(await vmFacets({ ...chosen, host }, NOW));
    expect(facets.length).toBeGreaterThan(20);
    const listed: typeof facets = [];
    for (const [filter] of facets) {
      const { total } = await listVms({ ...chosen, ...filter, host, limit: 1 }, NOW);
      listed.push([filter, total]);
    }
    expect(listed).toEqual(facets);
  }
});
