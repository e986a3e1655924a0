import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { listHosts } from "./list-hosts.ts";
import { listVms } from "./list-vms.ts";
import { withHeartbeats } from "./testing/listing-vm.ts";
import { enrolTestHost } from "./testing/test-host.ts";
import { vmFacets } from "./vm-facets.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");

describe("VMs of silent and of reporting hosts, page by page", () => {
  // A heartbeat that is OK, lost, or unknown because its host is silent; names sort in the opposite order.
  const HOSTS: readonly { minutes: number; vms: Record<string, number> }[] = [
    { minutes: 60, vms: { "d-lost": 6, "b-ok": 2 } },
    { minutes: 0, vms: { "e-lost": 6, "c-ok": 2, "a-lost": 6, "f-ok": 2 } },
  ];
  const WORST_FIRST = ["a-lost", "e-lost", "b-ok", "d-lost", "c-ok", "f-ok"];

  async function post(hosts: readonly (typeof HOSTS)[number][]): Promise<string[]> {
    const ids: string[] = [];
    for (const { minutes, vms } of hosts) {
      const at = new Date(NOW.getTime() - minutes * 60_000);
      const host = await enrolTestHost({ now: at });
      await host.post(withHeartbeats(vms), at);
      ids.push(host.hostId);
    }
    return ids;
  }

  async function namesByPages(host: string[], sort: string): Promise<string[]> {
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listVms({ host, sort, limit: 2, cursor }, NOW);
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return names;
  }

  test.each([
    { sort: "health", names: WORST_FIRST },
    { sort: "-health", names: ["c-ok", "f-ok", "b-ok", "d-lost", "a-lost", "e-lost"] },
    { sort: "-findings", names: ["a-lost", "e-lost", "b-ok", "c-ok", "d-lost", "f-ok"] },
    { sort: "findings", names: ["b-ok", "c-ok", "d-lost", "f-ok", "a-lost", "e-lost"] },
    { sort: "hostHealth", names: ["a-lost", "e-lost", "c-ok", "f-ok", "b-ok", "d-lost"] },
    { sort: "-hostHealth", names: ["b-ok", "d-lost", "a-lost", "e-lost", "c-ok", "f-ok"] },
    { sort: "name", names: WORST_FIRST.toSorted() },
    { sort: "-name", names: WORST_FIRST.toSorted().toReversed() },
  ])("by $sort", async ({ sort, names }) => {
    expect(await namesByPages(await post(HOSTS), sort)).toEqual(names);
  });

  test("if every host is silent, all VMs are sorted by name", async () => {
    const silent = HOSTS.map((host) => ({ ...host, minutes: 60 }));
    expect(await namesByPages(await post(silent), "health")).toEqual(WORST_FIRST.toSorted());
  });
});

test.each(["name", "guestOs"])("sorting ignores case: by %s", async (sort) => {
  const host = await enrolTestHost({ now: NOW });
  const names = ["Zeta", "beta", "ALPHA", "Gamma"];
  await host.post((snapshot) => {
    const [vm] = snapshot.vms ?? [];
    if (!vm?.guest) throw new Error("The example has a VM with a guest.");
    const { guest } = vm;
    snapshot.vms = names.map((name) => ({
      ...vm,
      id: randomUUID(),
      name,
      guest: { ...guest, osName: name },
    }));
  });
  const sorted = async (order: string) => {
    const first = await listVms({ host: [host.hostId], sort: order, limit: 2 }, NOW);
    const words = { host: [host.hostId], sort: order, limit: 2, cursor: first.nextCursor ?? "" };
    return [...first.items, ...(await listVms(words, NOW)).items].map(({ name }) => name);
  };
  expect(await sorted(sort)).toEqual(["ALPHA", "beta", "Gamma", "Zeta"]);
  expect(await sorted(`-${sort}`)).toEqual(["Zeta", "Gamma", "beta", "ALPHA"]);
});

test("configuration versions are sorted as versions, an unread one first", async () => {
  const host = await enrolTestHost({ now: NOW });
  const versions = ["10.0", "8.3", null, "9.0", "254.0", "5.0", "8.10"];
  await host.post((snapshot) => {
    const [vm] = snapshot.vms ?? [];
    if (!vm) throw new Error("The example has a VM.");
    snapshot.vms = versions.map((configurationVersion) => ({
      ...vm,
      id: randomUUID(),
      configurationVersion,
    }));
  });
  const sorted = async (sort: string) =>
    (await listVms({ host: [host.hostId], sort }, NOW)).items.map((vm) => vm.configurationVersion);
  const upwards = [null, "5.0", "8.3", "8.10", "9.0", "10.0", "254.0"];
  expect(await sorted("configurationVersion")).toEqual(upwards);
  expect(await sorted("-configurationVersion")).toEqual(upwards.toReversed());
});

test("by findings a VM with a silent host is sorted by its displayed count: none", async () => {
  const hosts: string[] = [];
  for (const [primaryStatus, minutes] of [
    [6, 60],
    [2, 0],
    [6, 0],
  ] as const) {
    const host = await enrolTestHost({ now: new Date(NOW.getTime() - minutes * 60_000) });
    await host.post(
      (snapshot) => {
        const vm = snapshot.vms?.[0];
        const heartbeat = vm?.integrationServices?.[0];
        if (!vm || !heartbeat) throw new Error("The example has a VM with a heartbeat.");
        Object.assign(vm, { id: randomUUID(), name: "of one name" });
        heartbeat.primaryStatus = primaryStatus;
      },
      new Date(NOW.getTime() - minutes * 60_000),
    );
    hosts.push(host.hostId);
  }
  const { items } = await listVms({ host: hosts, sort: "-findings" }, NOW);
  expect(items.map(({ findings }) => findings.warning)).toEqual([1, 0, 0]);
  const upwards = await listVms({ host: hosts, sort: "findings" }, NOW);
  expect(upwards.items.map(({ findings }) => findings.warning)).toEqual([0, 0, 1]);
});

describe("filters of a list of VMs", () => {
  const tag = `zoe-${randomUUID()}`;
  const accented = `zoé-${randomUUID()}`;

  async function hostWithStatuses(statuses: readonly number[]): Promise<string> {
    const host = await enrolTestHost({ now: NOW });
    await host.post((snapshot) => {
      const [vm] = snapshot.vms ?? [];
      const [heartbeat, ...others] = vm?.integrationServices ?? [];
      if (!vm || !heartbeat) throw new Error("The example has a VM with a heartbeat.");
      snapshot.vms = statuses.map((primaryStatus) => ({
        ...vm,
        id: randomUUID(),
        notes: `#${tag} #${accented}`,
        integrationServices: [{ ...heartbeat, primaryStatus }, ...others],
      }));
    }, NOW);
    return host.hostId;
  }

  test.each<{ service: string[]; count: number }>([
    { service: ["heartbeat:healthy"], count: 1 },
    { service: ["heartbeat:failed"], count: 1 },
    { service: ["heartbeat:healthy", "heartbeat:failed"], count: 2 },
    { service: ["heartbeat:healthy", "heartbeat:failed", "heartbeat:degraded"], count: 3 },
    { service: ["heartbeat:failed", "heartbeat:degraded", "vss:healthy"], count: 2 },
    { service: ["heartbeat:failed", "vss:failed"], count: 0 },
  ])("any status of one service, and all services: $service → $count", async ({ service, count }) => {
    const host = await hostWithStatuses([2, 6, 3]);
    expect((await listVms({ host: [host], service }, NOW)).items).toHaveLength(count);
  });

  test.each([
    tag,
    `#${tag}`,
    tag.toUpperCase(),
    accented,
    accented.normalize("NFD"),
    `#${accented.toUpperCase().normalize("NFD")}`,
  ])("a tag in any notation: %s", async (word) => {
    const host = await hostWithStatuses([2]);
    expect((await listVms({ host: [host], tag: [word] }, NOW)).items).toHaveLength(1);
  });
});

test("VMs outside any cluster have their own filter value, alone and together with a cluster", async () => {
  const names = new Map<string, string | null>([
    ["in A", `A-${randomUUID()}`],
    ["in B", `B-${randomUUID()}`],
    ["alone", null],
  ]);
  const hosts: string[] = [];
  for (const [name, cluster] of names) {
    const host = await enrolTestHost({ now: NOW });
    await host.post((snapshot) => {
      snapshot.host.cluster = cluster === null ? null : { name: cluster, nodes: [] };
      snapshot.vms = (snapshot.vms ?? []).slice(0, 1).map((vm) => ({ ...vm, id: randomUUID(), name }));
    });
    hosts.push(host.hostId);
  }
  const ask = async (...cluster: string[]) =>
    (await listVms({ host: hosts, cluster, sort: "name" }, NOW)).items.map(({ name }) => name);
  expect(await ask("(none)")).toEqual(["alone"]);
  expect(await ask("(none)", (names.get("in A") ?? "").toUpperCase())).toEqual(["alone", "in A"]);
  expect(await ask(names.get("in B") ?? "")).toEqual(["in B"]);
  const { cluster } = await vmFacets({ host: hosts }, NOW);
  expect(cluster).toContainEqual({ value: "(none)", label: "standalone", count: 1 });
  const listed = await listHosts({ cluster: ["(none)"], limit: 500 }, NOW);
  expect(listed.items.map(({ id }) => id)).toContain(hosts[2]);
  expect(listed.items.map(({ id }) => id)).not.toContain(hosts[0]);
});
