import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { snapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { encodeSnapshot, encodeSnapshotInBackground } from "./encode-snapshot.ts";
import { createFleet } from "./fleet.ts";
import { pregenerate } from "./pregenerate.ts";
import { hostAt } from "./testing/host-at.ts";

const NOW = new Date("2026-11-23T08:00:00Z");

test("hosts take turns, each in the order of its ticks, and every report has a unique id", () => {
  const fleet = createFleet({ scenario: "large", now: NOW, hosts: 3, vms: 5, changedShare: 0.2 });
  const reports = [...pregenerate(fleet, 7)];
  expect(reports.map(({ host, tick }) => `${host}@${tick}`)).toEqual([
    "0@0",
    "1@0",
    "2@0",
    "0@1",
    "1@1",
    "2@1",
    "0@2",
  ]);
  expect(new Set(reports.map(({ snapshotId }) => snapshotId)).size).toBe(7);
});

test("bodies are the same as an agent sends", () => {
  const fleet = createFleet({ scenario: "large", now: NOW, hosts: 2, vms: 5 });
  for (const { body, bytes, snapshotId, vms } of pregenerate(fleet, 4, 10)) {
    const snapshot = snapshotV1.parse(JSON.parse(gunzipSync(body).toString("utf8")));
    expect(snapshot.snapshotId).toBe(snapshotId);
    expect([snapshot.vms?.length, body.length]).toEqual([vms, bytes]);
  }
});

test("later ticks have a higher sequence under the same epoch", () => {
  const host = hostAt(createFleet({ scenario: "large", now: NOW, hosts: 1, vms: 1 }), 0);
  const orders = [0, 1, 2]
    .map((tick) => host.snapshotAt(tick))
    .map(({ epoch, sequence }) => [epoch, sequence]);
  expect(orders).toEqual([1, 2, 3].map((sequence) => [NOW.getTime(), sequence]));
});

test("both encoders give the same result", async () => {
  const snapshot = hostAt(createFleet({ scenario: "healthy", now: NOW, hosts: 1, vms: 2 }), 0).snapshotAt(0);
  const background = gunzipSync(await encodeSnapshotInBackground(snapshot));
  expect(background.equals(gunzipSync(encodeSnapshot(snapshot)))).toBe(true);
});
