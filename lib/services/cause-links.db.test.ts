import { beforeAll, expect, test } from "vitest";
import { prepareCauses } from "@/components/fleet/prepare-causes.ts";
import type { CauseView } from "@/lib/contract/api/fleet.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { getFleet } from "./get-fleet.ts";
import { listVms } from "./list-vms.ts";
import { REPORTED_AT as NOW, reportMockFleet } from "./testing/mock-reports.ts";

useTestDatabase();

beforeAll(() => reportMockFleet("neglected"));

test("the list behind a cause has its VMs, without those with the same rule's findings of other severities", async () => {
  const { causes } = await getFleet(NOW);
  const ofVms = causes.filter(({ rule }) => !rule.startsWith("host.") && !rule.startsWith("cluster."));
  const isOfSeveral = (one: CauseView) =>
    ofVms.some(({ rule, severity }) => rule === one.rule && severity !== one.severity);
  expect(ofVms.some(isOfSeveral)).toBe(true);
  for (const cause of ofVms) {
    const [line] = prepareCauses({ causes: [cause] }, NOW.getTime());
    const { searchParams } = new URL(line?.href ?? "", "https://innkeeper.test");
    const words = { rule: searchParams.getAll("rule"), host: searchParams.getAll("host") };
    // The list of a cause on several hosts includes the hosts that have a cause of their own.
    const listed = ofVms.filter(({ rule, severity }) => rule === cause.rule && severity === cause.severity);
    const vms = cause.host ? cause.vmsTouched : listed.reduce((sum, { vmsTouched }) => sum + vmsTouched, 0);
    const { total } = await listVms(words, NOW);
    expect({ href: line?.href, total }).toEqual({ href: line?.href, total: vms });
  }
});

test("a rule matches every severity, and several rules match VMs of any of them", async () => {
  const totalOf = async (...rule: string[]) => (await listVms({ rule }, NOW)).total;
  const { causes } = await getFleet(NOW);
  const vss = causes.filter(({ rule }) => rule === "is.vss");
  expect(vss.length).toBeGreaterThan(1);
  const words = vss.map(({ rule, severity }) => `${rule}:${severity}`);
  expect(await totalOf(...words)).toBe(await totalOf("is.vss"));
  expect(await totalOf("is.vss", words[0] ?? "")).toBe(await totalOf("is.vss"));
});

test.each(["is.vss:bad", "is.vss:warning:x", "is.nothing:warning", "is.vss:"])(
  "%s is refused",
  async (rule) => {
    await expect(listVms({ rule: [rule] }, NOW)).rejects.toMatchObject({ code: "bad-request" });
  },
);
