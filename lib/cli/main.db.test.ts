// Longer than 300 lines: every command of one installation, which starts, is asked and ends once.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { validExamples } from "@/agents/contract/examples.ts";
import { parseSnapshotJson } from "@/lib/contract/agent/read-snapshot.ts";
import { closeDatabase, openDatabase } from "@/lib/data/database.ts";
import { createTestDatabase } from "@/lib/data/testing/test-database.ts";
import { findRunningPostgres } from "@/lib/postgres/find-running-postgres.ts";
import { createTemporaryDirectory } from "@/lib/postgres/start-temporary-postgres.ts";
import { enrolOnTheWire, postBytes, postJson } from "@/lib/server/testing/agent-on-the-wire.ts";
import { bundlePrograms } from "@/lib/server/testing/bundle-programs.ts";
import { startServerProcess, type ServerProcess } from "@/lib/server/testing/server-process.ts";
import { createApiToken } from "@/lib/services/tokens/create-api-token.ts";
import { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
import { root } from "@/scripts/bundle.mjs";

const programs = bundlePrograms();
const EXAMPLES = fileURLToPath(new URL("../../agents/contract/examples/", import.meta.url));
const PASSWORD = "correct horse battery";

let dataDir = "";
beforeAll(async () => {
  dataDir = await createTemporaryDirectory();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  output: string;
  problems: string;
}

async function innkeeper(
  args: string[],
  input = "",
  storage: Record<string, string> = { INNKEEPER_DATA_DIR: dataDir },
): Promise<Ended> {
  const child = spawn(process.execPath, [programs.cli, ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"], NODE_ENV: "production", ...storage },
  });
  let output = "";
  let problems = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (output += part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => (problems += part));
  // A command that refuses its arguments ends without reading its input.
  child.stdin.on("error", () => undefined).end(input);
  await once(child, "close");
  return { code: child.exitCode, output, problems };
}

/** What a command that does its work answers in JSON. */
async function answerOf<Schema extends z.ZodType>(
  schema: Schema,
  args: string[],
  input?: string,
  storage?: Record<string, string>,
): Promise<z.output<Schema>> {
  const { code, output, problems } = await innkeeper([...args, "--json"], input, storage);
  expect({ code, problems }).toEqual({ code: 0, problems: "" });
  return schema.parse(JSON.parse(output));
}

const status = z.object({
  hosts: z.number(),
  vms: z.number(),
  users: z.number(),
  pending: z.array(z.string()),
});
const NOTHING_JUDGED = { hosts: 0, vms: 0, rewritten: 0, failed: [], left: 0 };
const replayed = z.object({ results: z.array(z.object({ file: z.string(), status: z.number() })) });

describe("without a server, on an empty directory", () => {
  test("has nothing to re-evaluate", async () => {
    expect(await answerOf(z.unknown(), ["rejudge"])).toEqual(NOTHING_JUDGED);
    const { code, output } = await innkeeper(["rejudge"]);
    expect({ code, output }).toEqual({
      code: 0,
      output: "Everything is evaluated with the current rules.\n",
    });
  });

  test("migrates, and shows the contents of the database", async () => {
    expect(await answerOf(z.unknown(), ["migrate"])).toEqual({ migrated: true });
    expect(await answerOf(status, ["status"])).toEqual({ hosts: 0, vms: 0, users: 0, pending: [] });
  });
});

const imported = z.object({ stored: z.number(), passed: z.number(), days: z.number() });

describe("past reports", () => {
  test("no reports are fine: missing daily totals are computed", async () => {
    expect(await answerOf(imported, ["import-reports"])).toEqual({ stored: 0, passed: 0, days: 0 });
  });

  test("an invalid line is reported, however early it arrives", async () => {
    const { code, problems } = await innkeeper(["import-reports"], "no report\n");
    expect(code).toBe(1);
    expect(problems).toContain("Line 1 is not a UTC time followed by a report.");
  });
});

describe("incorrect usage", () => {
  test.each([
    { name: "no command", args: [] },
    { name: "an unknown command", args: ["burn"] },
    { name: "a key without a name", args: ["enrolment-key", "create"] },
    { name: "a key with an empty name", args: ["enrolment-key", "create", "--name", " "] },
    { name: "a token with an empty name", args: ["api-token", "create", "--name", ""] },
    { name: "a key for no host", args: ["enrolment-key", "create", "--name", "a", "--uses", "0"] },
    {
      name: "a key with an invalid expiry",
      args: ["enrolment-key", "create", "--name", "a", "--expires", "soon"],
    },
    { name: "an unknown role", args: ["api-token", "create", "--name", "a", "--role", "king"] },
    { name: "retiring without a host", args: ["host", "retire"] },
    { name: "a replay without key or token", args: ["replay", EXAMPLES, "--server", "http://127.0.0.1:9"] },
    { name: "a replay to no address", args: ["replay", EXAMPLES, "--server", "innkeeper", "--key", "ike_a"] },
    {
      name: "a password on the command line",
      args: ["user", "create", "--email", "a@b.example", "--name", "A"],
    },
  ])("$name exits with 2 and a message", async ({ args }) => {
    const { code, output, problems } = await innkeeper(args);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(problems).not.toBe("");
  });

  test.each([[["--help"]], [["replay", "--help"]], [["enrolment-key", "create", "--help"]]])(
    "%j shows help",
    async (args) => {
      const { code, output } = await innkeeper(args);
      expect(code).toBe(0);
      expect(output).toContain("Usage: innkeeper");
    },
  );

  test("an account that could not sign in is not created, and every reason is named", async () => {
    const args = ["user", "create", "--email", "ada", "--name", " ", "--password-stdin"];
    expect(await innkeeper(args, "short\n")).toEqual({
      code: 1,
      output: "",
      problems:
        "The name is missing. The email is not an e-mail address. The password must have at least 12 characters.\n",
    });
    const long = await innkeeper(
      ["user", "create", "--email", "a@b.example", ...args.slice(4)],
      "a".repeat(129),
    );
    expect(long).toMatchObject({ code: 1, output: "" });
  });
});

/** Enrols the first example's host with the key and posts its snapshot. */
async function postExample(url: string, key: string): Promise<void> {
  const [example] = validExamples();
  const parsed = parseSnapshotJson(example?.bytes ?? "");
  if (!example || !parsed.ok) throw new Error("There is no valid example.");
  const { agent, host, vms } = parsed.snapshot;
  const { token } = await enrolOnTheWire(url, key, { ...host, instanceId: agent.instanceId });
  const stored = await postBytes(`${url}/api/v1/snapshots`, example.bytes, {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
  });
  expect(stored).toMatchObject({ status: 201, body: { vms: vms?.length } });
}

async function countVmsOf(url: string, reader: string): Promise<number> {
  const response = await fetch(`${url}/api/v1/vms?limit=500`, {
    headers: { authorization: `Bearer ${reader}` },
  });
  expect(response.status).toBe(200);
  return z.object({ items: z.array(z.unknown()) }).parse(await response.json()).items.length;
}

describe("with a Postgres of the operator's own", () => {
  test("server and commands use it, and start none of theirs", async () => {
    const database = await createTestDatabase("empty");
    const storage = { INNKEEPER_DATA_DIR: dataDir, DATABASE_URL: database.connectionString };
    const outside = await startServerProcess(programs.server, storage);
    try {
      openDatabase({ url: database.connectionString, poolSize: 2, connectTimeoutMs: 10_000 });
      const { key } = await createEnrolmentKey({ name: "own", tags: [], uses: null, expiresAt: null });
      const { token } = await createApiToken({ name: "own", role: "viewer" });
      await closeDatabase();
      await postExample(outside.url, key);
      const shown = await answerOf(status, ["status"], "", storage);
      expect(shown).toMatchObject({ hosts: 1, pending: [] });
      expect(await countVmsOf(outside.url, token)).toBe(shown.vms);
      expect(await findRunningPostgres(dataDir)).toBeNull();
    } finally {
      expect(await outside.stop()).toBe(0);
      await database.drop();
    }
  });
});

describe("with a running server", () => {
  let server: ServerProcess;
  let key = "";
  let reader = "";
  beforeAll(async () => {
    server = await startServerProcess(programs.server, { INNKEEPER_DATA_DIR: dataDir });
    ({ key } = await answerOf(z.object({ key: z.string() }), ["enrolment-key", "create", "--name", "racks"]));
    ({ token: reader } = await answerOf(z.object({ token: z.string() }), [
      "api-token",
      "create",
      "--name",
      "script",
    ]));
  });
  // Only its own stop leaves no process running in the data directory.
  afterAll(() => server.stop());

  const countVms = () => countVmsOf(server.url, reader);

  test("its key enrols a host, whose snapshot is stored and read with its token", async () => {
    expect(key).toMatch(/^ike_/);
    expect(reader).toMatch(/^ikp_/);
    await postExample(server.url, key);
    expect(await countVms()).toBeGreaterThan(0);
  });

  test("a host that reported is listed, retired by its name, and restored", async () => {
    const hosts = z.object({
      hosts: z.array(
        z.looseObject({ id: z.string(), name: z.string(), freshness: z.string(), vms: z.int() }),
      ),
    });
    const [host] = (await answerOf(hosts, ["host", "list"])).hosts;
    if (!host) throw new Error("A host has reported.");
    const { id, name, vms } = host;
    expect((await innkeeper(["host", "list"])).output).toMatch(
      new RegExp(`^${id} +${name} +.* ${vms} VMs? `, "m"),
    );
    expect(await answerOf(z.unknown(), ["host", "retire", name.toLowerCase()])).toEqual({
      retired: id,
      name,
      vms,
    });
    expect(await countVms()).toBe(0);
    const { output } = await innkeeper(["host", "retire", id]);
    expect(output).toBe(`${name} is already retired.\n`);
    expect((await innkeeper(["host", "list"])).output).toContain("retired");
    expect(await answerOf(z.unknown(), ["host", "restore", id])).toEqual({ restored: id, name });
    expect(await countVms()).toBe(vms);
    for (const verb of ["retire", "restore"]) {
      const { code, output: nothing, problems } = await innkeeper(["host", verb, "HV-NOBODY"]);
      expect({ code, nothing }).toEqual({ code: 1, nothing: "" });
      expect(problems).toContain("HV-NOBODY");
    }
  });

  test("a key for one host enrols one", async () => {
    const single = await answerOf(z.object({ key: z.string() }), [
      "enrolment-key",
      "create",
      "--name",
      "one",
      "--uses",
      "1",
      "--expires",
      "7d",
    ]);
    const machine = (digit: string) => ({
      instanceId: `5b0c1d2e-3f40-4a5b-8c6d-00000000aaa${digit}`,
      machineId: digit.repeat(64),
      name: `HV-ONE-${digit}`,
    });
    await enrolOnTheWire(server.url, single.key, machine("1"));
    const second = await postJson(`${server.url}/api/v1/enroll`, machine("2"), {
      authorization: `Bearer ${single.key}`,
    });
    expect(second.status).toBe(403);
  });

  test("a key and a token are listed without their secret, and revoked", async () => {
    const keys = z.object({ keys: z.array(z.object({ id: z.uuid(), name: z.string(), state: z.string() })) });
    const tokens = z.object({ tokens: z.array(z.object({ id: z.uuid(), name: z.string() })) });
    await answerOf(z.unknown(), ["enrolment-key", "create", "--name", "lost"]);
    const made = await answerOf(z.object({ token: z.string() }), ["api-token", "create", "--name", "leaked"]);
    const lost = (await answerOf(keys, ["enrolment-key", "list"])).keys.find(({ name }) => name === "lost");
    const leaked = (await answerOf(tokens, ["api-token", "list"])).tokens.find(
      ({ name }) => name === "leaked",
    );
    expect(lost).toMatchObject({ state: "usable" });

    expect(await answerOf(z.unknown(), ["enrolment-key", "revoke", lost?.id ?? ""])).toEqual({
      revoked: lost?.id,
    });
    expect(await answerOf(z.unknown(), ["api-token", "revoke", leaked?.id ?? ""])).toEqual({
      revoked: leaked?.id,
    });
    const { output } = await innkeeper(["enrolment-key", "list"]);
    expect(output.split("\n").find((line) => line.startsWith(lost?.id ?? " "))).toMatch(
      /lost +revoked +0 enrolled +does not expire$/,
    );
    expect((await innkeeper(["api-token", "list"])).output).not.toContain("ikp_");
    const reading = await fetch(`${server.url}/api/v1/vms`, {
      headers: { authorization: `Bearer ${made.token}` },
    });
    expect(reading.status).toBe(401);
    const unknown = ["enrolment-key", "revoke", "018f0000-0000-7000-8000-000000000001"];
    expect(await innkeeper(unknown)).toMatchObject({ code: 1, output: "" });
    expect(await innkeeper(["api-token", "revoke", "none"])).toMatchObject({ code: 1, output: "" });
  });

  test("a waiting agent is listed, and refused or approved", async () => {
    const machine = {
      instanceId: "5b0c1d2e-3f40-4a5b-8c6d-00000000bbb1",
      machineId: "b".repeat(64),
      name: "HV-WAITS",
    };
    await enrolOnTheWire(server.url, key, machine);
    const anew = { ...machine, instanceId: "5b0c1d2e-3f40-4a5b-8c6d-00000000bbb2" };
    await expect(enrolOnTheWire(server.url, key, anew)).rejects.toThrow("Not enrolled");
    const agents = z.array(z.object({ id: z.string(), instanceId: z.string(), hostName: z.string() }));
    const waiting = z.object({ pending: agents, refused: agents });
    const { pending } = await answerOf(waiting, ["agent", "pending"]);
    expect(pending).toMatchObject([{ instanceId: anew.instanceId, hostName: "HV-WAITS" }]);
    const id = pending[0]?.id ?? "";
    expect(await answerOf(z.unknown(), ["agent", "refuse", id])).toEqual({ refused: id });
    expect(await answerOf(waiting, ["agent", "pending"])).toMatchObject({ pending: [], refused: [{ id }] });
    expect(await answerOf(z.unknown(), ["agent", "approve", id])).toEqual({ approved: id });
    await enrolOnTheWire(server.url, key, anew);
    expect(await innkeeper(["agent", "approve", id])).toMatchObject({ code: 1, output: "" });
  });

  test("the account that it creates can sign in with its password", async () => {
    const args = [
      "user",
      "create",
      "--email",
      "op@inn.example",
      "--name",
      "Op",
      "--role",
      "admin",
      "--password-stdin",
    ];
    await answerOf(z.object({ id: z.uuid() }), args, `${PASSWORD}\n`);
    const signIn = await postJson(
      `${server.url}/api/auth/sign-in/email`,
      { email: "op@inn.example", password: PASSWORD },
      { origin: server.url },
    );
    expect(signIn.status).toBe(200);
    expect(await answerOf(status, ["status"])).toMatchObject({ users: 1, pending: [] });
    expect((await innkeeper(args, `${PASSWORD}\n`)).code).toBe(1);
  });

  test("a sign-in from another origin is refused, and the server logs it in its own format only", async () => {
    const answer = await postJson(
      `${server.url}/api/auth/sign-in/email`,
      { email: "op@inn.example", password: PASSWORD },
      { origin: "http://evil.test", cookie: "innkeeper.session_token=stolen" },
    );
    expect(answer.status).toBe(403);
    const lines = (await server.printedWith("Invalid origin")).split("\n");
    expect(lines.filter((line) => line.includes("Invalid origin")).map((line) => line[0])).toEqual(["{"]);
  });

  test("replays a file, then a folder, as agents of their machines", async () => {
    const access = ["--server", server.url, "--key", key];
    const file = `${EXAMPLES}valid/raw-host-hv-syn-01.json`;
    expect(await answerOf(replayed, ["replay", file, ...access])).toEqual({
      results: [{ file, status: 201 }],
    });
    // Its machine has another agent already, which the first test enrolled.
    const taken = validExamples()[0]?.name ?? "";
    const { code, output } = await innkeeper(["replay", `${EXAMPLES}valid`, ...access, "--json"]);
    const { results } = replayed.parse(JSON.parse(output));
    expect(results).toHaveLength(validExamples().length);
    expect(results.filter((result) => result.status !== 201)).toEqual([
      { file: `${EXAMPLES}valid/${taken}.json`, status: 409 },
    ]);
    expect(code).toBe(1);
    expect(await countVms()).toBeGreaterThan(50);
  });

  test("re-evaluates on request, with the same results", async () => {
    expect(await answerOf(z.unknown(), ["rejudge"])).toEqual(NOTHING_JUDGED);
    const before = await answerOf(status, ["status"]);
    const all = await answerOf(z.object({ hosts: z.number(), left: z.number() }), ["rejudge", "--all"]);
    expect(all.hosts).toBeGreaterThan(10);
    expect(all.left).toBe(0);
    expect(await answerOf(status, ["status"])).toEqual(before);
    const { code, output } = await innkeeper(["rejudge", "--all"]);
    expect(code).toBe(0);
    expect(output).toMatch(
      new RegExp(`^Re-evaluated ${all.hosts} hosts with \\d+ VMs; results changed for 0 VMs`),
    );
  });

  test("a replay that is refused, or has no server, exits with 1", async () => {
    const [example] = validExamples();
    if (!example) throw new Error("There is no valid example.");
    const path = `${EXAMPLES}valid/${example.name}.json`;
    const refused = await innkeeper([
      "replay",
      path,
      "--server",
      server.url,
      "--token",
      "ika_nonsense",
      "--json",
    ]);
    expect(refused.code).toBe(1);
    expect(replayed.parse(JSON.parse(refused.output)).results).toEqual([{ file: path, status: 401 }]);
    const lost = await innkeeper(["replay", path, "--server", "http://127.0.0.1:9", "--key", key]);
    expect(lost).toMatchObject({ code: 1, output: "" });
    expect(lost.problems).toMatch(/^The server at http:\/\/127\.0\.0\.1:9 cannot be reached: \S/);
  });

  test("a file that is no snapshot is reported, and the others are posted", async () => {
    const folder = await createTemporaryDirectory();
    try {
      await writeFile(join(folder, "a.json"), "# Notes");
      await copyFile(`${EXAMPLES}valid/german-host.json`, join(folder, "b.json"));
      const { code, output } = await innkeeper([
        "replay",
        folder,
        "--server",
        server.url,
        "--key",
        key,
        "--json",
      ]);
      expect(code).toBe(1);
      expect(replayed.parse(JSON.parse(output)).results).toEqual([
        { file: join(folder, "a.json"), status: 0 },
        { file: join(folder, "b.json"), status: 201 },
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("a second server on the same directory is refused with a message", async () => {
    const second = startServerProcess(programs.server, { INNKEEPER_DATA_DIR: dataDir });
    await expect(second).rejects.toThrow(new RegExp(`process ${server.pid}`));
  });
});
