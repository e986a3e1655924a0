// Longer than 300 lines: one table of all possible server responses, and the resulting content of the spool.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readReport, wellServer, type Reply } from "@/agents/mock/testing/loopback-server.ts";
import { stageModule } from "./hosts/stage.ts";
import {
  failing,
  firstly,
  prepareScripts,
  runAt,
  runSteps,
  ServerOfScripts,
  START,
  type Script,
  type StepResult,
} from "./run-steps.ts";

const MINUTE = 60_000;
/** In minutes. */
const DAY = 24 * 60;
/** The first wait without Retry-After: between 5 s and 10 s; in tests the random value is always the middle. */
const FIRST_WAIT = 7500;

/** Every possible result of an attempt, from the contract's table or from the network. */
const ANSWERS: {
  name: string;
  reply: Reply;
  /** Result for the snapshot: deleted, set aside, or kept and sent again after this many milliseconds. */
  outcome: "gone" | "refused" | number;
  event?: string;
}[] = [
  { name: "200 duplicate", reply: { status: 200, body: { duplicate: true } }, outcome: "gone" },
  { name: "400", reply: problem(400, "This is not JSON."), outcome: "refused", event: "1203" },
  { name: "413", reply: problem(413, "The body is too large."), outcome: "refused", event: "1203" },
  { name: "415", reply: problem(415, "Only gzip."), outcome: "refused", event: "1203" },
  { name: "422", reply: problem(422, "The snapshot does not follow it."), outcome: "refused", event: "1203" },
  { name: "401", reply: problem(401, "The token is not known."), outcome: FIRST_WAIT, event: "1201" },
  { name: "403", reply: problem(403, "Not this host's token."), outcome: FIRST_WAIT, event: "1201" },
  { name: "409", reply: problem(409, "Another machine claims it."), outcome: FIRST_WAIT, event: "1202" },
  { name: "500", reply: problem(500, "Broken."), outcome: FIRST_WAIT, event: "1200" },
  ...[429, 502, 503, 504].flatMap((status) => [
    {
      name: `${status} with Retry-After: 30`,
      reply: problem(status, "Busy.", { "retry-after": "30" }),
      outcome: 33_750,
      event: "1200",
    },
    {
      name: `${status} without Retry-After`,
      reply: problem(status, "Busy."),
      outcome: FIRST_WAIT,
      event: "1200",
    },
  ]),
  {
    name: "503 with a Retry-After that is a date",
    reply: problem(503, "Away.", { "retry-after": new Date(START + 20_000).toUTCString() }),
    outcome: 22_500,
    event: "1200",
  },
  { name: "no answer", reply: "close-without-answer", outcome: FIRST_WAIT, event: "1200" },
  { name: "half an answer", reply: "close-within-answer", outcome: FIRST_WAIT, event: "1200" },
  {
    name: "a redirect",
    reply: { status: 302, headers: { location: "/elsewhere/api/v1/snapshots" } },
    outcome: FIRST_WAIT,
    event: "1200",
  },
  {
    name: "201 that refers to a different snapshot",
    reply: { status: 201, body: { snapshotId: "01900000-0000-7000-8000-000000000000" } },
    outcome: FIRST_WAIT,
    event: "1200",
  },
  {
    name: "200 with a proxy's page",
    reply: { status: 200, headers: { "content-type": "text/html" }, body: "<html>Sign in</html>" },
    outcome: FIRST_WAIT,
    event: "1200",
  },
];

const answerScripts = ANSWERS.map(({ reply, outcome }, index): Script => {
  const waitMs = typeof outcome === "number" ? outcome : 0;
  return {
    name: `answer-${index}`,
    reply: firstly(reply),
    // Nothing is sent just before the wait is over.
    steps: [runAt(0), runAt(Math.max(0, waitMs - 1)), runAt(waitMs)],
  };
});

const SCRIPTS: Script[] = [
  ...answerScripts,
  { name: "well", steps: [runAt(0), runAt(30_000), runAt(MINUTE)] },
  {
    name: "slower",
    reply: slowerServer(),
    steps: Array.from({ length: 15 }, (_, minute) => runAt(minute * MINUTE)),
  },
  {
    name: "short-outage",
    reply: failing(3, problem(503, "Away.")),
    steps: [0, 1, 2, 3].map((minute) => runAt(minute * MINUTE, { Now: true })),
  },
  {
    name: "long-outage",
    reply: failing(32, problem(503, "Away.")),
    steps: Array.from({ length: 33 }, (_, minute) => runAt(minute * MINUTE, { Now: true })),
  },
  {
    name: "backoff",
    reply: () => problem(503, "Away."),
    steps: Array.from({ length: 8 }, (_, hour) => runAt(hour * 60 * MINUTE)),
  },
  {
    name: "small-spool",
    settings: { spoolMaxBytes: 1500 },
    reply: () => problem(503, "Away."),
    steps: Array.from({ length: 6 }, (_, minute) => runAt(minute * MINUTE, { Now: true })),
  },
  {
    // An outage of eight days, with a run every two hours.
    name: "old-spool",
    reply: failing(96, problem(503, "Away.")),
    steps: Array.from({ length: 97 }, (_, run) => runAt(run * 120 * MINUTE, { Now: true })),
  },
  {
    // The clock jumps ahead, returns, and goes far back, while the server is unavailable.
    name: "jumping-clock",
    reply: failing(5, problem(503, "Away.")),
    steps: [0, 1, 400 * DAY + 2, 3, -400 * DAY, 5].map((minute) => runAt(minute * MINUTE, { Now: true })),
  },
  {
    // A checkpoint of the host itself was restored: the server has stored (epoch, 5), the disk has 2.
    name: "restored",
    state: { epoch: START - 1000, sequence: 2, acknowledgedEpoch: START - 1000, acknowledged: 2 },
    reply: (request, count) => (count === 1 ? { status: 200, body: { stale: true } } : wellServer()(request)),
    steps: [runAt(0), runAt(MINUTE)],
  },
  { name: "empty-file", steps: [runAt(0)] },
  {
    name: "enrol",
    isEnrolled: false,
    reply: (request, count) =>
      count === 1
        ? "close-without-answer"
        : count === 2
          ? problem(409, "This machine is known.")
          : wellServer()(request),
    steps: [
      runAt(0),
      runAt(500),
      ...[1, 2, 3].map((second) => ({
        at: START + second * 1000,
        call: "Register-InnkeeperHost" as const,
        arguments: { Key: "ike_example" },
      })),
      runAt(4000),
    ],
  },
];

/** A snapshot of which a power failure has left only the file name. */
const EMPTY = `${String(START - 5000).padStart(16, "0")}-000000000001-20261124T115900000Z-01900000-0000-7000-8000-00000000000e.json.gz`;

let folder: string;
let server: ServerOfScripts;
let results: Map<string, StepResult[]>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-sending-"));
  server = await ServerOfScripts.start();
  server.answer("elsewhere", () => ({ status: 201 }));
  const path = await stageModule(folder, { readsHost: false });
  const scripts = await prepareScripts(SCRIPTS, { folder, server });
  await mkdir(join(folder, "empty-file", "spool"));
  await writeFile(join(folder, "empty-file", "spool", EMPTY), "");
  results = await runSteps(inject("engine"), { folder, module: path, scripts });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

function problem(status: number, detail: string, headers: Record<string, string> = {}): Reply {
  return { status, headers, body: { title: "A problem", detail, status } };
}

/** Asks for a report every five minutes. */
function slowerServer(): NonNullable<Script["reply"]> {
  const well = wellServer();
  return (request) => {
    const reply = well(request);
    if (typeof reply === "string") return reply;
    return { ...reply, body: Object.assign({}, reply.body, { nextIntervalSeconds: 300 }) };
  };
}

function resultsOf(name: string): StepResult[] {
  const all = results.get(name) ?? [];
  expect(all.length).toBe(SCRIPTS.find((script) => script.name === name)?.steps.length);
  return all;
}

function receivedBy(name: string) {
  return (server.received.get(name) ?? []).filter(({ path }) => path === "/api/v1/snapshots");
}

async function filesIn(name: string, part: string): Promise<string[]> {
  const files = await readdir(join(folder, name, part)).catch((): string[] => []);
  return files.sort();
}

async function textOf(name: string, file: string): Promise<string> {
  return readFile(join(folder, name, file), "utf8").catch(() => "");
}

describe("what the agent does with each response", () => {
  test.each(ANSWERS.map((one, index) => ({ ...one, script: `answer-${index}` })))(
    "$name",
    async ({ script, outcome, event }) => {
      const [first, before, after] = resultsOf(script);
      const received = receivedBy(script);
      const isKept = typeof outcome === "number";
      expect([first?.error, before?.error, after?.error]).toEqual([null, null, null]);
      expect(first?.answer["pending"]).toBe(isKept ? 1 : 0);
      expect(before?.answer["pending"]).toBe(isKept ? 1 : 0);
      // Sent once, and if it was kept, once more under its own id.
      expect(received.length).toBe(isKept ? 2 : 1);
      expect(new Set(received.map((one) => readReport(one).snapshotId)).size).toBe(1);
      expect(after?.answer["pending"]).toBe(0);
      expect((await filesIn(script, "refused")).length).toBe(outcome === "refused" ? 2 : 0);
      expect((await textOf(script, "events.txt")).slice(0, 4)).toBe(event ?? "");
    },
  );

  test("only sentAt is updated at every attempt", () => {
    const reports = receivedBy("answer-5").map((one) => readReport(one));
    expect(reports.map(({ sentAt }) => Date.parse(sentAt) - START)).toEqual([0, FIRST_WAIT]);
    const [first, second] = reports.map(({ sentAt: _sentAt, ...rest }) => rest);
    expect(second).toEqual(first);
  });

  test("a snapshot that is set aside has the server's message beside it", async () => {
    const [snapshot, words] = await filesIn("answer-4", "refused");
    expect(words).toBe(`${snapshot ?? ""}.txt`);
    expect(await textOf("answer-4", `refused/${words ?? ""}`)).toContain("The snapshot does not follow it.");
  });

  test("the token goes only to the server, and never into a log", async () => {
    expect(server.received.get("elsewhere")).toEqual([]);
    for (const { name } of answerScripts) {
      expect(receivedBy(name)[0]?.authorization).toBe("Bearer ika_secret");
      const log = await textOf(name, "log/innkeeper.log");
      expect(log).not.toBe("");
      expect(log + (await textOf(name, "events.txt"))).not.toContain("ika_secret");
    }
  });

  test("a redirect is not followed, and the error says what to correct", async () => {
    const script = `answer-${ANSWERS.findIndex(({ name }) => name === "a redirect")}`;
    const events = await textOf(script, "events.txt");
    expect(events).toContain(
      "HTTP 302. The address redirects to another one, to which the token is not sent",
    );
  });

  test("bodies are gzip, JSON in UTF-8", () => {
    for (const { encoding, contentType } of receivedBy("well"))
      expect([encoding, contentType]).toEqual(["gzip", "application/json"]);
  });
});

describe("interval and order", () => {
  test("a host is read once per interval, however often the task runs", () => {
    expect(resultsOf("well").map(({ answer }) => [answer["isCollected"], answer["sent"]])).toEqual([
      [true, 1],
      [false, 0],
      [true, 1],
    ]);
  });

  test("an interval that the server asks for is obeyed from the next run on, and reported", () => {
    const minutes = resultsOf("slower").flatMap(({ answer }, minute) =>
      answer["isCollected"] ? [minute] : [],
    );
    const [first, second, third = 0, ...later] = minutes;
    expect([first, second]).toEqual([0, 1]);
    // Its own start within five minutes, and then every five.
    expect(third).toBeLessThanOrEqual(6);
    expect(later).toEqual(later.map((_, index) => third + 5 * (index + 1)));
    expect(later.length).toBeGreaterThan(0);
    const intervals = receivedBy("slower").map((one) => readReport(one).agent.intervalSeconds);
    expect(intervals).toEqual([60, ...minutes.slice(1).map(() => 300)]);
  });

  test("after a short outage the oldest is sent first, so that there is no gap", () => {
    const sequences = receivedBy("short-outage").map((one) => readReport(one).sequence);
    expect(sequences).toEqual([1, 1, 1, 1, 2, 3, 4]);
    expect(resultsOf("short-outage").at(-1)?.answer).toMatchObject({ sent: 4, pending: 0 });
  });

  test("when more than 30 are pending, the newest is sent first, and older ones are stale", () => {
    const sequences = receivedBy("long-outage").map((one) => readReport(one).sequence);
    // From the 31st on, each attempt sends the newest one.
    expect(sequences.slice(29, 32)).toEqual([1, 31, 32]);
    expect(sequences.slice(32, 36)).toEqual([33, 32, 31, 1]);
    expect(sequences.length).toBe(32 + 33);
    const last = resultsOf("long-outage").at(-1);
    expect(last?.answer).toMatchObject({ sent: 33, pending: 0 });
    // This does not mean that the counter was set back.
    expect(last?.state).toMatchObject({ raises: 0, sequence: 33 });
  });

  test("waits grow to at most five minutes", () => {
    const waits = resultsOf("backoff").map(
      ({ state }, hour) => Number(state["sendAgainAtMs"]) - START - hour * 60 * MINUTE,
    );
    expect(waits).toEqual([7500, 12_500, 22_500, 42_500, 82_500, 152_500, 152_500, 152_500]);
  });

  test("an outage is one event, not one per minute", async () => {
    expect((await textOf("backoff", "events.txt")).trim().split("\n").length).toBe(1);
  });
});

test("a file that a power failure has emptied is set aside and reported, and delays nothing", async () => {
  const [run] = resultsOf("empty-file");
  expect(run).toMatchObject({ error: null, answer: { sent: 1, pending: 0 }, state: { dropped: 1 } });
  expect(run?.state["lastError"]).toMatch(/^A pending snapshot from 2026-11-24T11:59:00\.000Z is damaged/);
  expect(await textOf("empty-file", "events.txt")).toMatch(/^1208 Warning A pending snapshot .* is damaged/);
  expect(await filesIn("empty-file", "refused")).toEqual([EMPTY, `${EMPTY}.txt`]);
});

describe("the spool's limits", () => {
  test("beyond its size the oldest are dropped and counted", async () => {
    const last = resultsOf("small-spool").at(-1);
    const kept = await filesIn("small-spool", "spool");
    expect(kept.length + Number(last?.state["dropped"])).toBe(6);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(6);
    expect(kept.at(-1)).toContain("-000000000006-");
    expect(await textOf("small-spool", "events.txt")).toContain("1204 Warning");
  });

  test("snapshots older than seven days are dropped, and the number is reported to the server", () => {
    const last = resultsOf("old-spool").at(-1);
    // The snapshots of the first day.
    expect(last?.state["dropped"]).toBe(12);
    expect(last?.answer).toMatchObject({ pending: 0, sent: 97 - 12 });
    const dropped = receivedBy("old-spool").map((one) => readReport(one).agent.spool?.dropped);
    expect(Math.max(...dropped.map(Number))).toBeGreaterThan(0);
  });

  test("a clock change ages nothing: snapshots collected before it are sent", () => {
    const last = resultsOf("jumping-clock").at(-1);
    expect(last?.state["dropped"]).toBe(0);
    expect(last?.answer).toMatchObject({ pending: 0, sent: 6 });
    expect(receivedBy("jumping-clock").map((one) => readReport(one).sequence)).toEqual([
      1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6,
    ]);
  });
});

test("a counter that a restored checkpoint set back continues above", () => {
  const [first, second] = resultsOf("restored");
  expect(receivedBy("restored").map((one) => readReport(one).epoch)).toEqual([START - 1000, START]);
  expect(first?.state).toMatchObject({ epoch: START, sequence: 0, raises: 1 });
  expect(second?.state).toMatchObject({ epoch: START, sequence: 1, raises: 0, acknowledged: 1 });
});

describe("enrolment", () => {
  test("without a token nothing is sent, and one event, not one per minute, reports what to do", async () => {
    const [first, second] = resultsOf("enrol");
    for (const run of [first, second]) expect(run?.error).toContain("Run Register-InnkeeperHost");
    const runs = (await textOf("enrol", "events.txt")).split("\n").filter((line) => line.startsWith("1207"));
    expect(runs).toEqual([expect.stringContaining("Error The run failed: This host is not enrolled.")]);
    expect((await textOf("enrol", "log/innkeeper.log")).match(/ 1207 /g)?.length).toBe(2);
  });

  test("a lost response is requested again with the same instance id", () => {
    const [, , lost, conflict, enrolled] = resultsOf("enrol");
    expect(lost?.error).toContain("Not enrolled");
    expect(conflict?.error).toContain("an administrator must approve it");
    expect(enrolled?.error).toBeNull();
    const asked = (server.received.get("enrol") ?? []).filter(({ path }) => path === "/api/v1/enroll");
    expect(new Set(asked.map(({ body }) => body.toString("utf8"))).size).toBe(1);
    expect(asked.map(({ authorization }) => authorization)).toEqual(
      Array.from({ length: 3 }, () => "Bearer ike_example"),
    );
  });

  test("the token is encrypted, the key is not stored, and the host reports", async () => {
    expect(resultsOf("enrol").at(-1)?.answer).toMatchObject({ sent: 1, pending: 0 });
    expect(receivedBy("enrol")[0]?.authorization).toBe("Bearer ika_test");
    for (const file of await readdir(join(folder, "enrol"), { recursive: true })) {
      const text = await readFile(join(folder, "enrol", file), "latin1").catch(() => "");
      expect([file, /ike_example|ika_test/.test(text)]).toEqual([file, false]);
    }
  });
});
