import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { listVms } from "./list-vms.ts";
import { enrolTestHost } from "./testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
/** By name and id where the rest is equal, as it is here for most. */
const SORTS = [
  "name",
  "health",
  "host",
  "cluster",
  "state",
  "generation",
  "guestOs",
  "findings",
  "lastReportedAt",
];

describe("a list of VMs", () => {
  test.each(SORTS.flatMap((sort) => [sort, `-${sort}`]))(
    "sorted by %s is whole over its pages, also where a host is silent",
    async (sort) => {
      const names = ["B", "A"].map((letter) => `${letter}-${randomUUID()}`);
      const hosts: string[] = [];
      for (const [index, name] of names.entries()) {
        // The first of them reported an hour ago, and is stale by now.
        const host = await enrolTestHost({ now: new Date(NOW.getTime() - (index === 0 ? 3_600_000 : 0)) });
        await host.post((snapshot) => {
          const [vm] = snapshot.vms ?? [];
          if (!vm) throw new Error("The example has a VM.");
          Object.assign(vm, { id: randomUUID(), name });
        });
        hosts.push(host.hostId);
      }
      const first = await listVms({ host: hosts, sort, limit: 1 }, NOW);
      const second = await listVms({ host: hosts, sort, limit: 1, cursor: first.nextCursor ?? "" }, NOW);
      const listed = [...first.items, ...second.items].map(({ name }) => name);
      expect(listed.toSorted()).toEqual(names.toSorted());
      expect([first.total, second.nextCursor]).toEqual([2, null]);
      expect([...first.items, ...second.items].map(({ health }) => health)).toContain("unknown");
    },
  );
});
