import { describe, expect, test } from "vitest";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { createFleet } from "../fleet.ts";
import { loneAgent, MINUTE_MS, NOW, NOW_MS, sequences } from "../testing/lone-agent.ts";
import { wellServer } from "../testing/loopback-server.ts";
import { EnrollmentError } from "./enroll.ts";

function uptimeOf(report: SnapshotV1 | undefined): number {
  return report?.vms?.find(({ state }) => state === "Running")?.uptimeSeconds ?? 0;
}

describe("normal operation", () => {
  test("enrols once with its key, then posts each minute with its token, compressed", async () => {
    const { live, transport, reports } = loneAgent();
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

  test("has the same identity at enrolment as in its reports", async () => {
    const { live, transport, reports } = loneAgent();
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

  test("keeps the interval that the server asks for", async () => {
    const well = wellServer();
    const { live, reports, agent } = loneAgent({
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

  test("at a higher speed it reports faster, and its clock stays correct", async () => {
    const { live, reports } = loneAgent({ speed: 60 });
    await live(0.2);
    expect(reports()).toHaveLength(13);
    const last = reports().at(-1);
    expect(Date.parse(last?.collectedAt ?? "") - NOW_MS).toBe(12_000);
    const [first] = reports();
    expect(uptimeOf(last) - uptimeOf(first)).toBe(12 * 60);
  });
});

describe("while the server is unavailable", () => {
  test("a short outage leaves no gap: pending reports are sent oldest first, with their own time and a new sending time", async () => {
    const { agent, clock, transport, reports, stop } = loneAgent();
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
    // The report contains the state of the spool at the time of collection.
    expect(reports()[5]?.agent.spool).toMatchObject({ pending: 4, dropped: 0 });
  });

  test("after a long outage the newest is sent first, and older ones are stale", async () => {
    const { agent, clock, transport, reports, answers, stop } = loneAgent({
      enrolled: { hostId: "h", token: "ika_kept" },
    });
    transport.isAway = true;
    const life = agent.run(stop.signal, { firstAtMs: NOW_MS });
    await clock.run([life], NOW_MS + 39.5 * MINUTE_MS);
    expect(agent.spool.pending).toBe(40);
    transport.isAway = false;
    await clock.run([life], NOW_MS + 50 * MINUTE_MS);
    stop.abort();
    await life;
    const sent = sequences(reports());
    expect(sent[0]).toBeGreaterThanOrEqual(40);
    expect(sent.indexOf(1)).toBeGreaterThan(sent.indexOf(40));
    expect(agent.spool.pending).toBe(0);
    expect(answers().filter((kind) => kind === "stale").length).toBeGreaterThanOrEqual(30);
  });

  test("each attempt sets a new sending time and keeps id, order and time of collection", async () => {
    let attempts = 0;
    const well = wellServer();
    const { live, reports } = loneAgent({
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

  test("an agent that is off collects nothing, one that is cut off collects everything", async () => {
    const off = loneAgent({ scenario: "offline-host", place: 1 });
    await off.live(10);
    expect(sequences(off.reports())).toEqual([1, 2, 3]);
    expect(off.agent.spool.pending).toBe(0);

    const cut = loneAgent({ scenario: "offline-host", place: 2 });
    await cut.live(30);
    expect(sequences(cut.reports())).toEqual(Array.from({ length: 31 }, (_, place) => place + 1));
    expect(cut.answers().filter((kind) => kind === "unreachable").length).toBeGreaterThan(1);
  });
});

describe("when the server does not accept it", () => {
  test.each([401, 403, 409])("%i: keeps everything, retries with increasing delay", async (status) => {
    const { live, agent, answers } = loneAgent({
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
    "%i: sets the report aside and continues immediately with the next",
    async (status) => {
      const well = wellServer();
      let posts = 0;
      const { live, agent, reports } = loneAgent({
        reply: (request) =>
          request.path === "/api/v1/snapshots" && ++posts === 1 ? { status } : well(request),
      });
      await live(2.5);
      expect(sequences(reports())).toEqual([1, 2, 3]);
      expect(agent.spool.setAside.map(({ report }) => report.sequence)).toEqual([1]);
      expect(agent.spool.pending).toBe(0);
    },
  );

  test("a stored token that is no longer known is replaced once", async () => {
    const well = wellServer();
    const { agent, transport } = loneAgent({
      enrolled: { hostId: "h", token: "ika_old" },
      reply: (request) => (request.authorization === "Bearer ika_old" ? { status: 401 } : well(request)),
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
    const { agent, stop, transport } = loneAgent({ reply: () => ({ status, body: { title: "No." } }) });
    await expect(agent.enroll(stop.signal)).rejects.toThrow(EnrollmentError);
    expect(transport.received).toHaveLength(1);
  });

  test("waits for a server that is busy or unavailable", async () => {
    const well = wellServer();
    let attempts = 0;
    const { live, reports, transport } = loneAgent({
      reply: (request) => (++attempts <= 2 ? { status: 503 } : well(request)),
    });
    await live(1);
    expect(transport.received.filter(({ path }) => path === "/api/v1/enroll")).toHaveLength(3);
    expect(reports().length).toBeGreaterThan(0);
  });

  test("gives up on a server that stays unavailable", async () => {
    const { agent, clock, transport, stop } = loneAgent();
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
    const { live, transport, reports } = loneAgent({ scenario: "first-hours", place: 2 });
    await live(4.5);
    expect(transport.received[0]?.path).toBe("/api/v1/enroll");
    expect(Date.parse(reports()[0]?.collectedAt ?? "")).toBe(NOW_MS + 3 * MINUTE_MS);
  });
});

test("a host that fell silent sends one report from that time, and nothing more", async () => {
  const place = createFleet({ scenario: "demo", now: NOW }).hosts.findIndex(
    (host) => host.silentSinceSeconds === 2460,
  );
  const { live, reports } = loneAgent({ scenario: "demo", place });
  await live(30);
  expect(reports()).toHaveLength(1);
  const [report] = reports();
  expect(Date.parse(report?.sentAt ?? "") - Date.parse(report?.collectedAt ?? "")).toBe(41 * MINUTE_MS);
});
