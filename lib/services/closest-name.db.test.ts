import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { closestName } from "./closest-name.ts";
import { enrolTestHost } from "./testing/test-host.ts";
import type { VmFilterWords } from "./vm-query.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");

describe("the closest name to a search that finds nothing", () => {
  test.each<{ search: string; other: VmFilterWords; name: string | null }>([
    { search: "lohnbuchaltung", other: {}, name: "Lohnbuchhaltung-Süd_(NICHT MIGRIEREN!)" },
    { search: " LOHNBUCHHALTUNGG ", other: {}, name: "Lohnbuchhaltung-Süd_(NICHT MIGRIEREN!)" },
    { search: "lohnbuchaltung", other: { generation: ["1"] }, name: null },
    { search: "print-srvv", other: { generation: ["1"] }, name: "PRINT-SRV" },
    { search: "qqqqqqqq", other: {}, name: null },
    { search: "", other: {}, name: null },
  ])("“$search” with $other: $name", async ({ search, other, name }) => {
    const host = await enrolTestHost({ now: NOW });
    await host.post((snapshot) => {
      const [vm] = snapshot.vms ?? [];
      if (!vm) throw new Error("The example has a VM.");
      snapshot.vms = [
        { ...vm, id: randomUUID(), name: "Lohnbuchhaltung-Süd_(NICHT MIGRIEREN!)", generation: 2 },
        { ...vm, id: randomUUID(), name: "PRINT-SRV", generation: 1 },
      ];
    }, NOW);
    expect(await closestName({ host: [host.hostId], search, ...other }, NOW)).toEqual({ name });
  });
});
