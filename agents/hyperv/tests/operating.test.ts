// Longer than 300 lines: every command that an administrator uses after the installation, on one installed agent.
import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { LoopbackServer } from "@/agents/mock/testing/loopback-server.ts";
import { decideOnAgent, listWaitingAgents } from "@/lib/data/access/agents.ts";
import { enrolOnTheWire } from "@/lib/server/testing/agent-on-the-wire.ts";
import { withTestServer } from "@/lib/server/testing/test-server.ts";
import { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
import { type Call, Machine } from "./install/machine.ts";

// An administrator's commands for an installed agent, and its messages when something is wrong.
const server = withTestServer();
const NOBODY = "http://127.0.0.1:9";
const UNKNOWN_KEY = `ike_${"0".repeat(43)}`;
const STATUS: Call = { function: "Get-InnkeeperStatus", arguments: {} };
const ENROL = "Register-InnkeeperHost";
let folder: string;
let machine: Machine;
let key: string;
let once: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-operating-"));
  machine = await Machine.make(inject("engine"), folder, { readsHost: false });
  ({ key } = await createEnrolmentKey({ name: "operating", tags: [], uses: null, expiresAt: null }));
  ({ key: once } = await createEnrolmentKey({ name: "once", tags: [], uses: 1, expiresAt: null }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function pointAt(address: string): Promise<void> {
  const file = join(machine.data, "settings.json");
  const settings: unknown = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify(Object.assign({}, settings, { server: address })));
}

test("before installation every function reports it, and what to run", async () => {
  const calls = ["Get-InnkeeperStatus", "Invoke-InnkeeperAgent", "Send-InnkeeperSnapshot"].map((name) => ({
    function: name,
    arguments: {},
  }));
  const [status, ...others] = await machine.calls([...calls, { function: ENROL, arguments: { Key: key } }]);
  expect(status?.answers).toEqual([
    {
      version: "0.1.0",
      isInstalled: false,
      advice: "The agent is not installed here. Run Install-Innkeeper.",
    },
  ]);
  for (const { error } of others) expect(error).toContain("Run Install-Innkeeper");
  expect(await machine.tree()).toEqual([]);
});

describe("enrolment", () => {
  test("a key that the server does not know is refused, with advice, and the token is not changed", async () => {
    const { error } = await machine.call("Install-Innkeeper", { Server: server.url, Key: UNKNOWN_KEY });
    expect(error).toMatch(/Not enrolled: HTTP 401: .*Create a new one on the server/);
    expect(await machine.tree(machine.data)).not.toContain("token.sealed");
    expect(await machine.task()).toBeNull();
    expect((await machine.events()).at(-1)).toMatch(/^1201 Error Not enrolled/);
  });

  test("the same command with a valid key continues from there, can be repeated, and a key that another host used is refused", async () => {
    const { key: spent } = await createEnrolmentKey({ name: "spent", tags: [], uses: 1, expiresAt: null });
    const other = { instanceId: randomUUID(), machineId: randomUUID(), name: "HV-OTHER" };
    await enrolOnTheWire(server.url, spent, other);
    const [installed, dry, repeated, used] = await machine.calls([
      { function: "Install-Innkeeper", arguments: { Key: once } },
      { function: ENROL, arguments: { Key: once, Force: true, WhatIf: true } },
      { function: ENROL, arguments: { Key: once, Force: true } },
      { function: ENROL, arguments: { Key: spent, Force: true } },
    ]);
    expect(installed?.answers[0]).toMatchObject({ sent: 1, pending: 0 });
    expect(dry).toMatchObject({ error: undefined, answers: [] });
    expect(repeated?.error).toBeUndefined();
    expect(used?.error).toMatch(/HTTP 403: .*used up\. The enrolment key .* Create a new one on the server/);
    // Its previous token is still valid.
    const { answers } = await machine.call("Invoke-InnkeeperAgent", { Now: true });
    expect(answers[0]).toMatchObject({ sent: 1, pending: 0 });
  });

  test("a second installation of a known machine waits for approval, then the same command enrols it", async () => {
    await rm(join(machine.data, "instance.json"));
    await rm(join(machine.data, "token.sealed"));
    const [held, again] = await machine.calls([
      { function: ENROL, arguments: { Key: key } },
      { function: ENROL, arguments: { Key: key } },
    ]);
    for (const called of [held, again])
      expect(called?.error).toMatch(
        /Not enrolled: HTTP 409: .*an administrator must approve it on the server/,
      );
    expect((await machine.events()).at(-1)).toMatch(/^1202 Error/);
    const waiting = await listWaitingAgents();
    expect(waiting.map(({ hostName }) => hostName)).toEqual(["HV-SYN-01"]);
    expect(await decideOnAgent(waiting[0]?.id ?? "", "approved", { name: "Ada", at: new Date() })).toBe(true);
    const [enrolled, run] = await machine.calls([
      { function: ENROL, arguments: { Key: key } },
      { function: "Invoke-InnkeeperAgent", arguments: { Now: true } },
    ]);
    expect(enrolled?.answers[0]).toMatchObject({ server: server.url, hostId: expect.any(String) });
    expect(run?.answers[0]).toMatchObject({ sent: 1, pending: 0 });
  });
});

describe("the status, in one screen", () => {
  test("of a healthy agent", async () => {
    const { answers, error } = await machine.call("Get-InnkeeperStatus");
    expect(error).toBeUndefined();
    expect(answers[0]).toMatchObject({
      version: "0.1.0",
      isInstalled: true,
      server: server.url,
      isEnrolled: true,
      account: "S-1-5-18",
      task: "Ready",
      pending: 0,
      dropped: 0,
      refused: 0,
      lastAnswer: expect.stringMatching(/^stored/),
      advice: "Nothing to do.",
    });
    const lines = Object.values(answers[0] ?? {}).map((value) => JSON.stringify(value));
    expect(lines.length).toBeLessThan(25);
    expect(lines.filter((value) => value.includes("\\n"))).toEqual([]);
  });

  test("of one whose task has stopped working", async () => {
    const [status] = await machine.calls([{ ...STATUS, now: Date.now() + 15 * 60_000 }]);
    expect(status?.answers[0]).toMatchObject({
      advice: expect.stringMatching(/^The task has not run successfully since .*Z\. Check its history/),
    });
  });

  test("of one that cannot store the data it reads", async () => {
    const spool = join(machine.data, "spool");
    await rm(spool, { recursive: true });
    await writeFile(spool, "");
    const read = { function: "Invoke-InnkeeperAgent", arguments: { Now: true } };
    const [run, status] = await machine.calls([read, STATUS]);
    await rm(spool);
    expect(run).toMatchObject({ error: undefined, answers: [{ isCollected: false }] });
    expect(status?.answers[0]).toMatchObject({
      lastError: expect.stringContaining("The data that was read could not be stored"),
      advice: expect.stringContaining("See the last error"),
    });
    const [, mended] = await machine.calls([read, STATUS]);
    expect(mended?.answers[0]).toMatchObject({ advice: "Nothing to do." });
  });

  test("of one whose server is unavailable: pending snapshots, last error, next attempt", async () => {
    await pointAt(NOBODY);
    const [run, status, dry] = await machine.calls([
      { function: "Invoke-InnkeeperAgent", arguments: { Now: true } },
      STATUS,
      { function: "Send-InnkeeperSnapshot", arguments: { WhatIf: true } },
    ]);
    expect(run?.answers[0]).toMatchObject({ isCollected: true, sent: 0, pending: 1 });
    expect(status?.answers[0]).toMatchObject({
      pending: 1,
      oldestWaiting: expect.stringMatching(/Z$/),
      nextAttemptAt: expect.stringMatching(/Z$/),
      lastError: expect.stringContaining("they are kept"),
      advice: expect.stringContaining("Run Test-Innkeeper to find where the connection fails"),
    });
    expect(dry?.said).toContain('Performing the operation "Send 1 pending snapshots"');
    await pointAt(server.url);
    const [sent, later] = await machine.calls([
      { function: "Send-InnkeeperSnapshot", arguments: {} },
      STATUS,
    ]);
    expect(sent?.answers[0]).toMatchObject({ sent: 1, pending: 0 });
    expect(later?.answers[0]).toMatchObject({ pending: 0, advice: "Nothing to do." });
  });

  test("while a run is in progress, a second one ends immediately and reads nothing", async () => {
    let arrived = (): void => undefined;
    const isAtWork = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const silent = await LoopbackServer.start(() => {
      arrived();
      return "never-answer";
    });
    await pointAt(silent.url.origin);
    const first = machine.call("Invoke-InnkeeperAgent", { Now: true });
    await isAtWork;
    const second = await machine.call("Invoke-InnkeeperAgent", { Now: true });
    await silent.stop();
    expect(second).toMatchObject({ error: undefined, answers: [] });
    expect((await first).answers[0]).toMatchObject({ isCollected: true, sent: 0, pending: 1 });
    expect(silent.received).toHaveLength(1);
    await pointAt(server.url);
  });

  test("of one whose token is missing, or whose task is disabled or missing", async () => {
    const task = join(machine.root, "tasks", "Innkeeper", "Innkeeper agent.xml");
    const xml = await readFile(task, "utf8");
    await writeFile(
      task,
      xml.replace(/<Enabled>true<\/Enabled>(?=\s*<\/Settings>)/, "<Enabled>false</Enabled>"),
    );
    const [off, preflight] = await machine.calls([STATUS, { function: "Test-Innkeeper", arguments: {} }]);
    expect(off?.answers[0]).toMatchObject({ task: "Disabled", advice: expect.stringContaining("disabled") });
    expect(preflight?.answers.slice(-4)).toEqual([
      { check: "installation", result: "ok", detail: machine.data, advice: "" },
      {
        check: "enrolment",
        result: "ok",
        detail: "token present, and this account can decrypt it",
        advice: "",
      },
      {
        check: "task",
        result: "failed",
        detail: "Disabled, as S-1-5-18",
        advice: expect.stringContaining("Enable"),
      },
      { check: "data folder", result: "ok", detail: "writable", advice: "" },
    ]);
    await rm(task);
    const missing = await machine.call("Get-InnkeeperStatus");
    expect(missing.answers[0]).toMatchObject({
      task: "missing",
      advice: expect.stringContaining("Install-Innkeeper"),
    });
    // Encrypted on another machine: the copy of a disk.
    await writeFile(join(machine.data, "token.sealed"), "");
    const copied = await machine.call("Test-Innkeeper");
    expect(copied.answers).toContainEqual({
      check: "enrolment",
      result: "failed",
      detail: expect.stringContaining("cannot be decrypted"),
      advice: expect.stringContaining("Register-InnkeeperHost -Force"),
    });
    await rm(join(machine.data, "token.sealed"));
    const unenrolled = await machine.call("Get-InnkeeperStatus");
    expect(unenrolled.answers[0]).toMatchObject({
      isEnrolled: false,
      advice: expect.stringContaining(ENROL),
    });
  });
});

describe("damaged files of the agent", () => {
  test("settings: every command names the file, and installing with the server's address repairs it", async () => {
    const file = join(machine.data, "settings.json");
    await writeFile(file, '{"server":');
    const [status, repaired, installed] = await machine.calls([
      STATUS,
      { function: "Install-Innkeeper", arguments: {} },
      { function: "Install-Innkeeper", arguments: { Server: server.url, Key: key } },
    ]);
    expect(status?.error).toContain(`${file} is damaged`);
    expect(repaired?.error).toMatch(/settings\.json is damaged: .* Specify -Server/);
    expect(installed).toMatchObject({ error: undefined, answers: [{ pending: 0 }] });
  });

  test("the state: the status changes nothing, and the next run recreates it", async () => {
    const file = join(machine.data, "state.json");
    await writeFile(file, '{"torn');
    const status = await machine.call("Get-InnkeeperStatus");
    expect(status.answers[0]).toMatchObject({
      isInstalled: true,
      lastError: expect.stringContaining("state.json is damaged"),
      advice: expect.stringContaining("The next run recreates a damaged file"),
    });
    expect(await readFile(file, "utf8")).toBe('{"torn');
    await rm(file);
    await machine.call("Get-InnkeeperStatus");
    expect(await machine.tree(machine.data)).not.toContain("state.json");
  });

  test("the instance: the host counts as not enrolled, and a key creates a new one", async () => {
    await writeFile(join(machine.data, "instance.json"), "");
    const [status, run, enrolled] = await machine.calls([
      STATUS,
      { function: "Invoke-InnkeeperAgent", arguments: {} },
      { function: ENROL, arguments: { Key: key } },
    ]);
    expect(status?.error).toBeUndefined();
    expect(status?.answers[0]).toMatchObject({ isEnrolled: false, advice: expect.stringContaining(ENROL) });
    expect(run?.error).toContain("This host is not enrolled");
    expect(enrolled?.error).toContain("an administrator must approve it");
    expect(JSON.parse(await readFile(join(machine.data, "instance.json"), "utf8"))).toMatchObject({
      instanceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });
});

test("the log is rotated: five files, within their size limit", async () => {
  const log = join(machine.data, "log");
  for (const name of ["innkeeper.log", ...[1, 2, 3, 4].map((number) => `innkeeper.log.${number}`)])
    await writeFile(join(log, name), `${name}\n`.padEnd(1_100_000, "."));
  await machine.call(ENROL, { Key: UNKNOWN_KEY, Force: true });
  expect(await machine.tree(log)).toEqual([
    "innkeeper.log",
    ...[1, 2, 3, 4].map((number) => `innkeeper.log.${number}`),
  ]);
  expect(await readFile(join(log, "innkeeper.log"), "utf8")).toMatch(/^\S+Z Error {7}1201 Not enrolled/);
  expect((await readFile(join(log, "innkeeper.log.4"), "utf8")).slice(0, 15)).toBe("innkeeper.log.3");
});
