import { afterEach, describe, expect, test } from "vitest";
import { createFleet } from "../fleet.ts";
import { Random } from "../random.ts";
import { FakeClock } from "../testing/fake-clock.ts";
import { hostAt } from "../testing/host-at.ts";
import {
  LoopbackServer,
  readReport,
  wellServer,
  type Received,
  type Reply,
} from "../testing/loopback-server.ts";
import { HttpTransport } from "./http-transport.ts";
import { MockAgent } from "./mock-agent.ts";

const NOW = new Date("2026-11-23T08:00:00Z");

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** An agent with one report in its spool, over a real connection to a server that answers as it is told. */
async function setUp(reply: (request: Received) => Reply, { timeoutMs = 30_000 } = {}) {
  const server = await LoopbackServer.start(reply);
  const transport = new HttpTransport(server.url, { timeoutMs });
  closers.push(
    () => server.stop(),
    () => transport.close(),
  );
  const clock = new FakeClock(NOW);
  const agent = new MockAgent({
    host: hostAt(createFleet({ scenario: "healthy", now: NOW, vms: 3 }), 0),
    transport,
    clock,
    random: new Random("http"),
    key: "ike_test",
    enrolled: { hostId: "h", token: "ika_secret" },
    intervalSeconds: 60,
    tickSeconds: 60,
    startMs: NOW.getTime(),
  });
  agent.collect();
  return { server, transport, clock, agent };
}

interface Expected {
  kind: string;
  keeps: boolean;
  /** Seconds until the next attempt, from and to; `null` when nothing is to be waited for. */
  waits: [number, number] | null;
}
const FORGETS = { keeps: false, waits: null };
const BACKS_OFF = { keeps: true, waits: [5, 10] as [number, number] };

describe("every possible result of a post", () => {
  const cases: ({ name: string; reply: Reply | "well" } & Expected)[] = [
    { name: "201", reply: "well", kind: "stored", ...FORGETS },
    {
      name: "200 duplicate",
      reply: { status: 200, body: { duplicate: true } },
      kind: "duplicate",
      ...FORGETS,
    },
    { name: "200 stale", reply: { status: 200, body: { stale: true } }, kind: "stale", ...FORGETS },
    { name: "400", reply: { status: 400 }, kind: "refused", ...FORGETS },
    { name: "413", reply: { status: 413 }, kind: "refused", ...FORGETS },
    { name: "415", reply: { status: 415 }, kind: "refused", ...FORGETS },
    { name: "422", reply: { status: 422 }, kind: "refused", ...FORGETS },
    { name: "401", reply: { status: 401 }, kind: "unwelcome", ...BACKS_OFF },
    { name: "403", reply: { status: 403 }, kind: "unwelcome", ...BACKS_OFF },
    { name: "409", reply: { status: 409 }, kind: "unwelcome", ...BACKS_OFF },
    { name: "429", reply: { status: 429 }, kind: "busy", ...BACKS_OFF },
    {
      name: "429 for 20 s",
      reply: { status: 429, headers: { "retry-after": "20" } },
      kind: "busy",
      keeps: true,
      waits: [20, 25],
    },
    { name: "500", reply: { status: 500 }, kind: "busy", ...BACKS_OFF },
    { name: "502", reply: { status: 502 }, kind: "busy", ...BACKS_OFF },
    {
      name: "503 for 2 s",
      reply: { status: 503, headers: { "retry-after": "2" } },
      kind: "busy",
      keeps: true,
      waits: [2, 2.5],
    },
    {
      name: "503 until a time",
      reply: { status: 503, headers: { "retry-after": "Mon, 23 Nov 2026 08:01:00 GMT" } },
      kind: "busy",
      keeps: true,
      waits: [60, 75],
    },
    { name: "504", reply: { status: 504 }, kind: "busy", ...BACKS_OFF },
    {
      name: "a redirect",
      reply: { status: 302, headers: { location: "http://127.0.0.1:1/" } },
      kind: "busy",
      ...BACKS_OFF,
    },
    {
      name: "a proxy's page",
      reply: { status: 200, body: "<html>Sign in</html>" },
      kind: "busy",
      ...BACKS_OFF,
    },
    { name: "no answer, closed", reply: "close-without-answer", kind: "unreachable", ...BACKS_OFF },
    { name: "half an answer", reply: "close-within-answer", kind: "unreachable", ...BACKS_OFF },
    { name: "no answer, open", reply: "never-answer", kind: "unreachable", ...BACKS_OFF },
  ];

  test.each(cases)("$name → $kind", async ({ reply, kind, keeps, waits }) => {
    const well = wellServer();
    const { agent, clock, server } = await setUp(
      (request) => (reply !== "well" && request.path === "/api/v1/snapshots" ? reply : well(request)),
      reply === "never-answer" ? { timeoutMs: 100 } : {},
    );
    // The token of this agent came from an earlier run: at 401 it enrols once more, and is refused again.
    let answer = await agent.sendNext();
    if (kind === "unwelcome" && server.received.some(({ path }) => path === "/api/v1/enroll")) {
      answer = await agent.sendNext();
    }
    expect(answer?.kind).toBe(kind);
    expect(agent.spool.pending).toBe(keeps ? 1 : 0);
    expect(agent.spool.refused).toBe(kind === "refused" ? 1 : 0);
    const waitsSeconds = (agent.sendAgainAtMs - clock.now()) / 1000;
    const [from, to] = waits ?? [Number.NEGATIVE_INFINITY, 0];
    expect(waitsSeconds).toBeGreaterThanOrEqual(from);
    expect(waitsSeconds).toBeLessThanOrEqual(to);
  });

  test("a missing server", async () => {
    const { agent, server } = await setUp(wellServer());
    await server.stop();
    closers.shift();
    expect((await agent.sendNext())?.kind).toBe("unreachable");
    expect(agent.spool.pending).toBe(1);
  });
});

test("requests follow the contract: gzip, JSON, the token in its header", async () => {
  const { agent, server } = await setUp(wellServer());
  await agent.sendNext();
  const [request] = server.received;
  expect(request).toMatchObject({
    path: "/api/v1/snapshots",
    authorization: "Bearer ika_secret",
    encoding: "gzip",
    contentType: "application/json",
  });
  expect(request && readReport(request).vms).toHaveLength(3);
});

test("a server address can have a path", async () => {
  const { server } = await setUp(wellServer());
  const transport = new HttpTransport(new URL("/monitoring/", server.url));
  closers.push(() => transport.close());
  await transport
    .post({ path: "/api/v1/enroll", token: "t", body: Buffer.from("{}"), isGzip: false })
    .catch(() => null);
  expect(server.received[0]?.path).toBe("/monitoring/api/v1/enroll");
});

test("a torn body never arrives, but the next attempt does", async () => {
  const { transport, server, agent } = await setUp(wellServer());
  const body = Buffer.alloc(200_000, "x");
  await expect(
    transport.post({ path: "/api/v1/snapshots", token: "t", body, isGzip: true, isTorn: true }),
  ).rejects.toThrow("torn");
  expect((await agent.sendNext())?.kind).toBe("stored");
  expect(server.received).toHaveLength(1);
});

test("a keep-alive connection that the server has closed causes no delay", async () => {
  const { agent, server } = await setUp(wellServer());
  expect((await agent.sendNext())?.kind).toBe("stored");
  server.closeKeptConnections();
  agent.collect();
  expect((await agent.sendNext())?.kind).toBe("stored");
  expect(server.received).toHaveLength(2);
});

test("an endless response is cut off", async () => {
  const { agent } = await setUp(() => ({ status: 503, body: "x".repeat(2_000_000) }));
  expect((await agent.sendNext())?.kind).toBe("unreachable");
});
