import { beforeAll, describe, expect, test } from "vitest";
import { createFleet } from "@/agents/mock/fleet.ts";
import { prepareRungs } from "@/components/network/prepare-rungs.ts";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { enrollHost } from "./enroll-host.ts";
import { getNetwork } from "./get-network.ts";
import { toReport } from "./ingest/read-report.ts";
import { ingestSnapshot } from "./ingest-snapshot.ts";
import { listVms } from "./list-vms.ts";

useTestDatabase();

const STARTED = new Date("2026-11-23T08:00:00Z");
/** After the ten minutes of grace for a guest that was just started. */
const SETTLED_TICK = 15;
const NOW = new Date(STARTED.getTime() + SETTLED_TICK * 60_000);

beforeAll(async () => {
  const fleet = createFleet({ scenario: "network-rich", now: STARTED, intervalSeconds: 60 });
  for (const host of fleet.hosts) {
    const { instanceId, machineId, name } = host.enrollment;
    await getDatabase().prisma.enrolmentKey.create({ data: { name, keyHash: `key ${instanceId}` } });
    const { hostId } = await enrollHost({
      keyHash: `key ${instanceId}`,
      tokenHash: `token ${instanceId}`,
      enrolment: { instanceId, machineId, name, fqdn: null, agentVersion: "1.0.0" },
      now: STARTED,
    });
    await ingestSnapshot({
      agent: { hostId, instanceId },
      snapshot: toReport(host.snapshotAt(SETTLED_TICK)),
      receivedAt: NOW,
    });
  }
});

/** The number of VMs that a link of the page opens. */
async function listedAt(href: string | null): Promise<unknown> {
  const { searchParams } = new URL(href ?? "", "https://innkeeper.test");
  return (await listVms({ rung: searchParams.getAll("rung") }, NOW)).total;
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
