import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { writeChanges } from "@/lib/data/ingest/write-life.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { inTransaction } from "@/lib/data/transaction.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { getVmHistory } from "./get-vm-history.ts";
import { enrolTestHost } from "./testing/test-host.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

function vmWithHeartbeat(id: string, primaryStatus: number) {
  return (snapshot: SnapshotV1) => {
    const vm = snapshot.vms?.[0];
    const heartbeat = vm?.integrationServices?.[0];
    if (!vm || !heartbeat) throw new Error("The example has a VM with a heartbeat.");
    vm.id = id;
    heartbeat.primaryStatus = primaryStatus;
  };
}

async function spansOf(id: string, key: string, now: Date) {
  const { lanes } = await getVmHistory(id, {}, now);
  return lanes.find((lane) => lane.key === key)?.spans ?? [];
}

describe("the history of a VM", () => {
  test("ends with the last recorded state, even if that report was delayed and describes an earlier time", async () => {
    const host = await enrolTestHost({ now: NOW });
    const id = randomUUID();
    await host.post(vmWithHeartbeat(id, 2), NOW);
    await host.post(vmWithHeartbeat(id, 6), minutesLater(5));
    await host.post((snapshot) => {
      vmWithHeartbeat(id, 2)(snapshot);
      snapshot.collectedAt = minutesLater(3).toISOString();
    }, minutesLater(6));
    const now = minutesLater(7);
    const history = await getVmHistory(id, {}, now);
    expect((await spansOf(id, "heartbeat", now)).at(-1)).toMatchObject({
      status: "healthy",
      to: now.toISOString(),
    });
    expect(history.changes.filter(({ kind }) => kind === "health").map(({ to }) => to)).toEqual([
      "healthy",
      "warning",
    ]);
  });

  test("has no span while the VM was gone, and continues with its current state since it returned", async () => {
    const host = await enrolTestHost({ now: NOW });
    const id = randomUUID();
    const nothing = (snapshot: SnapshotV1) => {
      snapshot.vms = [];
    };
    await host.post(vmWithHeartbeat(id, 2), NOW);
    await host.post(nothing, minutesLater(1));
    await host.post(nothing, minutesLater(2));
    expect((await spansOf(id, "heartbeat", minutesLater(9))).at(-1)?.to).toBe(minutesLater(2).toISOString());
    await host.post(vmWithHeartbeat(id, 6), minutesLater(8));
    const told = [
      { from: NOW.toISOString(), to: minutesLater(2).toISOString() },
      { from: minutesLater(8).toISOString(), to: minutesLater(9).toISOString() },
    ];
    expect(await spansOf(id, "heartbeat", minutesLater(9))).toEqual([
      { ...told[0], status: "healthy" },
      { ...told[1], status: "failed" },
    ]);
    expect(await spansOf(id, "vss", minutesLater(9))).toEqual(
      told.map((span) => ({ ...span, status: "healthy" })),
    );
  });

  test("has no span while its host was silent, from the time when the known state expired", async () => {
    const host = await enrolTestHost({ now: NOW });
    const id = randomUUID();
    await host.post(vmWithHeartbeat(id, 2), NOW);
    await host.post(vmWithHeartbeat(id, 2), minutesLater(90));
    await host.post(vmWithHeartbeat(id, 6), minutesLater(91));
    const known = { from: NOW.toISOString(), to: minutesLater(5).toISOString(), status: "healthy" };
    expect(await spansOf(id, "vss", minutesLater(92))).toEqual([
      known,
      { from: minutesLater(90).toISOString(), to: minutesLater(92).toISOString(), status: "healthy" },
    ]);
    expect(await spansOf(id, "heartbeat", minutesLater(200))).toEqual([
      known,
      { from: minutesLater(90).toISOString(), to: minutesLater(91).toISOString(), status: "healthy" },
      { from: minutesLater(91).toISOString(), to: minutesLater(96).toISOString(), status: "failed" },
    ]);
  });

  test("has no gap if delayed reports of the host arrived later", async () => {
    const host = await enrolTestHost({ now: NOW });
    const id = randomUUID();
    await host.post(vmWithHeartbeat(id, 2), NOW);
    for (let minute = 1; minute <= 30; minute += 1) {
      await host.post((snapshot) => {
        vmWithHeartbeat(id, 2)(snapshot);
        snapshot.sentAt = minutesLater(31).toISOString();
        snapshot.collectedAt = minutesLater(minute).toISOString();
      }, minutesLater(31));
    }
    expect(await spansOf(id, "vss", minutesLater(31))).toEqual([
      { from: NOW.toISOString(), to: minutesLater(31).toISOString(), status: "healthy" },
    ]);
  });

  test("has no gap if the clock was set between collecting and sending, which backdates one report", async () => {
    const host = await enrolTestHost({ now: NOW });
    const id = randomUUID();
    await host.post(vmWithHeartbeat(id, 2), NOW);
    await host.post((snapshot) => {
      vmWithHeartbeat(id, 2)(snapshot);
      snapshot.collectedAt = minutesLater(-3 * 24 * 60).toISOString();
    }, minutesLater(1));
    await host.post(vmWithHeartbeat(id, 2), minutesLater(2));
    expect(await spansOf(id, "vss", minutesLater(3))).toEqual([
      { from: NOW.toISOString(), to: minutesLater(3).toISOString(), status: "healthy" },
    ]);
  });

  test("of a VM that was started elsewhere while its host was silent continues with the other host", async () => {
    const [left, right] = [await enrolTestHost({ now: NOW }), await enrolTestHost({ now: NOW })];
    const id = randomUUID();
    await left.post(vmWithHeartbeat(id, 2), NOW);
    await right.post((snapshot) => {
      snapshot.vms = [];
    }, minutesLater(19));
    await right.post(vmWithHeartbeat(id, 2), minutesLater(20));
    await right.post(vmWithHeartbeat(id, 2), minutesLater(22));
    const told = [
      { from: NOW.toISOString(), to: minutesLater(5).toISOString(), status: "healthy" },
      { from: minutesLater(20).toISOString(), to: minutesLater(23).toISOString(), status: "healthy" },
    ];
    expect(await spansOf(id, "health", minutesLater(23))).toEqual(told);
    await left.post((snapshot) => {
      snapshot.vms = [];
    }, minutesLater(23));
    expect(await spansOf(id, "health", minutesLater(23))).toEqual(told);
  });

  test("of a VM that flaps for days contains the newest changes, and nothing before them", async () => {
    const host = await enrolTestHost({ now: NOW });
    const id = randomUUID();
    await host.post((snapshot) => {
      vmWithHeartbeat(id, 2)(snapshot);
      snapshot.agent.intervalSeconds = 7 * 86_400;
    }, NOW);
    const flaps = 3000;
    await inTransaction((client) =>
      writeChanges(
        client,
        Array.from({ length: flaps }, (_, index) => ({
          hostId: host.hostId,
          subjectId: id,
          at: minutesLater(index + 1).toISOString(),
          kind: "service" as const,
          field: "heartbeat",
          from: index % 2 === 0 ? "healthy" : "failed",
          to: index % 2 === 0 ? "failed" : "healthy",
        })),
      ),
    );
    await host.post(vmWithHeartbeat(id, 2), minutesLater(flaps));
    const now = minutesLater(flaps + 1);
    const history = await getVmHistory(id, {}, now);
    const spans = history.lanes.find(({ key }) => key === "heartbeat")?.spans ?? [];
    expect(history.changes[0]).toMatchObject({ at: minutesLater(flaps).toISOString(), to: "healthy" });
    expect(spans.at(-1)).toMatchObject({ status: "healthy", from: minutesLater(flaps).toISOString() });
    expect(
      spans
        .slice(0, 2)
        .map(({ status }) => status)
        .toSorted(),
    ).toEqual(["failed", "healthy"]);
    expect(spans.every(({ from }) => from >= history.from)).toBe(true);
  });
});
