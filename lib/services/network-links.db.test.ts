import { beforeAll, describe, expect, test } from "vitest";
import { prepareShares } from "@/components/guide/prepare-guide-live.ts";
import { prepareRungs } from "@/components/network/prepare-rungs.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { HOST_TECHNOLOGIES, VM_TECHNOLOGIES } from "@/lib/domain/words.ts";
import { getNetwork } from "./get-network.ts";
import { getFleet } from "./get-fleet.ts";
import { listHosts } from "./list-hosts.ts";
import { listVms } from "./list-vms.ts";
import { REPORTED_AT as NOW, reportMockFleet } from "./testing/mock-reports.ts";

useTestDatabase();

beforeAll(() => reportMockFleet("network-rich"));

/** The number of VMs, or of hosts, that a link of the page opens. */
async function listedAt(href: string): Promise<unknown> {
  const { pathname, searchParams } = new URL(href, "https://innkeeper.test");
  const list = pathname === "/hosts" ? listHosts : listVms;
  const [name] = searchParams.keys();
  return (await list({ [name ?? ""]: searchParams.getAll(name ?? "") }, NOW)).total;
}

describe("the list behind a broken rung", () => {
  test("has as many VMs as its row, also where VMs of both statuses break at one rung", async () => {
    const view = await getNetwork(NOW);
    const lines = prepareRungs(view).filter(({ unit }) => unit.startsWith("VM"));
    const ofBothStatuses = view.brokenRungs.filter(
      ({ side, technology, rung, status }) =>
        side === "vm" &&
        status === "configured" &&
        view.brokenRungs.some(
          (other) => other.technology === technology && other.rung === rung && other.status === "blocked",
        ),
    );
    expect(ofBothStatuses.length).toBeGreaterThan(3);
    for (const { href, key, count } of lines) expect([key, await listedAt(href)]).toEqual([key, count]);

    const first = ofBothStatuses[0];
    const rung = `${first?.technology}:${first?.rung}`;
    const total = async (word: string) => (await listVms({ rung: [word] }, NOW)).total;
    const ofEach = [await total(`${rung}:configured`), await total(`${rung}:blocked`)];
    // A VM with one adapter of each status is in both lists, and once in the list of the rung.
    const ofAny = await total(rung);
    expect(ofAny).toBeGreaterThanOrEqual(Math.max(...ofEach.map(Number)));
    expect((await listVms({ rung: [`${rung}:configured`, `${rung}:blocked`] }, NOW)).total).toBe(ofAny);
  });

  test.each(["sr-iov:switch-iov:unknown", "sr-iov:switch-iov:active", "sr-iov:switch-iov:blocked:twice"])(
    "does not exist for %s",
    async (rung) => {
      await expect(listVms({ rung: [rung] }, NOW)).rejects.toMatchObject({ code: "bad-request" });
    },
  );
});

describe("the list behind a broken rung of hosts", () => {
  test("has as many hosts as its row", async () => {
    const view = await getNetwork(NOW);
    const lines = prepareRungs(view).filter(
      ({ unit, place }) => unit.startsWith("adapter") && place.endsWith("hosts"),
    );
    expect(lines.length).toBeGreaterThan(3);
    for (const { href, place, key } of lines)
      expect([key, await listedAt(href)]).toEqual([key, Number.parseInt(place, 10)]);
  });

  test("does not exist for a status without a broken rung", async () => {
    await expect(listHosts({ rung: ["rdma:no-lbfo:active"] }, NOW)).rejects.toMatchObject({
      code: "bad-request",
    });
  });
});

test("each status in the guide opens as many VMs, or hosts, as it counts", async () => {
  const fleet = await getFleet(NOW);
  const technologies = [...VM_TECHNOLOGIES, ...HOST_TECHNOLOGIES];
  const shares = technologies.flatMap((key) => prepareShares(fleet, "technologies", key));
  expect(new Set(shares.map(({ title }) => title))).toEqual(new Set(["VMs", "Hosts"]));
  for (const { word, href, count } of shares.flatMap((each) => each.shares))
    expect([href, word, await listedAt(href)]).toEqual([href, word, count]);
});
