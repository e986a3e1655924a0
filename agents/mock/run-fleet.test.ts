import { afterEach, describe, expect, test } from "vitest";
import { FAULTS } from "./agent/faults.ts";
import { systemClock } from "./clock.ts";
import { HttpTransport } from "./agent/http-transport.ts";
import { describeNews } from "./describe-news.ts";
import { createFleet, type FleetOptions } from "./fleet.ts";
import { runFleet, type RunNews, type RunOptions } from "./run-fleet.ts";
import { StateFile } from "./state-file.ts";
import { fastClock } from "./testing/fast-clock.ts";
import {
  LoopbackServer,
  readReport,
  wellServer,
  type Received,
  type Reply,
} from "./testing/loopback-server.ts";

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function setUp(
  reply: (request: Received) => Reply,
  fleet: Partial<FleetOptions> = {},
  changed: Partial<RunOptions> = {},
) {
  const server = await LoopbackServer.start(reply);
  const transport = new HttpTransport(server.url);
  closers.push(
    () => server.stop(),
    () => transport.close(),
  );
  const news: RunNews[] = [];
  const stop = new AbortController();
  const run = async () =>
    await runFleet({
      fleet: createFleet({
        scenario: "demo",
        now: new Date(systemClock.now()),
        hosts: 12,
        vms: 4,
        ...fleet,
      }),
      transport,
      clock: systemClock,
      key: "ike_test",
      intervalSeconds: 60,
      speed: 1,
      fromMs: 0,
      faults: new Set(),
      once: true,
      durationMs: null,
      senders: 4,
      giveUpEnrollingAfterMs: 0,
      spreadMs: 0,
      state: await StateFile.open(null, server.url),
      tellPast: null,
      signal: stop.signal,
      onNews: (one) => news.push(one),
      ...changed,
    });
  return { server, run, news, stop };
}

function reportsOf({ received }: LoopbackServer) {
  return received.filter(({ path }) => path === "/api/v1/snapshots").map(readReport);
}

describe("once", () => {
  test("every host enrols and reports once, and the totals are printed", async () => {
    const { server, run, news } = await setUp(wellServer());
    const summary = await run();
    expect(reportsOf(server).map(({ host }) => host.name)).toHaveLength(12);
    expect(new Set(reportsOf(server).map(({ host }) => host.machineId)).size).toBe(12);
    expect(summary).toMatchObject({ pending: 0, refused: 0, notEnrolled: 0 });
    expect(summary.total).toMatchObject({ posts: 12, vms: 48, enrolled: 12, statuses: { 201: 12 } });
    expect(news[0]).toEqual({ type: "started", hosts: 12, vms: 48 });
    expect(news.at(-1)?.type).toBe("ended");
  });

  test("even with all faults at once, everything is delivered", async () => {
    const { run } = await setUp(
      wellServer(),
      { hosts: 30, vms: 1 },
      { faults: new Set(FAULTS), clock: fastClock(), durationMs: 10_000_000 },
    );
    const { total, pending, refused } = await run();
    expect(total.answers.stored).toBe(30);
    expect(Object.keys(total.faults).length).toBeGreaterThan(1);
    expect([pending, refused]).toEqual([0, 0]);
  });

  test.each([
    { name: "before the storage is lost", fromMs: 60_000, critical: 0 },
    { name: "after it was lost", fromMs: 240_000, critical: 9 },
    { name: "after it was restored", fromMs: 660_000, critical: 0 },
  ])("a story can start at any point: $name", async ({ fromMs, critical }) => {
    const { server, run } = await setUp(
      wellServer(),
      { scenario: "incident", hosts: 2, vms: 20 },
      { fromMs },
    );
    await run();
    const states = reportsOf(server).flatMap(({ vms }) => vms?.map(({ state }) => state) ?? []);
    expect(states.filter((state) => state === "RunningCritical")).toHaveLength(critical);
  });

  test("a report that the server refuses is set aside and printed", async () => {
    const well = wellServer();
    const { run, news } = await setUp((request) =>
      request.path === "/api/v1/snapshots" ? { status: 422, body: { title: "No." } } : well(request),
    );
    expect((await run()).refused).toBe(12);
    // Hosts post beside one another, in no order.
    const refused = news.filter(({ type }) => type === "refused").map(describeNews);
    expect(refused).toContain("HV-LNZ-01: report set aside, 422 No.");
  });
});

describe("enrolment", () => {
  test("an invalid key ends the run immediately, with a reason for each host", async () => {
    const { run, news } = await setUp(() => ({ status: 401, body: { title: "Unknown key." } }));
    const summary = await run();
    expect(summary.notEnrolled).toBe(12);
    expect(summary.total.posts).toBe(0);
    expect(news.filter(({ type }) => type === "not-enrolled")).toHaveLength(12);
  });

  test("hosts that could still enrol with the key continue", async () => {
    const well = wellServer();
    let uses = 0;
    const { run } = await setUp((request) =>
      request.path === "/api/v1/enroll" && ++uses > 5 ? { status: 401 } : well(request),
    );
    expect(await run()).toMatchObject({ notEnrolled: 7, total: { posts: 5 } });
  });
});

test("stops on request, after the requests in progress", async () => {
  const well = wellServer();
  const { run, stop, server } = await setUp(
    (request) => {
      // Aborted at the first report, before the others.
      if (request.path === "/api/v1/snapshots") stop.abort();
      return well(request);
    },
    {},
    { once: false },
  );
  const summary = await run();
  expect(summary.total.posts).toBeGreaterThan(0);
  expect(reportsOf(server).length).toBe(summary.total.posts);
});

test("no line and no event contains a key or a token", async () => {
  const { run, news } = await setUp(wellServer());
  await run();
  const said = JSON.stringify(news) + news.map(describeNews).join("\n");
  expect(said).not.toMatch(/ike_|ika_/);
});

describe("console output", () => {
  const NOTHING = { posts: 0, vms: 0, bytes: 0, enrolled: 0, answers: {}, statuses: {}, faults: {} };
  test.each([
    {
      name: "a start",
      news: { type: "started", hosts: 1, vms: 1200 } as const,
      line: "1 host with 1,200 VMs",
    },
    {
      name: "a story",
      news: { type: "story", atSeconds: 3725, text: "HV-1 is away" } as const,
      line: "01:02:05  HV-1 is away",
    },
    {
      name: "rates",
      news: {
        type: "progress",
        seconds: 5,
        pending: 3,
        delta: {
          ...NOTHING,
          posts: 10,
          vms: 300,
          answers: { stored: 9, unreachable: 1 },
          statuses: { 201: 9 },
        },
        total: NOTHING,
      } as const,
      line: "2.0 posts/s  ·  60.0 VMs/s  ·  201: 9 no response: 1  ·  3 waiting",
    },
    {
      name: "a quiet moment",
      news: { type: "progress", seconds: 5, pending: 0, delta: NOTHING, total: NOTHING } as const,
      line: null,
    },
    {
      name: "the end",
      news: {
        type: "ended",
        seconds: 61.23,
        pending: 2,
        dropped: 0,
        refused: 1,
        notEnrolled: 0,
        total: { ...NOTHING, posts: 1, vms: 1, answers: { stored: 1 }, statuses: { 201: 1 } },
      } as const,
      line: "ended after 61.2 s: 1 post, 1 VM stored, 201: 1, 2 still waiting, 1 set aside",
    },
  ])("$name", ({ news, line }) => {
    expect(describeNews(news)).toBe(line);
  });
});

test("a host that has just enrolled imports its history before its first report, a known host does not", async () => {
  const order: string[] = [];
  const state = await StateFile.open(null, new URL("http://127.0.0.1:1"));
  const tellPast = async ({ name }: { name: string }) => {
    order.push(`past of ${name}`);
  };
  const well = wellServer();
  const { run } = await setUp(
    (request) => {
      if (request.path === "/api/v1/snapshots") order.push(`report of ${readReport(request).host.name}`);
      return well(request);
    },
    { hosts: 1 },
    { tellPast, state },
  );
  await run();
  await run();
  expect(order.map((line) => line.split(" ")[0])).toEqual(["past", "report", "report"]);
});
