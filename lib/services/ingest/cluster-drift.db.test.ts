import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { getHost } from "../get-host.ts";
import { getNetwork } from "../get-network.ts";
import { retireHost } from "../hosts/retire-host.ts";
import { listCauses } from "../list-causes.ts";
import { listFindings } from "../list-findings.ts";
import { sweepSilence } from "../sweep-silence.ts";
import { enrolTestHost, type TestHost } from "../testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe("cluster nodes with different switch settings", () => {
  const node = (cluster: string, isAble: boolean) => (snapshot: SnapshotV1) => {
    snapshot.vms = [];
    snapshot.host.cluster = { name: cluster, nodes: [] };
    for (const each of snapshot.switches ?? [])
      Object.assign(each, { name: "vSwitch-Prod", iovEnabled: isAble });
  };

  test.each([
    { order: "the odd one last", able: [true, true, false] },
    { order: "the odd one first", able: [false, true, true] },
    { order: "the odd one between", able: [true, false, true] },
  ])("one finding on each node's page, regardless of who reports first: $order", async ({ able }) => {
    const cluster = `C-${randomUUID().slice(0, 8)}`;
    const hosts = await Promise.all(able.map(() => enrolTestHost({ now: NOW })));
    for (const [index, host] of hosts.entries()) await host.post(node(cluster, able[index] ?? true), NOW);
    const drift = { rule: ["cluster.switch-drift"], cluster: [cluster] };
    const open = async (at: Date) => (await listFindings(drift, at)).items;
    const [found, ...others] = await open(NOW);
    expect(others).toEqual([]);
    const onPages = await Promise.all(hosts.map(({ hostId }) => getHost(hostId, NOW)));
    expect(onPages.map(({ findings }) => findings.map(({ id, rule }) => ({ id, rule })))).toEqual(
      hosts.map(() => [{ id: found?.id, rule: "cluster.switch-drift" }]),
    );
    for (const { hostId } of hosts)
      expect((await listFindings({ ...drift, host: [hostId] }, NOW)).items).toMatchObject([
        { id: found?.id, host: { id: hostId } },
      ]);
    expect((await listFindings({ ...drift, status: "all" }, NOW)).total).toBe(1);
    const { causes } = await listCauses({ rule: ["cluster.switch-drift"], cluster: [cluster] }, NOW);
    expect(causes).toMatchObject([{ hosts: 3, host: null }]);
    expect((await getNetwork(NOW)).drift.filter((each) => each.cluster === cluster)).toMatchObject([
      { kind: "switch", subject: "vSwitch-Prod", hosts: [{}, {}, {}] },
    ]);
    for (const [index, host] of hosts.entries())
      await host.post(node(cluster, able[index] ?? true), after(1));
    expect((await open(after(1))).every(({ confirmedAt }) => confirmedAt !== null)).toBe(true);
    for (const host of hosts) await host.post(node(cluster, true), after(2));
    expect(await open(after(2))).toEqual([]);
  });

  test("nodes that report concurrently see each other", async () => {
    const cluster = `C-${randomUUID().slice(0, 8)}`;
    const hosts = await Promise.all([true, false, true, true].map(() => enrolTestHost({ now: NOW })));
    await Promise.all(hosts.map((host, index) => host.post(node(cluster, index !== 1), NOW)));
    const drift = { rule: ["cluster.switch-drift"], cluster: [cluster] };
    expect((await listFindings(drift, NOW)).items).toHaveLength(1);
    for (const { hostId } of hosts)
      expect((await listFindings({ ...drift, host: [hostId] }, NOW)).items).toHaveLength(1);
  });

  const driftOf = async (host: TestHost) => {
    const { rows } = await getDatabase().pool.query<{ frozen_at: string | null; resolution: string | null }>(
      `SELECT frozen_at, resolution FROM findings
        WHERE host_id = $1 AND rule = 'cluster.switch-drift' ORDER BY opened_at`,
      [host.hostId],
    );
    return rows.map(({ frozen_at, resolution }) => resolution ?? (frozen_at === null ? "open" : "frozen"));
  };
  const clusterOf = async (...able: boolean[]) => {
    const cluster = `C-${randomUUID().slice(0, 8)}`;
    const hosts = await Promise.all(able.map(() => enrolTestHost({ now: NOW })));
    const report = async (places: number[], minutes: number, isAble = able) => {
      for (const place of places)
        await hosts[place]?.post(node(cluster, isAble[place] ?? true), after(minutes));
    };
    await report([...hosts.keys()], 0);
    await report([...hosts.keys()], 1);
    return { cluster, hosts, report, drift: () => Promise.all(hosts.map(driftOf)) };
  };

  test("a node that temporarily lost the switch returns to the finding of the others", async () => {
    const { cluster, hosts, report, drift } = await clusterOf(true, true, false);
    const listed = async (status: "open" | "resolved", minutes: number) =>
      (await listFindings({ rule: ["cluster.switch-drift"], cluster: [cluster], status }, after(minutes)))
        .items;
    const [found] = await listed("open", 1);
    await hosts[0]?.post((snapshot) => {
      node(cluster, true)(snapshot);
      snapshot.switches = [];
    }, after(2));
    expect(await drift()).toEqual([["no-longer-applies"], ["open"], ["open"]]);
    // It has not ended: it is open on the other nodes.
    expect(await listed("resolved", 2)).toEqual([]);
    await report([0], 3);
    expect(await drift()).toEqual([["open"], ["open"], ["open"]]);
    const { id, openedAt, confirmedAt } = found ?? {};
    expect(await listed("open", 3)).toMatchObject([{ id, openedAt, confirmedAt }]);
  });

  test("a node that joins later has the finding with its dates, on whichever page it is shown", async () => {
    const { cluster, hosts, report } = await clusterOf(true, false);
    const late = await enrolTestHost({ now: NOW });
    await late.post(node(cluster, true), after(5));
    await report([0, 1], 6);
    const pages = await Promise.all([...hosts, late].map(({ hostId }) => getHost(hostId, after(6))));
    const dates = { openedAt: after(0).toISOString(), confirmedAt: after(1).toISOString() };
    for (const { findings } of pages) expect(findings).toMatchObject([dates]);
  });

  test("a node that becomes silent is no evidence: its findings wait until it reports again", async () => {
    const { report, drift } = await clusterOf(true, true, false);
    expect(await drift()).toEqual([["open"], ["open"], ["open"]]);
    await report([0, 1], 20);
    await sweepSilence(after(20));
    expect(await drift()).toEqual([["frozen"], ["frozen"], ["frozen"]]);
    await report([0, 1], 21);
    expect(await drift()).toEqual([["frozen"], ["frozen"], ["frozen"]]);
    await report([2], 22);
    expect(await drift()).toEqual([["open"], ["open"], ["open"]]);
  });

  test("a node that becomes silent leaves the findings of the others, while its own waits", async () => {
    const { report, drift } = await clusterOf(true, false, true);
    await report([0, 1], 20);
    await sweepSilence(after(20));
    expect(await drift()).toEqual([["open"], ["open"], ["frozen"]]);
    await report([0, 1], 21, [true, true]);
    expect(await drift()).toEqual([["frozen"], ["frozen"], ["frozen"]]);
    await report([2], 22);
    expect(await drift()).toEqual([["mended"], ["mended"], ["mended"]]);
  });

  test("retiring a node closes its drift finding, and restoring it opens a new one", async () => {
    const { hosts, report, drift } = await clusterOf(true, true, false);
    await report([0, 1], 20);
    await sweepSilence(after(20));
    await retireHost(hosts[2]?.hostId ?? "", { name: "Jana", at: after(21) });
    expect(await drift()).toEqual([["mended"], ["mended"], ["no-longer-applies"]]);
    await report([0, 1], 22);
    await report([2], 22);
    expect(await drift()).toEqual([
      ["mended", "open"],
      ["mended", "open"],
      ["no-longer-applies", "open"],
    ]);
  });

  test("a node that leaves the cluster takes its finding with it", async () => {
    const cluster = `C-${randomUUID().slice(0, 8)}`;
    const [stays, leaves] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
    await stays.post(node(cluster, true), NOW);
    await leaves.post(node(cluster, false), NOW);
    await leaves.post(node(`${cluster}-new`, false), after(1));
    expect(
      (await listFindings({ rule: ["cluster.switch-drift"], host: [leaves.hostId] }, after(1))).items,
    ).toEqual([]);
    expect(
      (await listFindings({ rule: ["cluster.switch-drift"], host: [stays.hostId] }, after(1))).items,
    ).toEqual([]);
  });
});
