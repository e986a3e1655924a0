import { describe, expect, test } from "vitest";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { createFleet } from "../fleet.ts";
import { Random } from "../random.ts";
import type { ScenarioName } from "../scenarios.ts";
import { FakeClock } from "../testing/fake-clock.ts";
import { FakeTransport } from "../testing/fake-transport.ts";
import { hostAt } from "../testing/host-at.ts";
import { readReport, wellServer, type Received, type Reply } from "../testing/loopback-server.ts";
import type { AgentEvent } from "./agent-options.ts";
import { EnrollmentError } from "./enroll.ts";
import type { Fault } from "./faults.ts";
import { MockAgent } from "./mock-agent.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const NOW_MS = NOW.getTime();
const MINUTE_MS = 60_000;

interface Setting {
  reply?: (request: Received) => Reply;
  scenario?: ScenarioName;
  place?: number;
  faults?: Fault[];
  speed?: number;
}

/** One agent on a clock that a test moves, and a server that answers at once. */
function setUp({
  reply = wellServer(),
  scenario = "healthy",
  place = 0,
  faults = [],
  speed = 1,
}: Setting = {}) {
  const clock = new FakeClock(NOW);
  const transport = new FakeTransport(reply);
  const events: AgentEvent[] = [];
  const stop = new AbortController();
  const host = hostAt(createFleet({ scenario, now: NOW, vms: 3 }), place);
  const agent = new MockAgent({
    host,
    transport,
    clock,
    random: new Random("agent", scenario),
    key: "ike_test",
    intervalSeconds: 60,
    tickSeconds: 60,
    speed,
    startMs: NOW_MS,
    faults: new Set(faults),
    onEvent: (event) => events.push(event),
  });
  const live = async (minutes: number) => {
    const life = agent.run(stop.signal, { firstAtMs: NOW_MS });
    await clock.run([life], NOW_MS + minutes * MINUTE_MS);
    stop.abort();
    await life;
  };
  const reports = () => transport.received.filter(({ path }) => path === "/api/v1/snapshots").map(readReport);
  const answers = () => events.flatMap((event) => (event.type === "answer" ? [event.answer.kind] : []));
  return { agent, clock, transport, stop, live, reports, answers, events };
}

function uptimeOf(report: SnapshotV1 | undefined): number {
  return report?.vms?.find(({ state }) => state === "Running")?.uptimeSeconds ?? 0;
}

function sequences(reports: readonly SnapshotV1[]): number[] {
  return reports.map(({ sequence }) => sequence);
}

describe("a day in the life", () => {
  test("enrols once with its key, then posts each minute with its token, compressed", async () => {
    const { live, transport, reports } = setUp();
    await live(4.5);
    expect(transport.received.map(({ path, authorization }) => `${path} ${authorization}`)).toEqual([
      "/api/v1/enroll Bearer ike_test",
      ...Array.from({ length: 5 }, () => "/api/v1/snapshots Bearer ika_test"),
    ]);
    expect(transport.received.slice(1).every(({ encoding }) => encoding === "gzip")).toBe(true);
    expect(reports().map(({ collectedAt }) => (Date.parse(collectedAt) - NOW_MS) / MINUTE_MS)).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  test("says who it is at enrolment as in its reports", async () => {
    const { live, transport, reports } = setUp();
    await live(0.5);
    const body: unknown = JSON.parse(transport.received[0]?.body.toString("utf8") ?? "null");
    const [report] = reports();
    expect(body).toMatchObject({
      instanceId: report?.agent.instanceId,
      machineId: report?.host.machineId,
      name: report?.host.name,
      fqdn: report?.host.fqdn,
    });
  });

  test("keeps the pace that the server asks for", async () => {
    const well = wellServer();
    const { live, reports, agent } = setUp({
      reply: (request) => {
        const reply = well(request);
        if (typeof reply === "string" || request.path === "/api/v1/enroll") return reply;
        return { ...reply, body: { ...Object(reply.body), nextIntervalSeconds: 180 } };
      },
    });
    await live(10);
    expect(reports().map(({ collectedAt }) => (Date.parse(collectedAt) - NOW_MS) / MINUTE_MS)).toEqual([
      0, 3, 6, 9,
    ]);
    expect(reports().map((report) => report.agent.intervalSeconds)).toEqual([60, 180, 180, 180]);
    expect(agent.intervalSeconds).toBe(180);
  });

  test("in a faster time it reports faster, and its clock stays right", async () => {
    const { live, reports } = setUp({ speed: 60 });
    await live(0.2);
    expect(reports()).toHaveLength(13);
    const last = reports().at(-1);
    expect(Date.parse(last?.collectedAt ?? "") - NOW_MS).toBe(12_000);
    const [first] = reports();
    expect(uptimeOf(last) - uptimeOf(first)).toBe(12 * 60);
  });
});

describe("while the server is away", () => {
  test("a short outage leaves no hole: what waited goes oldest first, with its own time and a new sending time", async () => {
    const { agent, clock, transport, reports, stop } = setUp();
    const life = agent.run(stop.signal, { firstAtMs: NOW_MS });
    await clock.run([life], NOW_MS + 0.5 * MINUTE_MS);
    transport.isAway = true;
    await clock.run([life], NOW_MS + 12.5 * MINUTE_MS);
    expect(agent.spool.pending).toBe(12);
    transport.isAway = false;
    await clock.run([life], NOW_MS + 20.5 * MINUTE_MS);
    stop.abort();
    await life;

    expect(sequences(reports())).toEqual(Array.from({ length: 21 }, (_, place) => place + 1));
    expect(agent.spool.pending).toBe(0);
    const third = reports()[2];
    expect(Date.parse(third?.collectedAt ?? "")).toBe(NOW_MS + 2 * MINUTE_MS);
    expect(Date.parse(third?.sentAt ?? "")).toBeGreaterThan(NOW_MS + 12.5 * MINUTE_MS);
    // The report tells how full the spool was when it was collected.
    expect(reports()[5]?.agent.spool).toMatchObject({ pending: 4, dropped: 0 });
  });

  test("after a long one the newest goes first, and what it overtook is answered stale", async () => {
    const { agent, clock, transport, reports, answers, stop } = setUp();
    transport.isAway = true;
    const enrolled = new MockAgent({
      host: hostAt(createFleet({ scenario: "healthy", now: NOW, vms: 1 }), 0),
      transport,
      clock,
      random: new Random("long"),
      key: "ike_test",
      enrolled: { hostId: "h", token: "ika_test" },
      intervalSeconds: 60,
      tickSeconds: 60,
      startMs: NOW_MS,
    });
    const life = enrolled.run(stop.signal, { firstAtMs: NOW_MS });
    await clock.run([life], NOW_MS + 39.5 * MINUTE_MS);
    expect(enrolled.spool.pending).toBe(40);
    transport.isAway = false;
    await clock.run([life], NOW_MS + 50 * MINUTE_MS);
    stop.abort();
    await life;
    const sent = sequences(reports());
    expect(sent[0]).toBeGreaterThanOrEqual(40);
    expect(sent.indexOf(1)).toBeGreaterThan(sent.indexOf(40));
    expect(enrolled.spool.pending).toBe(0);
    expect(agent.spool.pending).toBe(0);
    expect(answers()).toEqual([]);
  });

  test("each attempt writes its sending time anew and keeps id, order and time of collection", async () => {
    let attempts = 0;
    const well = wellServer();
    const { live, reports } = setUp({
      reply: (request) =>
        request.path === "/api/v1/snapshots" && ++attempts <= 2
          ? { status: 503, headers: { "retry-after": "7" } }
          : well(request),
    });
    await live(0.9);
    const [first, second, third] = reports();
    expect(second?.snapshotId).toBe(first?.snapshotId);
    expect(third?.collectedAt).toBe(first?.collectedAt);
    const sentAt = reports().map((report) => (Date.parse(report.sentAt) - NOW_MS) / 1000);
    expect(sentAt[0]).toBe(0);
    for (const place of [1, 2]) {
      const waited = (sentAt[place] ?? 0) - (sentAt[place - 1] ?? 0);
      expect(waited).toBeGreaterThanOrEqual(7);
      expect(waited).toBeLessThanOrEqual(8.75);
    }
  });

  test("an agent that is off collects nothing, one that is cut off collects all", async () => {
    const off = setUp({ scenario: "offline-host", place: 1 });
    await off.live(10);
    expect(sequences(off.reports())).toEqual([1, 2, 3]);
    expect(off.agent.spool.pending).toBe(0);

    const cut = setUp({ scenario: "offline-host", place: 2 });
    await cut.live(30);
    expect(sequences(cut.reports())).toEqual(Array.from({ length: 31 }, (_, place) => place + 1));
    expect(cut.answers().filter((kind) => kind === "unreachable").length).toBeGreaterThan(1);
  });
});

describe("when the server does not want it", () => {
  test.each([401, 403, 409])("%i: keeps everything, tries again with a growing pause", async (status) => {
    const { live, agent, answers } = setUp({
      reply: ({ path }) =>
        path === "/api/v1/enroll" ? { status: 201, body: { hostId: "h", token: "t" } } : { status },
    });
    await live(30);
    expect(agent.spool.pending).toBe(31);
    expect(agent.spool.refused).toBe(0);
    expect(answers().length).toBeGreaterThan(5);
    expect(answers().length).toBeLessThan(40);
  });

  test.each([400, 413, 415, 422])(
    "%i: sets the report aside and goes on with the next at once",
    async (status) => {
      const well = wellServer();
      let posts = 0;
      const { live, agent, reports } = setUp({
        reply: (request) =>
          request.path === "/api/v1/snapshots" && ++posts === 1 ? { status } : well(request),
      });
      await live(2.5);
      expect(sequences(reports())).toEqual([1, 2, 3]);
      expect(agent.spool.setAside.map(({ report }) => report.sequence)).toEqual([1]);
      expect(agent.spool.pending).toBe(0);
    },
  );

  test("a kept token that is no longer known is replaced once", async () => {
    const clock = new FakeClock(NOW);
    const well = wellServer();
    const transport = new FakeTransport((request) =>
      request.authorization === "Bearer ika_old" ? { status: 401 } : well(request),
    );
    const agent = new MockAgent({
      host: hostAt(createFleet({ scenario: "healthy", now: NOW, vms: 1 }), 0),
      transport,
      clock,
      random: new Random("kept"),
      key: "ike_test",
      enrolled: { hostId: "h", token: "ika_old" },
      intervalSeconds: 60,
      tickSeconds: 60,
      startMs: NOW_MS,
    });
    agent.collect();
    await agent.sendNext();
    await agent.sendNext();
    expect(transport.received.map(({ path, authorization }) => `${path} ${authorization}`)).toEqual([
      "/api/v1/snapshots Bearer ika_old",
      "/api/v1/enroll Bearer ike_test",
      "/api/v1/snapshots Bearer ika_test",
    ]);
    expect(agent.spool.pending).toBe(0);
  });
});

describe("enrolling", () => {
  test.each([
    { status: 401, why: "a key that is used up" },
    { status: 409, why: "a machine that waits for approval" },
    { status: 422, why: "a name that is not taken" },
    { status: 404, why: "a server that is none of ours" },
  ])("$status is final: $why", async ({ status }) => {
    const { agent, stop, transport } = setUp({ reply: () => ({ status, body: { title: "No." } }) });
    await expect(agent.enroll(stop.signal)).rejects.toThrow(EnrollmentError);
    expect(transport.received).toHaveLength(1);
  });

  test("a server that is busy or away is waited for", async () => {
    const well = wellServer();
    let attempts = 0;
    const { live, reports, transport } = setUp({
      reply: (request) => (++attempts <= 2 ? { status: 503 } : well(request)),
    });
    await live(1);
    expect(transport.received.filter(({ path }) => path === "/api/v1/enroll")).toHaveLength(3);
    expect(reports().length).toBeGreaterThan(0);
  });

  test("a server that stays away is given up in the end", async () => {
    const { agent, clock, transport, stop } = setUp();
    transport.isAway = true;
    const life = agent.run(stop.signal, { firstAtMs: NOW_MS });
    const outcome = life.then(
      () => "alive",
      (error: unknown) => (error instanceof EnrollmentError ? "gave up" : "broken"),
    );
    await clock.run([outcome], NOW_MS + 10 * MINUTE_MS);
    expect(await outcome).toBe("gave up");
    expect(agent.isEnrolled).toBe(false);
  });

  test("happens when the host's time has come", async () => {
    const { live, transport, reports } = setUp({ scenario: "first-hours", place: 2 });
    await live(4.5);
    expect(transport.received[0]?.path).toBe("/api/v1/enroll");
    expect(Date.parse(reports()[0]?.collectedAt ?? "")).toBe(NOW_MS + 3 * MINUTE_MS);
  });
});

test("a host that fell silent sends one report of then, and nothing more", async () => {
  const place = createFleet({ scenario: "demo", now: NOW }).hosts.findIndex(
    (host) => host.silentSinceSeconds === 2460,
  );
  const { live, reports } = setUp({ scenario: "demo", place });
  await live(30);
  expect(reports()).toHaveLength(1);
  const [report] = reports();
  expect(Date.parse(report?.sentAt ?? "") - Date.parse(report?.collectedAt ?? "")).toBe(41 * MINUTE_MS);
});

describe("faults, when they are wanted", () => {
  test("duplicate: a report comes again after it was acknowledged, under the same id", async () => {
    const { live, answers, reports } = setUp({ faults: ["duplicate"] });
    await live(40);
    const ids = reports().map(({ snapshotId }) => snapshotId);
    expect(ids.length).toBeGreaterThan(new Set(ids).size);
    expect(new Set(answers())).toEqual(new Set(["stored", "duplicate"]));
  });

  test("out of order: a report comes after a newer one, and is stale", async () => {
    const { live, answers, reports } = setUp({ faults: ["out-of-order"] });
    await live(40);
    const sent = sequences(reports());
    expect(sent).not.toEqual(sent.toSorted((a, b) => a - b));
    expect(new Set(answers())).toEqual(new Set(["stored", "stale"]));
  });

  test("late: reports arrive minutes after they were collected, none is lost", async () => {
    const { live, agent, reports } = setUp({ faults: ["late"] });
    await live(60);
    const waits = reports().map((report) => Date.parse(report.sentAt) - Date.parse(report.collectedAt));
    expect(Math.max(...waits)).toBeGreaterThanOrEqual(MINUTE_MS);
    expect(sequences(reports())).toEqual(
      Array.from({ length: 61 - agent.spool.pending }, (_, place) => place + 1),
    );
  });

  test("torn: a connection breaks, and the report is sent again", async () => {
    const { live, answers, agent } = setUp({ faults: ["torn"] });
    await live(40);
    expect(answers().filter((kind) => kind === "unreachable").length).toBeGreaterThan(1);
    expect(answers().filter((kind) => kind === "stored").length).toBe(41 - agent.spool.pending);
  });

  test("retry storm: one report comes many times at once, and is stored once", async () => {
    const { live, answers } = setUp({ faults: ["retry-storm"] });
    await live(40);
    expect(answers().filter((kind) => kind === "duplicate").length).toBeGreaterThanOrEqual(5);
    expect(answers().filter((kind) => kind === "stored").length).toBe(41);
  });

  test("none happens that nobody asked for", async () => {
    const { live, events } = setUp();
    await live(40);
    expect(events.filter(({ type }) => type === "fault")).toEqual([]);
  });
});
