import { beforeAll, expect, test } from "vitest";
import { versionHref } from "@/components/generations/prepare-generations.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { getGenerations } from "./get-generations.ts";
import { listVms } from "./list-vms.ts";
import { REPORTED_AT as NOW, reportMockFleet } from "./testing/mock-reports.ts";

useTestDatabase();

beforeAll(() => reportMockFleet("gen1-estate"));

test("the list behind a configuration version has its VMs of both generations", async () => {
  const { configurationVersions } = await getGenerations(NOW);
  expect(configurationVersions.length).toBeGreaterThan(1);
  for (const { version, vms } of configurationVersions) {
    const { searchParams } = new URL(versionHref(version), "https://innkeeper.test");
    const { total } = await listVms(
      { configurationVersion: searchParams.getAll("configurationVersion") },
      NOW,
    );
    expect([version, total]).toEqual([version, vms]);
  }
});
