import { beforeAll, expect, test } from "vitest";
import { prepareGroups } from "@/components/compliance/prepare-groups.ts";
import { prepareRules } from "@/components/compliance/prepare-rules.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { listVms } from "../list-vms.ts";
import { REPORTED_AT as NOW, reportMockFleet } from "../testing/mock-reports.ts";
import { getCompliance } from "./get-compliance.ts";

useTestDatabase();

beforeAll(() => reportMockFleet("neglected"));

/** The number of VMs that a link opens. */
async function listedAt(href: string): Promise<unknown> {
  const { searchParams } = new URL(href, "https://innkeeper.test");
  const names = [...new Set(searchParams.keys())];
  const words = Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)]));
  return (await listVms(words, NOW)).total;
}

test("the list behind a rule has the VMs that do not pass it, without those with its info findings only", async () => {
  const view = await getCompliance({ groupBy: "rule" }, NOW);
  const { bars } = prepareRules(view);
  expect(view.rules.filter(({ vms }) => vms.info > 0 && vms.warning + vms.critical > 0)).not.toEqual([]);
  for (const { rule, vms, href } of bars) expect([rule, await listedAt(href)]).toEqual([rule, vms]);
  for (const { key, notCompliant, notCompliantHref } of prepareGroups(view)) {
    const listed = notCompliantHref === null ? 0 : await listedAt(notCompliantHref);
    expect([key, listed]).toEqual([key, notCompliant]);
  }
});
