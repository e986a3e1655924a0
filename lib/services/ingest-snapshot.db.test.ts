// Longer than 300 lines: the effects of a report on the stored data are one story.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { getHost } from "./get-host.ts";
import { getVm } from "./get-vm.ts";
import { ingestSnapshot } from "./ingest-snapshot.ts";
import { toReport } from "./ingest/read-report.ts";
import { listChanges } from "./list-changes.ts";
import { listFindings } from "./list-findings.ts";
import { listVms } from "./list-vms.ts";
import { enrolTestHost } from "./testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const HEARTBEAT = 0;

/** Each test has its own VMs, so that it does not depend on other tests. */
function ownVm() {
  const id = randomUUID();
  const use = (change: (vm: NonNullable<SnapshotV1["vms"]>[number]) => void = () => undefined) => {
    return (snapshot: SnapshotV1) => {
      const vm = snapshot.vms?.[0];
      if (!vm) throw new Error("The example has a VM.");
      vm.id = id;
      vm.integrationServices = (vm.integrationServices ?? []).map((row) => ({
        ...row,
        id: row.id.replace(/[^\\]+\\/, `Microsoft:${id}\\`),
      }));
      change(vm);
    };
  };
  return { id, use };
}

describe("order of reports", () => {
  test("a report is stored once: the same id is a duplicate, regardless of its content", async () => {
    const host = await enrolTestHost({ now: NOW });
    const snapshot = host.snapshot();
    const agent = { hostId: host.hostId, instanceId: host.instanceId };
    expect(await ingestSnapshot({ agent, snapshot: toReport(snapshot), receivedAt: NOW })).toMatchObject({
      kind: "stored",
      vms: 1,
    });
    expect(await ingestSnapshot({ agent, snapshot: toReport(snapshot), receivedAt: NOW })).toEqual({
      kind: "duplicate",
    });
    const moved = { ...snapshot, sequence: snapshot.sequence + 5 };
    expect(await ingestSnapshot({ agent, snapshot: toReport(moved), receivedAt: NOW })).toEqual({
      kind: "duplicate",
    });
  });

  test("an older or equal position in the order is stale and updates nothing", async () => {
    const host = await enrolTestHost({ now: NOW });
    const agent = { hostId: host.hostId, instanceId: host.instanceId };
    const first = host.snapshot();
    const second = host.snapshot();
    await ingestSnapshot({ agent, snapshot: toReport(second), receivedAt: NOW });
    expect(await ingestSnapshot({ agent, snapshot: toReport(first), receivedAt: minutesLater(9) })).toEqual({
      kind: "stale",
    });
    const equal = { ...second, snapshotId: randomUUID() };
    expect(await ingestSnapshot({ agent, snapshot: toReport(equal), receivedAt: minutesLater(9) })).toEqual({
      kind: "stale",
    });
    const view = await getHost(host.hostId, minutesLater(9));
    expect(view).toMatchObject({ lastReportedAt: NOW.toISOString(), freshness: "stale" });
  });

  test("a newer epoch wins over any sequence", async () => {
    const host = await enrolTestHost({ now: NOW });
    await host.post((snapshot) => Object.assign(snapshot, { epoch: 5, sequence: 900 }));
    expect(await host.post((snapshot) => Object.assign(snapshot, { epoch: 6, sequence: 0 }))).toMatchObject({
      kind: "stored",
    });
    expect(await host.post((snapshot) => Object.assign(snapshot, { epoch: 5, sequence: 901 }))).toEqual({
      kind: "stale",
    });
  });

  test("each of several concurrent reports is stored or stale, and the newest one counts", async () => {
    const host = await enrolTestHost({ now: NOW });
    const agent = { hostId: host.hostId, instanceId: host.instanceId };
    const snapshots = Array.from({ length: 12 }, () => host.snapshot());
    const results = await Promise.all(
      snapshots.map((snapshot) => ingestSnapshot({ agent, snapshot: toReport(snapshot), receivedAt: NOW })),
    );
    expect(results.every(({ kind }) => kind === "stored" || kind === "stale")).toBe(true);
    const { rows } = await getDatabase().pool.query("SELECT sequence FROM host_reports WHERE host_id = $1", [
      host.hostId,
    ]);
    expect(rows).toEqual([{ sequence: 12 }]);
  });
});

describe("the posting agent", () => {
  test("another instance's snapshot is forbidden", async () => {
    const host = await enrolTestHost({ now: NOW });
    await expect(
      host.post((snapshot) => {
        snapshot.agent.instanceId = randomUUID();
      }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("another machine's snapshot is refused, reported to administrators, and changes nothing", async () => {
    const host = await enrolTestHost({ now: NOW });
    await host.post(ownVm().use(), NOW);
    await expect(
      host.post((snapshot) => {
        snapshot.host.machineId = "f".repeat(64);
        snapshot.vms = [];
      }),
    ).rejects.toMatchObject({ code: "identity-conflict" });
    const view = await getHost(host.hostId, NOW);
    expect(view).toMatchObject({
      vms: 1,
      identityConflict: { detail: expect.stringContaining("posted with the token") },
    });
  });
});

describe("VMs in a report", () => {
  test("an unchanged report logs nothing", async () => {
    const host = await enrolTestHost({ now: NOW });
    const vm = ownVm();
    await host.post(vm.use());
    expect(await host.post(vm.use())).toMatchObject({ kind: "stored", changes: 0 });
  });

  test("a finding is opened by the first bad report, confirmed by the second, and fixed by the first good one", async () => {
    const host = await enrolTestHost({ now: NOW });
    const vm = ownVm();
    const heartbeatLost = vm.use((facts) => {
      const row = facts.integrationServices?.[HEARTBEAT];
      if (row) row.primaryStatus = 6;
    });
    await host.post(vm.use(), NOW);
    await host.post(heartbeatLost, minutesLater(1));
    expect((await getVm(vm.id, minutesLater(1))).findings).toMatchObject([
      { rule: "is.heartbeat", openedAt: minutesLater(1).toISOString(), confirmedAt: null, resolvedAt: null },
    ]);
    await host.post(heartbeatLost, minutesLater(2));
    expect((await getVm(vm.id, minutesLater(2))).findings).toMatchObject([
      { openedAt: minutesLater(1).toISOString(), confirmedAt: minutesLater(2).toISOString() },
    ]);
    expect(await getVm(vm.id, minutesLater(2))).toMatchObject({ health: "warning" });
    await host.post(vm.use(), minutesLater(3));
    const mended = await getVm(vm.id, minutesLater(3));
    expect(mended.findings).toMatchObject([
      { resolvedAt: minutesLater(3).toISOString(), resolution: "mended" },
    ]);
    expect(mended.health).toBe("healthy");
  });

  test("a failed section removes nothing, makes its VMs unknown and freezes open findings", async () => {
    const host = await enrolTestHost({ now: NOW });
    const vm = ownVm();
    const bad = vm.use((facts) => {
      const row = facts.integrationServices?.[HEARTBEAT];
      if (row) row.primaryStatus = 6;
    });
    await host.post(bad, NOW);
    await host.post((snapshot) => {
      snapshot.vms = null;
      snapshot.sections = [
        { name: "vms", status: "failed", durationMs: 1, collectedAt: null, error: "Access is denied." },
      ];
    }, minutesLater(1));
    const view = await getVm(vm.id, minutesLater(1));
    expect(view).toMatchObject({ health: "unknown", gone: false });
    expect(view.findings).toMatchObject([{ frozenAt: minutesLater(1).toISOString(), resolvedAt: null }]);
    expect(view.services.map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => "unknown"));
    expect(new Set(view.acceleration.map(({ status }) => status))).toEqual(new Set(["unknown"]));
    await host.post(bad, minutesLater(2));
    expect((await getVm(vm.id, minutesLater(2))).acceleration.map(({ status }) => status)).toContain(
      "active",
    );
    expect((await getVm(vm.id, minutesLater(2))).findings).toMatchObject([
      { openedAt: NOW.toISOString(), frozenAt: null, confirmedAt: minutesLater(2).toISOString() },
    ]);
  });

  test("sections are shown as reported, including unknown ones of a newer agent", async () => {
    const host = await enrolTestHost({ now: NOW });
    await host.post((snapshot) => {
      const told = { durationMs: 1, collectedAt: null, error: null };
      snapshot.vms = null;
      snapshot.switches = null;
      snapshot.sections = [
        { name: "vms", status: "ok", ...told },
        { name: "switches", status: "partial", ...told },
        { name: "teams", status: "ok", ...told },
        { name: "processors", status: "partial", ...told },
      ];
    }, NOW);
    const { sections } = await getHost(host.hostId, NOW);
    expect(sections.map(({ name, status }) => `${name} ${status}`)).toEqual([
      "host skipped",
      "physicalAdapters skipped",
      "switches failed",
      "hostAdapters skipped",
      "teams ok",
      "smb skipped",
      "vms failed",
      "processors partial",
    ]);
  });

  test("a send error is shown as of the last report, and is neither a change nor a finding", async () => {
    const host = await enrolTestHost({ now: NOW });
    const withSending = (status: "ok" | "failed" | null, minute: number) => (snapshot: SnapshotV1) => {
      snapshot.vms = [];
      if (status === null) return;
      const collectedAt = minutesLater(minute).toISOString();
      snapshot.sections.push({ name: "sending", status, durationMs: null, collectedAt, error: "HTTP 503." });
    };
    const reported = async (status: "ok" | "failed" | null, minute: number, after: number) => {
      const answer = await host.post(withSending(status, minute), minutesLater(after));
      const { sections } = await getHost(host.hostId, minutesLater(after));
      const section = sections.find(({ name }) => name === "sending");
      return { answer, status: section?.status, at: section?.collectedAt };
    };
    await host.post(withSending(null, 0), NOW);
    const before = (await getHost(host.hostId, NOW)).findings.map(({ rule }) => rule);
    const [first, second] = [minutesLater(0).toISOString(), minutesLater(1).toISOString()];
    expect(await reported("failed", 0, 1)).toMatchObject({
      answer: { changes: 0 },
      status: "failed",
      at: first,
    });
    // Only its time differs.
    expect(await reported("failed", 1, 2)).toMatchObject({
      answer: { changes: 0 },
      status: "failed",
      at: second,
    });
    expect((await getHost(host.hostId, minutesLater(2))).findings.map(({ rule }) => rule)).toEqual(before);
    expect(await reported("ok", 1, 3)).toMatchObject({ answer: { changes: 0 }, status: "ok", at: second });
    expect(await reported(null, 0, 4)).toMatchObject({
      answer: { changes: 0 },
      status: undefined,
      at: undefined,
    });
  });

  test("a VM is gone after two complete reports without it, and returns with its id and history", async () => {
    const host = await enrolTestHost({ now: NOW });
    const vm = ownVm();
    const none = (snapshot: SnapshotV1) => {
      snapshot.vms = [];
    };
    await host.post(vm.use(), NOW);
    await host.post(none, minutesLater(1));
    expect((await getVm(vm.id, minutesLater(1))).gone).toBe(false);
    await host.post(none, minutesLater(2));
    expect((await getVm(vm.id, minutesLater(2))).gone).toBe(true);
    const ids = async (gone: boolean) =>
      (await listVms({ host: [host.hostId], gone }, minutesLater(2))).items.map(({ id }) => id);
    expect(await ids(false)).toEqual([]);
    expect(await ids(true)).toEqual([vm.id]);
    await host.post(vm.use(), minutesLater(3));
    expect(await getVm(vm.id, minutesLater(3))).toMatchObject({
      gone: false,
      firstSeenAt: NOW.toISOString(),
    });
  });

  test("an agent without rights that lists nothing has an unknown host, not an empty one", async () => {
    const host = await enrolTestHost({ now: NOW });
    const vm = ownVm();
    await host.post(vm.use(), NOW);
    for (const minute of [1, 2, 3]) {
      await host.post((snapshot) => {
        snapshot.vms = [];
        snapshot.host.rights = { hyperv: false, administrator: false };
      }, minutesLater(minute));
    }
    expect(await getVm(vm.id, minutesLater(3))).toMatchObject({ gone: false, health: "unknown" });
    const { findings } = await getHost(host.hostId, minutesLater(3));
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toContain(
      "host.agent-rights critical",
    );
  });

  test("a silent host shows nothing as healthy: its VMs are unknown and their findings frozen", async () => {
    const host = await enrolTestHost({ now: NOW });
    const vm = ownVm();
    await host.post(
      vm.use((facts) => {
        const row = facts.integrationServices?.[HEARTBEAT];
        if (row) row.primaryStatus = 6;
      }),
      NOW,
    );
    const later = minutesLater(6);
    const view = await getVm(vm.id, later);
    expect(view).toMatchObject({ health: "unknown", freshness: "stale" });
    expect(view.services.every(({ status }) => status === "unknown")).toBe(true);
    expect(view.findings).toMatchObject([{ frozenAt: minutesLater(5).toISOString() }]);
    const query = { host: [host.hostId] };
    expect((await listFindings(query, later)).items).toEqual([]);
    expect((await listFindings({ ...query, status: "frozen" }, later)).items).toHaveLength(1);
    expect((await listVms({ ...query, health: ["warning"] }, later)).items).toEqual([]);
    expect((await listVms({ ...query, service: ["vss:unknown"] }, later)).items).toHaveLength(1);
  });

  test("a report delayed by the maximum accepted time makes its host missing, and critical at once", async () => {
    const host = await enrolTestHost({ now: NOW });
    const week = 7 * 24 * 60;
    await host.post((snapshot) => {
      snapshot.sentAt = NOW.toISOString();
      snapshot.collectedAt = minutesLater(-week - 1).toISOString();
    }, NOW);
    const found = await listFindings({ host: [host.hostId] }, minutesLater(0.001));
    expect(found.items).toMatchObject([{ rule: "host.stale", severity: "critical" }]);
  });
});

describe("placement of a VM", () => {
  test("it moves with its findings when the old host no longer lists it, and keeps its id", async () => {
    const [left, right] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
    const vm = ownVm();
    const bad = vm.use((facts) => {
      const row = facts.integrationServices?.[HEARTBEAT];
      if (row) row.primaryStatus = 6;
    });
    await left.post(bad, NOW);
    await left.post((snapshot) => {
      snapshot.vms = [];
    }, minutesLater(1));
    await right.post(bad, minutesLater(2));
    const view = await getVm(vm.id, minutesLater(2));
    expect(view).toMatchObject({ host: { id: right.hostId }, firstSeenAt: NOW.toISOString() });
    expect(view.findings).toMatchObject([{ rule: "is.heartbeat", openedAt: NOW.toISOString() }]);
    expect((await getHost(left.hostId, minutesLater(2))).vms).toBe(0);
  });

  test("two hosts without a cluster that both run it are a conflict, shown once, which ends when one no longer lists it", async () => {
    const [left, right] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
    const vm = ownVm();
    await left.post(vm.use(), NOW);
    await right.post(vm.use(), minutesLater(1));
    expect((await getVm(vm.id, minutesLater(1))).placement.conflict).toBeNull();
    await left.post(vm.use(), minutesLater(2));
    const disputed = await getVm(vm.id, minutesLater(2));
    expect(disputed.placement).toMatchObject({ conflict: "running-twice", host: { id: left.hostId } });
    expect(disputed.placement.hosts.map(({ id }) => id).toSorted()).toEqual(
      [left.hostId, right.hostId].toSorted(),
    );
    expect(disputed.findings.map(({ rule }) => rule)).toContain("vm.placement-conflict");
    const listedOn = async (host: string) =>
      (await listVms({ host: [host] }, minutesLater(3))).items.map(({ id }) => id);
    expect([await listedOn(left.hostId), await listedOn(right.hostId)]).toEqual([[vm.id], [vm.id]]);
    await left.post((snapshot) => {
      snapshot.vms = [];
    }, minutesLater(3));
    const settled = await getVm(vm.id, minutesLater(3));
    expect(settled.placement).toMatchObject({ conflict: null, host: { id: right.hostId } });
    expect(
      settled.findings.filter(
        ({ rule, resolvedAt }) => rule === "vm.placement-conflict" && resolvedAt === null,
      ),
    ).toEqual([]);
    expect([await listedOn(left.hostId), await listedOn(right.hostId)]).toEqual([[], [vm.id]]);
  });

  test("hosts that report the same new VM concurrently share one row, which moves like any other", async () => {
    const hosts = await Promise.all([1, 2, 3].map(() => enrolTestHost({ now: NOW })));
    const vm = ownVm();
    const bad = vm.use((facts) => {
      const row = facts.integrationServices?.[HEARTBEAT];
      if (row) row.primaryStatus = 6;
    });
    for (const minute of [0, 1, 2]) {
      const stored = await Promise.all(hosts.map((host) => host.post(bad, minutesLater(minute))));
      expect(stored.map(({ kind }) => kind)).toEqual(["stored", "stored", "stored"]);
      const { items } = await listVms({ search: vm.id }, minutesLater(minute));
      expect(items.map(({ id }) => id)).toEqual([vm.id]);
      const open = await listFindings({ vm: [vm.id], rule: ["is.heartbeat"] }, minutesLater(minute));
      expect(open.total).toBe(1);
    }
  });

  test("a replica is a separate VM with its own id", async () => {
    const [primary, replica] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
    const vm = ownVm();
    await primary.post(vm.use(), NOW);
    await replica.post(
      vm.use((facts) => Object.assign(facts, { replicationMode: "Replica", state: "Off" })),
      minutesLater(1),
    );
    const { items } = await listVms({ search: vm.id }, minutesLater(1));
    expect(items).toHaveLength(2);
    expect(new Set(items.map(({ id }) => id)).size).toBe(2);
    expect(new Set(items.map(({ vmId }) => vmId))).toEqual(new Set([vm.id]));
  });
});

test("polling the change log by the last id returns each entry once", async () => {
  const host = await enrolTestHost({ now: NOW });
  const vm = ownVm();
  await host.post(vm.use(), NOW);
  const query = { host: [host.hostId], since: "2026-01-01" };
  const first = await listChanges(query, NOW);
  expect(first.items.length).toBeGreaterThan(0);
  await host.post(
    vm.use((facts) => {
      facts.processorCount = 9;
    }),
    minutesLater(1),
  );
  const next = await listChanges({ ...query, since: first.items.at(-1)?.id }, NOW);
  expect(next.items).toMatchObject([{ kind: "configuration", field: "processorCount", from: "4", to: "9" }]);
});

test("every key of a table that grows with the fleet contains the host", async () => {
  const reference = [
    "hosts",
    "users",
    "sessions",
    "accounts",
    "verifications",
    "rate_limits",
    "enrolment_keys",
    "api_tokens",
    "_prisma_migrations",
    // Sums over hosts: their size depends on clusters and tags, not on the fleet.
    "compliance_days",
    // The same by rule and severity: one row a day for each.
    "fix_days",
  ];
  const { rows } = await getDatabase().pool.query<{ name: string }>(
    `SELECT c.relname || '.' || i.relname AS name
       FROM pg_index x
       JOIN pg_class c ON c.oid = x.indrelid
       JOIN pg_class i ON i.oid = x.indexrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      WHERE x.indisunique AND c.relkind IN ('r', 'p') AND NOT c.relname = ANY($1)
        AND NOT EXISTS (SELECT FROM pg_attribute a
                         WHERE a.attrelid = c.oid AND a.attnum = ANY(x.indkey::int2[]) AND a.attname = 'host_id')`,
    [reference],
  );
  expect(rows).toEqual([]);
});
