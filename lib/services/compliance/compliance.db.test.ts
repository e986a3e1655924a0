// Longer than 300 lines: a generated history is created once, and all its queries are tested here.

import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { complianceDayView, complianceView, type ComplianceView } from "@/lib/contract/api/compliance.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import type { VmHealth } from "@/lib/domain/words.ts";
import type { DayCounts } from "../ingest/rollup.ts";
import { listVms } from "../list-vms.ts";
import { choices } from "../testing/choices.ts";
import { enrolTestHost, type TestHost } from "../testing/test-host.ts";
import { getComplianceDay } from "./get-compliance-day.ts";
import { getCompliance } from "./get-compliance.ts";
import { sumDays } from "./sum-days.ts";

useTestDatabase();

const DAY_MS = 86_400_000;
const FIRST = Date.parse("2026-03-02T00:00:00Z");
const DAYS = 9;
const HEARTBEAT_ID = "84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47";

type Vm = NonNullable<SnapshotV1["vms"]>[number];
type Words = "healthy" | "lost" | "off" | "upgradable";

function vmAs(example: Vm, id: string, words: Words, tags: string): Vm {
  const vm = structuredClone(example);
  vm.id = id;
  vm.name = `vm-${id.slice(0, 6)}`;
  vm.notes = tags;
  if (Number.parseInt(id.slice(0, 1), 16) % 2 === 0) {
    vm.generation = 1;
    vm.firmware = null;
  }
  vm.integrationServices = (vm.integrationServices ?? []).map((row) => ({
    ...row,
    id: `Microsoft:${id}\\${row.id.slice(row.id.indexOf("\\") + 1)}`,
    primaryStatus: words === "lost" && row.id.toUpperCase().includes(HEARTBEAT_ID) ? 13 : 2,
    secondaryStatus: null,
  }));
  if (words === "off") {
    vm.state = "Off";
    vm.uptimeSeconds = 0;
    vm.integrationServices = vm.integrationServices.map((row) => ({ ...row, primaryStatus: null }));
  }
  if (words === "upgradable") vm.configurationVersion = "8.0";
  return vm;
}

interface Fleet {
  host: TestHost;
  cluster: string | null;
  intervalSeconds: number;
  vms: { id: string; words: Words; tags: string }[];
}

async function post({ host, cluster, intervalSeconds, vms }: Fleet, at: number): Promise<void> {
  await host.post((snapshot) => {
    const [example] = snapshot.vms ?? [];
    if (!example) throw new Error("The example has a VM.");
    snapshot.host.cluster = cluster === null ? null : { name: cluster, nodes: [] };
    snapshot.agent.intervalSeconds = intervalSeconds;
    snapshot.collectedAt = new Date(at).toISOString();
    snapshot.sentAt = snapshot.collectedAt;
    snapshot.vms = vms.map(({ id, words, tags }) => vmAs(example, id, words, tags));
  }, new Date(at));
}

const noHealth = (): Record<VmHealth, number> => ({
  critical: 0,
  warning: 0,
  unknown: 0,
  healthy: 0,
  inactive: 0,
});

type Tally = Record<string, number>;

/** "heartbeat healthy", "sr-iov blocked" and "generation 2" with their numbers of VMs, for each host that reports. */
function tallyHosts(rows: readonly VmRow[]): Map<string, Tally> {
  const hosts = new Map<string, Tally>();
  // The lists do not repeat what a silent host last said; its day keeps it.
  for (const row of rows.filter(({ freshness }) => freshness === "fresh")) {
    const counts = hosts.get(row.host.id) ?? {};
    hosts.set(row.host.id, counts);
    for (const [key, word] of Object.entries({
      ...row.services,
      ...row.acceleration,
      generation: row.generation,
    }))
      counts[`${key} ${word}`] = (counts[`${key} ${word}`] ?? 0) + 1;
  }
  return hosts;
}

/** The same from the stored counts of a host's day. */
function tallyDay({ services, acceleration, generation }: DayCounts): Tally {
  return Object.fromEntries(
    Object.entries({ ...services, ...acceleration, generation }).flatMap(([key, counts]) =>
      Object.entries(counts ?? {}).flatMap(([word, count]) =>
        count === 0 ? [] : [[`${key} ${word}`, count]],
      ),
    ),
  );
}

/** The state shown by the lists at a moment: the same query, answered VM by VM. */
async function recount(at: Date) {
  const { items } = await listVms({ limit: 500 }, at);
  const by = (keys: (vm: (typeof items)[number]) => string[]) => {
    const groups = new Map<string, Record<VmHealth, number>>();
    for (const vm of items)
      for (const key of keys(vm)) {
        const counts = groups.get(key) ?? noHealth();
        counts[vm.health] += 1;
        groups.set(key, counts);
      }
    return groups;
  };
  const weighed = new Set(["critical", "warning", "healthy"]);
  const lost = await listVms({ rule: ["is.heartbeat"], limit: 500 }, at);
  return {
    fleet: by(() => [""]).get("") ?? noHealth(),
    clusters: by((vm) => [vm.cluster ?? ""]),
    tags: by((vm) => vm.tags),
    hosts: by((vm) => [vm.host.id]),
    words: tallyHosts(items),
    lost: lost.items.filter(({ health }) => weighed.has(health)).length,
  };
}

function dayOf(index: number): string {
  return new Date(FIRST + index * DAY_MS).toISOString().slice(0, 10);
}

function shareOf(health: Record<VmHealth, number> | undefined): number | null {
  const weighed = health ? health.healthy + health.warning + health.critical : 0;
  return health && weighed > 0 ? Math.round((health.healthy / weighed) * 10_000) / 10_000 : null;
}

describe("a history of days", () => {
  test("the sums equal a recount at the end of each day, however often they are computed", async () => {
    const choose = choices(20_260_302);
    const WORDS: Words[] = ["healthy", "healthy", "lost", "off", "upgradable"];
    const fleet: Fleet[] = [];
    for (const [index, cluster] of ["A", "A", "B", null].entries()) {
      fleet.push({
        host: await enrolTestHost({ now: new Date(FIRST), tags: index === 1 ? ["edge"] : [] }),
        cluster,
        intervalSeconds: index === 3 ? 86_400 : 60,
        vms: Array.from({ length: 4 }, () => ({
          id: randomUUID(),
          words: "healthy" as const,
          tags: choose(2) === 0 ? "#prod" : "#test #prod",
        })),
      });
    }
    const counted: Awaited<ReturnType<typeof recount>>[] = [];
    const silent: number[] = [];
    for (let day = 0; day < DAYS; day += 1) {
      const start = FIRST + day * DAY_MS;
      let silentHosts = 0;
      for (const [index, host] of fleet.entries()) {
        for (const vm of host.vms) if (choose(3) === 0) vm.words = WORDS[choose(WORDS.length)] ?? "healthy";
        const isQuietDay = choose(5) === 0 && day > 0;
        if (index !== 3 && isQuietDay) {
          silentHosts += 1;
          // Half of them report in the morning and then become silent, half do not report at all.
          if (choose(2) === 0) await post(host, start + 8 * 3_600_000 + index);
          continue;
        }
        await post(host, start + 11 * 3_600_000 + index);
        if (choose(2) === 0) host.vms.pop();
        if (choose(2) === 0) host.vms.push({ id: randomUUID(), words: "lost", tags: "#new" });
        for (const minute of [57, 58, 59]) await post(host, start + 23 * 3_600_000 + minute * 60_000 + index);
      }
      silent.push(silentHosts);
      counted.push(await recount(new Date(start + DAY_MS)));
      // Sometimes the sums are computed day by day, at other times they catch up.
      if (choose(3) === 0) await sumDays(new Date(start + DAY_MS + 1000));
    }
    const now = new Date(FIRST + DAYS * DAY_MS + 3_600_000);
    await sumDays(now);
    const ask = (groupBy: ComplianceView["groupBy"]) =>
      getCompliance({ from: dayOf(0), to: dayOf(DAYS - 1), groupBy }, now);
    const view = await ask("cluster");
    expect(complianceView.parse(view)).toEqual(view);
    expect(view.days.map(({ day, health, silentHosts }) => ({ day, health, silentHosts }))).toEqual(
      counted.map(({ fleet: health }, index) => ({
        day: dayOf(index),
        health,
        silentHosts: silent[index],
      })),
    );
    expect(view.days.map(({ state }) => state)).toEqual(
      silent.map((count) => (count > 0 ? "holes" : "whole")),
    );
    for (const [groupBy, name] of [
      ["cluster", "clusters"],
      ["tag", "tags"],
      ["host", "hosts"],
    ] as const) {
      const { groups } = await ask(groupBy);
      for (const { key, ratios } of groups)
        expect(ratios, `${groupBy} ${key}`).toEqual(counted.map((day) => shareOf(day[name].get(key))));
    }
    const rules = await ask("rule");
    const lost = rules.groups.find(({ key }) => key === "is.heartbeat");
    expect(lost?.ratios).toEqual(
      counted.map(({ fleet: health, lost: broken }) => {
        const weighed = health.healthy + health.warning + health.critical;
        return weighed === 0 ? null : Math.round(((weighed - broken) / weighed) * 10_000) / 10_000;
      }),
    );
    for (const [index, { day }] of view.days.entries()) {
      const { rows } = await getDatabase().pool.query<{ host: string; counts: DayCounts }>(
        `SELECT host_id AS host, counts FROM host_days WHERE day = $1::date`,
        [day],
      );
      const stored = new Map(rows.map(({ host, counts }) => [host, tallyDay(counts)]));
      for (const [host, words] of counted[index]?.words ?? [])
        expect(stored.get(host), `${host} on ${day}`).toEqual(words);
      const one = await getComplianceDay({ day, groupBy: "host" }, now);
      expect(complianceDayView.parse(one)).toEqual(one);
      expect(one.day).toEqual(view.days[index]);
      expect(one.silent).toHaveLength(silent[index] ?? 0);
      for (const { key, counts, ratioBefore } of one.groups) {
        expect(counts.ratio).toBe(shareOf(counted[index]?.hosts.get(key)));
        expect(ratioBefore).toBe(shareOf(counted[index - 1]?.hosts.get(key)));
      }
      const broken = one.rules.find(({ rule }) => rule === "is.heartbeat")?.vms;
      expect((broken?.critical ?? 0) + (broken?.warning ?? 0)).toBe(counted[index]?.lost);
      const byCluster = await getComplianceDay({ day, groupBy: "cluster" }, now);
      expect(new Map(byCluster.groups.map(({ key, counts }) => [key, counts.ratio]))).toEqual(
        new Map([...(counted[index]?.clusters ?? [])].map(([key, health]) => [key, shareOf(health)])),
      );
    }
    const words = counted.flatMap((day) => [...day.words.values()].flatMap((counts) => Object.keys(counts)));
    expect(words).toEqual(
      expect.arrayContaining(["generation 1", "generation 2", "heartbeat failed", "vmq not-applicable"]),
    );
    await getDatabase().pool.query("UPDATE compliance_days SET summed_at = '2020-01-01'");
    expect(await sumDays(now)).toBe(DAYS);
    expect(await sumDays(now)).toBe(0);
    expect(await ask("cluster")).toEqual(view);
  });

  test("a day without any report is a gap, and a late report fills it", async () => {
    const host = await enrolTestHost({ now: new Date("2026-06-01T00:00:00Z") });
    const fleet: Fleet = {
      host,
      cluster: "late",
      intervalSeconds: 60,
      vms: [{ id: randomUUID(), words: "healthy", tags: "" }],
    };
    const at = (day: number, time: string) => Date.parse(`2026-06-0${day}T${time}Z`);
    await post(fleet, at(1, "23:59:00"));
    await post(fleet, at(3, "09:00:00"));
    await sumDays(new Date(at(3, "10:00:00")));
    const ask = () => getCompliance({ from: "2026-06-01", to: "2026-06-02" }, new Date(at(3, "10:00:00")));
    const late = async () => (await ask()).groups.find(({ key }) => key === "late")?.ratios;
    expect(await late()).toEqual([1, null]);
    // Its VM is unknown like those of all other hosts, which are silent too.
    const [, silent] = (await ask()).days;
    expect(silent).toMatchObject({ state: "none", ratio: null, silentHosts: silent?.hosts });
    expect(silent?.unknown).toBeGreaterThan(0);
    // It was delayed in the host's spool and no later report arrived before it, so it is accepted in order.
    await post(fleet, at(2, "23:59:30"));
    await post(fleet, at(3, "09:01:00"));
    await sumDays(new Date(at(3, "10:00:00")));
    expect(await late()).toEqual([1, 1]);
  });
});

test("a cluster and a host with incompressible names are summed like any other", async () => {
  const choose = choices(7);
  // Longer than a B-tree row, but allowed by the contract.
  const name = Array.from({ length: 4096 }, () => String.fromCodePoint(0x4e00 + choose(20_000))).join("");
  const host = await enrolTestHost({ name, now: new Date("2026-07-01T00:00:00Z") });
  const fleet: Fleet = {
    host,
    cluster: name,
    intervalSeconds: 60,
    vms: [{ id: randomUUID(), words: "lost", tags: `#${name.slice(0, 64)}` }],
  };
  await post(fleet, Date.parse("2026-07-01T23:59:00Z"));
  const now = new Date("2026-07-02T00:10:00Z");
  await sumDays(now);
  const ask = (groupBy: ComplianceView["groupBy"]) =>
    getCompliance({ from: "2026-07-01", to: "2026-07-01", groupBy }, now);
  const ofCluster = (await ask("cluster")).groups.find(({ key }) => key === name);
  expect(ofCluster?.ratios).toEqual([0]);
  const ofTag = (await ask("tag")).groups.find(({ key }) => key === name.slice(0, 64).normalize("NFC"));
  expect(ofTag?.ratios).toEqual([0]);
});

describe("requests", () => {
  const NOW = new Date("2026-11-24T12:00:00Z");

  test.each([
    { from: "2026-11-25", to: "2026-11-24", path: "from" },
    { from: "2025-10-20", to: "2026-11-24", path: "from" },
  ])("from $from to $to is refused with the path $path", async ({ path, ...range }) => {
    await expect(getCompliance(range, NOW)).rejects.toMatchObject({
      code: "bad-request",
      errors: [{ path }],
    });
  });

  test("a day without records is shown as such, with the first recorded day", async () => {
    const view = await getComplianceDay({ day: "2025-12-01", groupBy: "cluster" }, NOW);
    expect(view).toMatchObject({
      day: { state: "none", ratio: null },
      recordedFrom: "2026-03-02",
      groups: [],
      rules: [],
      silent: [],
    });
  });

  test("today shows the current state, and so does tomorrow, which has begun in the far east", async () => {
    for (const day of ["2026-11-24", "2026-11-25"])
      expect(await getComplianceDay({ day }, NOW)).toMatchObject({
        day: { day: "2026-11-24", state: "today" },
      });
  });

  test("today is unknown while every host is silent, and has no ratio", async () => {
    const later = new Date(NOW.getTime() + 8 * 86_400_000);
    const { now, days } = await getCompliance({}, later);
    expect(now.unknown).toBeGreaterThan(0);
    expect(days.at(-1)).toMatchObject({ ...now, state: "today", ratio: null });
    expect(await getComplianceDay({ day: "2026-12-02" }, later)).toMatchObject({ day: days.at(-1) });
  });

  test("a day before the earliest one is refused with the path day", async () => {
    await expect(getComplianceDay({ day: "1815-06-18" }, NOW)).rejects.toMatchObject({
      code: "bad-request",
      errors: [{ path: "day" }],
    });
  });

  test("the longest range, and tomorrow in the far east as today", async () => {
    const view = await getCompliance({ from: "2025-10-21", to: "2026-11-25" }, NOW);
    expect(view.days).toHaveLength(400);
    expect(view.days.at(-1)).toMatchObject({ day: "2026-11-24", state: "today" });
  });

  test("days without records are gaps, not zeros", async () => {
    const view = await getCompliance({ from: "2025-12-01", to: "2025-12-03" }, NOW);
    expect(view.days.map(({ state, ratio }) => [state, ratio])).toEqual([
      ["none", null],
      ["none", null],
      ["none", null],
    ]);
  });
});
