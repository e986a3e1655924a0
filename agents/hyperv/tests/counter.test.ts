import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { decideOnAgent, listWaitingAgents } from "@/lib/data/access/agents.ts";
import { withTestServer } from "@/lib/server/testing/test-server.ts";
import { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
import { type Call, Machine } from "./install/machine.ts";

// The order is (epoch, sequence) and never a clock: whatever happens to the host, its next reports are newer for the server.
const server = withTestServer();
const START = Date.parse("2026-11-24T12:00:00Z");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let folder: string;
let machine: Machine;
let key: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-counter-"));
  machine = await Machine.make(inject("engine"), folder, { readsHost: false });
  ({ key } = await createEnrolmentKey({ name: "counter", tags: [], uses: null, expiresAt: null }));
  const [installed] = await machine.calls([install(START)]);
  if (kindOf(installed?.answers[0]?.["answer"]) !== "stored") throw new Error(JSON.stringify(installed));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function install(now: number): Call {
  return { function: "Install-Innkeeper", arguments: { Server: server.url, Key: key }, now };
}

/** Reports at each of these times, and returns the kind of the server's last response in each run. */
async function report(...times: number[]): Promise<string[]> {
  const calls = times.map((now) => ({ function: "Invoke-InnkeeperAgent", arguments: { Now: true }, now }));
  return (await machine.calls(calls)).map(({ answers, error }) => error ?? kindOf(answers[0]?.["answer"]));
}

/** `stored: 3 VMs` has the kind `stored`. */
function kindOf(answer: unknown): string {
  return String(answer).split(":")[0] ?? "";
}

/** The number of events with that id. */
async function eventsOf(id: number): Promise<number> {
  return (await machine.events()).filter((line) => line.startsWith(`${id} `)).length;
}

test("a clock that jumps back changes nothing: the next report is still newer", async () => {
  const before = await machine.counter();
  expect(await report(START + MINUTE, START - 3 * DAY, START - 400 * DAY)).toEqual([
    "stored",
    "stored",
    "stored",
  ]);
  expect(await machine.counter()).toEqual({ ...before, sequence: before.sequence + 3 });
  expect(await eventsOf(1206)).toBe(0);
});

test("a clock that jumps ahead and back again neither delays reports nor sets the counter back", async () => {
  const before = await machine.counter();
  expect(await report(START + 4000 * DAY, START + 2 * MINUTE)).toEqual(["stored", "stored"]);
  expect(await machine.counter()).toEqual({ ...before, sequence: before.sequence + 2 });
});

test("a restored checkpoint of the host: sent reports are known, and the next numbers continue above", async () => {
  const kept = join(folder, "checkpoint");
  // One snapshot is pending when the checkpoint is created, and is sent after it.
  const settings = await readFile(join(machine.data, "settings.json"), "utf8");
  await writeFile(join(machine.data, "settings.json"), settings.replace(server.url, "http://127.0.0.1:9"));
  expect(await report(START + 3 * MINUTE)).toEqual(["unreachable"]);
  await writeFile(join(machine.data, "settings.json"), settings);
  await cp(machine.data, kept, { recursive: true });
  const before = await machine.counter();
  expect(await report(START + 4 * MINUTE, START + 5 * MINUTE, START + 6 * MINUTE)).toEqual([
    "stored",
    "stored",
    "stored",
  ]);

  await rm(machine.data, { recursive: true });
  await cp(kept, machine.data, { recursive: true });
  const [sentBefore] = await machine.calls([{ function: "Send-InnkeeperSnapshot", arguments: {} }]);
  expect(sentBefore?.answers[0]).toMatchObject({ pending: 0, answer: "duplicate: already stored" });
  expect(await eventsOf(1206)).toBe(0);
  // The server does not report how high its own counter is: one report is lost to find out.
  expect(await report(START + 7 * MINUTE, START + 8 * MINUTE, START + 9 * MINUTE)).toEqual([
    "stale",
    "stored",
    "stored",
  ]);
  const after = await machine.counter();
  expect(after.epoch).toBeGreaterThan(before.epoch);
  expect(after).toMatchObject({ sequence: 2, raises: 0 });
  expect(await eventsOf(1206)).toBe(1);
});

test("a lost state starts above the pending snapshots, even if the clock was set back", async () => {
  const settings = await readFile(join(machine.data, "settings.json"), "utf8");
  await writeFile(join(machine.data, "settings.json"), settings.replace(server.url, "http://127.0.0.1:9"));
  expect(await report(START + 10 * MINUTE)).toEqual(["unreachable"]);
  const before = await machine.counter();
  await writeFile(join(machine.data, "settings.json"), settings);
  await writeFile(join(machine.data, "state.json"), '{"torn');
  expect(await report(START - 2 * DAY)).toEqual(["stored"]);
  expect((await machine.counter()).epoch).toBe(before.epoch + 1);
  expect(await machine.tree(join(machine.data, "spool"))).toEqual([]);
  expect(await eventsOf(1208)).toBe(1);
});

test("a new installation, once approved, continues to report even if the clock is more than a year behind", async () => {
  const [removed, held] = await machine.calls([
    { function: "Uninstall-Innkeeper", arguments: { Confirm: false } },
    install(START - 400 * DAY),
  ]);
  expect(removed?.error).toBeUndefined();
  expect(held?.error).toContain("an administrator must approve it on the server");
  for (const { id } of await listWaitingAgents())
    expect(await decideOnAgent(id, "approved", { name: "Ada", at: new Date() })).toBe(true);

  const [installed] = await machine.calls([install(START - 400 * DAY)]);
  expect(installed?.error).toBeUndefined();
  const times = Array.from({ length: 12 }, (_, minute) => START - 400 * DAY + minute * MINUTE);
  const answers = await report(...times);
  expect(answers.at(-1)).toBe("stored");
  // Once higher, the counter stays higher.
  const first = answers.indexOf("stored");
  expect(answers.slice(first).filter((answer) => answer !== "stored")).toEqual([]);
});
