import { describe, expect, test } from "vitest";
import type { AccelerationStatus, Freshness } from "@/lib/domain/words.ts";
import type { FleetHost } from "./fleet-directory.ts";
import { emptyCounts } from "./ingest/rollup.ts";
import { apartByHost, technologyDrift } from "./technology-drift.ts";

function node(
  id: string,
  rdma: AccelerationStatus | undefined,
  { cluster = "PROD", freshness = "fresh" }: { cluster?: string | null; freshness?: Freshness } = {},
): FleetHost {
  const acceleration = rdma === undefined ? {} : { rdma };
  return {
    id,
    name: id,
    fqdn: null,
    cluster,
    tags: [],
    createdAt: "2026-11-24T12:00:00.000Z",
    retiredAt: null,
    retiredBy: null,
    observedAt: "2026-11-24T12:00:00.000Z",
    intervalSeconds: 60,
    agentVersion: "1.0.0",
    osCaption: null,
    adapterWords: [],
    macAddresses: [],
    sections: [],
    unreadFacts: [],
    version: "1",
    freshness,
    isPastComing: false,
    lateAt: "2026-11-24T12:02:00.000Z",
    staleAt: "2026-11-24T12:05:00.000Z",
    counts: { ...emptyCounts(), network: { acceleration, ladders: {}, idle: NONE_IDLE, adapters: "" } },
  };
}

const NONE = { present: 0, used: 0 };
const NONE_IDLE = { "virtual-functions": NONE, queues: NONE, "rdma-ports": NONE };

describe("nodes that differ from their cluster", () => {
  test.each([
    {
      name: "one lacks what the other has",
      hosts: [node("a", "active"), node("b", "blocked")],
      apart: ["b"],
    },
    { name: "ready is as good as active", hosts: [node("a", "active"), node("b", "ready")], apart: [] },
    { name: "none has it", hosts: [node("a", "blocked"), node("b", "configured")], apart: [] },
    { name: "one is unknown", hosts: [node("a", "active"), node("b", "unknown")], apart: [] },
    { name: "one was never reported", hosts: [node("a", "active"), node("b", undefined)], apart: [] },
    {
      name: "a silent host's report is outdated",
      hosts: [node("a", "active"), node("b", "blocked", { freshness: "stale" })],
      apart: [],
    },
    {
      name: "hosts outside any cluster are not compared",
      hosts: [node("a", "active", { cluster: null }), node("b", "blocked", { cluster: null })],
      apart: [],
    },
    {
      name: "each cluster separately",
      hosts: [node("a", "active"), node("b", "blocked", { cluster: "EDGE" })],
      apart: [],
    },
  ])("$name: $apart", ({ hosts, apart }) => {
    expect([...apartByHost(hosts).keys()]).toEqual(apart);
  });

  test("counts nodes that have it, out of those with a known status", () => {
    const hosts = [node("a", "active"), node("b", "ready"), node("c", "configured"), node("d", "unknown")];
    expect(technologyDrift(hosts)).toMatchObject([
      { cluster: "PROD", technology: "rdma", able: [{ id: "a" }, { id: "b" }], others: [{ id: "c" }] },
    ]);
  });
});
