import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { getVm } from "./get-vm.ts";
import { listVms } from "./list-vms.ts";
import { enrolTestHost } from "./testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

/** Changes the one VM of the example. */
function vmWith(id: string, change: (vm: NonNullable<SnapshotV1["vms"]>[number]) => void) {
  return (snapshot: SnapshotV1) => {
    const [vm] = snapshot.vms ?? [];
    if (!vm) throw new Error("The example has a VM.");
    vm.id = id;
    change(vm);
  };
}

test("a guest that responds without its operating system keeps the last reported one, with its date", async () => {
  const id = "d4000000-0000-4000-8000-000000000001";
  const host = await enrolTestHost({ now: NOW });
  await host.post(
    vmWith(id, () => undefined),
    NOW,
  );
  const told = await getVm(id, NOW);
  expect(told).toMatchObject({ guestOs: expect.stringMatching(/./), guestOsKnownAt: null });
  await host.post(
    vmWith(id, ({ guest }) => Object.assign(guest ?? {}, { osName: null })),
    minutesLater(1),
  );
  expect(await getVm(id, minutesLater(1))).toMatchObject({
    guestOs: told.guestOs,
    guestOsKnownAt: NOW.toISOString(),
  });
});

test("a guest that fell silent is found by the name and the addresses that it last reported", async () => {
  const id = randomUUID();
  const host = await enrolTestHost({ now: NOW });
  const guest = { fqdn: "ledger.corp.example", ipAddresses: ["192.0.2.77"] };
  const found = async (search: string, minutes: number) =>
    (await listVms({ search }, minutesLater(minutes))).items.map((row) => row.id);
  await host.post(
    vmWith(id, (vm) => Object.assign(vm.guest ?? {}, guest)),
    NOW,
  );
  await host.post(
    vmWith(id, (vm) => Object.assign(vm, { guest: null, adapters: [] })),
    minutesLater(1),
  );
  expect(await found("ledger.corp", 1)).toEqual([id]);
  expect(await found("192.0.2.77", 1)).toEqual([id]);
  // A guest that reports has no other addresses than those.
  await host.post(
    vmWith(id, (vm) => Object.assign(vm.guest ?? {}, { ...guest, ipAddresses: [] })),
    minutesLater(2),
  );
  expect(await found("192.0.2.77", 2)).toEqual([]);
});

test.each([{ isLeftFirst: true }, { isLeftFirst: false }])(
  "a silent guest keeps, after a move, the date when its operating system was last reported: $isLeftFirst",
  async ({ isLeftFirst }) => {
    const id = randomUUID();
    const [from, to] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
    const tells = vmWith(id, () => undefined);
    await from.post(tells, NOW);
    await from.post(tells, minutesLater(1));
    if (isLeftFirst) await from.post((snapshot) => (snapshot.vms = []), minutesLater(2));
    await to.post(
      vmWith(id, (vm) => (vm.guest = null)),
      minutesLater(3),
    );
    expect(await getVm(id, minutesLater(3))).toMatchObject({
      host: { id: to.hostId },
      guestOsKnownAt: minutesLater(1).toISOString(),
    });
  },
);

test("the verdicts of a starting guest are not written again when only its uptime changes", async () => {
  const id = "d4000000-0000-4000-8000-000000000002";
  const host = await enrolTestHost({ now: NOW });
  const written = async (minute: number) => {
    await host.post(
      vmWith(id, (vm) => {
        vm.uptimeSeconds = 60 * minute;
        for (const row of vm.integrationServices ?? []) row.primaryStatus = 12;
      }),
      minutesLater(minute),
    );
    const { rows } = await getDatabase().pool.query<{ row: string; verdicts: string }>(
      "SELECT v.xmin AS row, s.xmin AS verdicts FROM vms v JOIN integration_services s USING (host_id, id) WHERE v.id = $1",
      [id],
    );
    return rows;
  };
  const settled = await written(1);
  expect(settled).toHaveLength(1);
  for (const minute of [2, 3, 4]) expect(await written(minute)).toEqual(settled);
  // After its grace period it is evaluated.
  expect(await written(11)).not.toEqual(settled);
});

test("a guest whose operating system has a reserved JavaScript name is counted like any other", async () => {
  const host = await enrolTestHost({ now: NOW });
  await host.post(
    vmWith(randomUUID(), (vm) => Object.assign(vm.guest ?? {}, { osName: "__proto__" })),
    NOW,
  );
  const { rows } = await getDatabase().pool.query<{ n: string | null }>(
    "SELECT counts #>> '{guestOs,__proto__}' AS n FROM host_rollups WHERE host_id = $1",
    [host.hostId],
  );
  expect(rows).toEqual([{ n: "1" }]);
});
