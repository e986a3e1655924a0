import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readReport } from "@/agents/mock/testing/loopback-server.ts";
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

// The section `sending`: what a snapshot reports about earlier attempts to send.
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = { Now: true };

const SCRIPTS: Script[] = [
  { name: "never", steps: [runAt(0), runAt(MINUTE)] },
  {
    name: "outage",
    reply: failing(2, { status: 503, body: { title: "Away" } }),
    steps: [
      runAt(0, NOW),
      runAt(MINUTE, NOW),
      { at: START + MINUTE + 1000, call: "Get-InnkeeperStatus" },
      runAt(2 * MINUTE, NOW),
      runAt(3 * MINUTE, NOW),
    ],
  },
  { name: "no-answer", reply: firstly("close-without-answer"), steps: [runAt(0, NOW), runAt(MINUTE, NOW)] },
  {
    // A proxy that returns the request's headers.
    name: "token-unknown",
    reply: firstly({ status: 401, body: { title: "Unknown", detail: "Authorization: Bearer ika_secret" } }),
    steps: [runAt(0, NOW), runAt(MINUTE, NOW)],
  },
  {
    name: "refused",
    reply: firstly({ status: 422, body: { title: "Not this contract", detail: "x".repeat(2000) } }),
    steps: [0, 1, 2].map((minute) => runAt(minute * MINUTE, NOW)),
  },
  {
    name: "aged",
    settings: { spoolMaxDays: 1 },
    reply: firstly({ status: 503 }),
    steps: [runAt(0, NOW), ...Array.from({ length: 13 }, (_, run) => runAt((run + 1) * 2 * HOUR, NOW))],
  },
  {
    name: "not-read",
    state: { lastError: "This host could not be read: no.", lastErrorAt: "2026-11-24T11:00:00.000Z" },
    steps: [runAt(0)],
  },
];

let folder: string;
let server: ServerOfScripts;
let results: Map<string, StepResult[]>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-send-errors-"));
  server = await ServerOfScripts.start();
  const path = await stageModule(folder, { readsHost: false });
  const scripts = await prepareScripts(SCRIPTS, { folder, server });
  results = await runSteps(inject("engine"), { folder, module: path, scripts });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What each snapshot reported, by sequence: the minutes from the start to the error, or `null` without the section. */
function sendingOf(name: string) {
  const reports = (server.received.get(name) ?? []).map((one) => readReport(one));
  const bySequence = new Map(reports.map((report) => [report.sequence, report]));
  return [...bySequence.values()].map(({ sections }) => {
    const section = sections.find((each) => each.name === "sending");
    if (!section) return null;
    const { status, collectedAt, error } = section;
    return { status, minute: (Date.parse(collectedAt ?? "") - START) / MINUTE, error: error ?? "" };
  });
}

describe("what a snapshot reports about sending", () => {
  test("no run fails", () => {
    for (const step of [...results.values()].flat()) expect(step.error).toBeNull();
  });

  test("nothing, if every attempt succeeded", () => {
    expect(sendingOf("never")).toEqual([null, null]);
  });

  test("after a failed attempt: failed, its sentence and its time; after a successful one the error is kept", () => {
    const error = "Snapshots could not be sent; they are kept: HTTP 503: Away.";
    expect(sendingOf("outage")).toEqual([
      null,
      { status: "failed", minute: 0, error },
      { status: "failed", minute: 1, error },
      { status: "ok", minute: 1, error },
    ]);
  });

  test("the status on the host has the same sentence and time", () => {
    const status = results.get("outage")?.[2]?.answer;
    const [, , third] = sendingOf("outage");
    expect(status).toMatchObject({
      lastError: third?.error,
      lastErrorAt: new Date(START + MINUTE).toISOString(),
      failedSections: "",
    });
  });

  test("it is not a section that could not be read: no event reports one", async () => {
    expect(await textOf("outage", "events.txt")).not.toContain("1205");
  });

  test("a server that cannot be reached has no HTTP status, and a response has", () => {
    expect(sendingOf("no-answer")[1]).toMatchObject({
      status: "failed",
      error: expect.stringMatching(/^Snapshots could not be sent; they are kept: (?!.*HTTP \d)/),
    });
  });

  test("a rejected token: the sentence says what to do, and neither it nor the log contains the token", async () => {
    const [, second] = sendingOf("token-unknown");
    expect(second?.error).toMatch(
      /^HTTP 401: Unknown: Authorization: Bearer \(removed\)\. .*Register-InnkeeperHost -Force/,
    );
    for (const file of ["log/innkeeper.log", "events.txt", "state.json"])
      expect(await textOf("token-unknown", file)).not.toContain("ika_secret");
  });

  test("a refused snapshot is a failed attempt until the next one is stored, in as many characters as a server accepts", () => {
    const reports = sendingOf("refused");
    expect(reports.map((each) => each?.status ?? null)).toEqual([null, "failed", "ok"]);
    expect(reports[2]?.error).toMatch(
      /^The server permanently refused a snapshot, which was set aside: HTTP 422: Not/,
    );
    expect(reports[2]?.error.length).toBe(1024);
  });

  test("an error is reported for as long as a snapshot would be kept", () => {
    // Reports every two hours, and one day.
    expect(sendingOf("aged").map((each) => each?.status ?? null)).toEqual([
      null,
      "failed",
      ...Array.from({ length: 11 }, () => "ok"),
      null,
    ]);
  });

  test("a run that failed, or a host that could not be read, says nothing about sending", () => {
    expect(sendingOf("not-read")).toEqual([null]);
  });
});

async function textOf(name: string, file: string): Promise<string> {
  return readFile(join(folder, name, file), "utf8");
}
