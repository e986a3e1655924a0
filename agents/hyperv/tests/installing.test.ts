import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { z } from "zod";
import { withTestServer } from "@/lib/server/testing/test-server.ts";
import { createApiToken } from "@/lib/services/tokens/create-api-token.ts";
import { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
import { Machine, stagePackage, withRights } from "./install/machine.ts";

// One machine, from its first installation to its removal: the order of the tests matters.
const server = withTestServer();
const VERSION = "0.1.0";
const NEXT = "0.2.0";
let folder: string;
let machine: Machine;
let key: string;
let reader: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-installing-"));
  machine = await Machine.make(inject("engine"), folder, { readsHost: false });
  ({ key } = await createEnrolmentKey({ name: "installing", tags: [], uses: 1, expiresAt: null }));
  ({ token: reader } = await createApiToken({ name: "installing", role: "viewer" }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const hosts = z.object({ items: z.array(z.object({ name: z.string() })) });

async function hostsOfServer() {
  const response = await fetch(`${server.url}/api/v1/hosts`, {
    headers: { authorization: `Bearer ${reader}` },
  });
  return hosts.parse(await response.json()).items.map(({ name }) => name);
}

async function identity(): Promise<unknown> {
  return JSON.parse(await readFile(join(machine.data, "instance.json"), "utf8"));
}

test("without rights it stops before it changes anything, and reports what is needed", async () => {
  await machine.becomes(withRights({ hyperv: true, administrator: false }));
  const [installed, uninstalled] = await machine.calls([
    { function: "Install-Innkeeper", arguments: { Server: server.url, Key: key } },
    { function: "Uninstall-Innkeeper", arguments: { Confirm: false } },
  ]);
  expect(installed?.error).toContain("Run as administrator");
  expect(uninstalled?.error).toContain("Run as administrator");
  expect(await machine.tree()).toEqual([]);
  await machine.becomes(withRights({ hyperv: true, administrator: true }));
});

test("invalid parameters stop it before it changes anything, with a reason", async () => {
  const wrong: [Record<string, unknown>, string][] = [
    [{}, "is not a server address"],
    [{ Server: "http://127.0.0.1:9" }, "specify an enrolment key with -Key"],
    [{ Server: "http://inn.example" }, "is plain HTTP"],
    [{ Server: "https://me:secret@inn.example" }, "remove name, password"],
    [{ Server: server.url, Key: "ike_with space" }, "does not match"],
    [{ Server: server.url, Key: key, Proxy: "proxy.example:3128" }, "is not a proxy address"],
    [{ Server: server.url, Key: key, Proxy: "http://me:secret@proxy.example:3128" }, "Remove them"],
  ];
  const calls = wrong.map(([args]) => ({ function: "Install-Innkeeper", arguments: args }));
  for (const [index, { error }] of (await machine.calls(calls)).entries())
    expect(error).toContain(wrong[index]?.[1]);
  expect(await machine.tree()).toEqual([]);
});

test("a data folder created by another account is not used: its owner could read the token", async () => {
  await mkdir(machine.data);
  await writeFile(join(machine.data, "settings.json"), '{"server":"https://evil.example"}');
  await writeFile(join(machine.root, "owner.txt"), "S-1-5-21-1-2-3-1001");
  const { error } = await machine.call("Install-Innkeeper", { Server: server.url, Key: key });
  await rm(machine.data, { recursive: true });
  await rm(join(machine.root, "owner.txt"));
  expect(error).toContain("was created by S-1-5-21-1-2-3-1001. Check its contents, remove it");
  expect(await machine.tree()).toEqual([]);
});

test("-WhatIf shows every step and performs none", async () => {
  const { error, said, answers } = await machine.call("Install-Innkeeper", {
    Server: server.url,
    Key: key,
    WhatIf: true,
  });
  expect({ error, answers }).toEqual({ error: undefined, answers: [] });
  expect(said.match(/What if: Performing the operation "[^"]*"/g)).toEqual([
    'What if: Performing the operation "Create the data folder, with access for SYSTEM, Administrators and the agent only"',
    'What if: Performing the operation "Register the event source Innkeeper"',
    `What if: Performing the operation "Install version ${VERSION} of the module"`,
    'What if: Performing the operation "Enrol this host"',
    'What if: Performing the operation "Register the scheduled task, to run as Local System"',
    'What if: Performing the operation "Read this host and send the first snapshot"',
  ]);
  expect(await machine.tree()).toEqual([]);
  expect(await hostsOfServer()).toEqual([]);
});

describe("the first installation", () => {
  test("enrols, sends a first snapshot and returns the response", async () => {
    const { error, answers } = await machine.call("Install-Innkeeper", {
      Server: `${server.url}/`,
      Key: key,
    });
    expect(error).toBeUndefined();
    expect(answers).toEqual([
      { isCollected: true, sent: 1, pending: 0, answer: expect.stringMatching(/^stored: stored, 0 VMs/) },
    ]);
    expect(await hostsOfServer()).toEqual(["HV-SYN-01"]);
  });

  test("secures the data folder before it contains anything", async () => {
    expect(await machine.read("rights.txt")).toBe("|\n");
    expect(await machine.read("event-source")).toBe("Innkeeper");
  });

  test("installs the whole package in the module path, without tests", async () => {
    const placed = await machine.tree(join(machine.programs, VERSION));
    const packed = (await machine.tree(join(machine.manifest, ".."))).filter(
      (name) => name !== "install.ps1",
    );
    expect(placed).toEqual(packed);
    expect(placed).toContain("Public/Install-Innkeeper.ps1");
    expect(placed.filter((name) => name.includes("test"))).toEqual([]);
  });

  test("does not store the key, and stores the token only encrypted", async () => {
    for (const name of await machine.tree()) {
      const text = await readFile(join(machine.root, name), "latin1");
      expect([name, /ike_\w{8}|ika_\w{8}/.test(text)]).toEqual([name, false]);
    }
  });

  test("registers a task that runs every minute and after boot, one instance at a time, at low priority", async () => {
    const task = (await machine.task()) ?? "";
    expect(task).toContain("<Interval>PT1M</Interval>");
    expect(task).toMatch(/<BootTrigger><Enabled>true<\/Enabled>/);
    expect(task).toContain("<StartWhenAvailable>true</StartWhenAvailable>");
    expect(task).toContain("<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>");
    expect(task).toContain("<ExecutionTimeLimit>PT10M</ExecutionTimeLimit>");
    expect(task).toContain("<Priority>7</Priority>");
    expect(task).toContain("<UserId>S-1-5-18</UserId>");
    expect(task).toMatch(/<StartBoundary>2000-01-01T00:00:\d\dZ<\/StartBoundary>/);
    expect(task).not.toMatch(/ike_|ika_|ExecutionPolicy/);
  });

  test("the task's own command reads the host and sends", async () => {
    const before = await machine.counter();
    const { code, stdout, stderr } = await machine.run(await taskAsScript(), []);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
    const after = await machine.counter();
    // Read again if a new interval has begun; everything that was read has been sent.
    expect(after.epoch).toBe(before.epoch);
    expect(await machine.tree(join(machine.data, "spool"))).toEqual([]);
  });

  test("is recorded in the event log", async () => {
    expect((await machine.events()).map((line) => line.slice(0, 16))).toEqual([
      "1001 Information",
      "1000 Information",
    ]);
  });
});

describe("repeated", () => {
  test("without parameters it repairs: missing parts are restored, settings and identity are kept", async () => {
    const settings = await readFile(join(machine.data, "settings.json"), "utf8");
    const known = await identity();
    const before = await machine.counter();
    await rm(join(machine.programs, VERSION, "Private", "Wire"), { recursive: true });
    await rm(join(machine.root, "tasks"), { recursive: true });
    await rm(join(machine.root, "event-source"));

    const { error, answers } = await machine.call("Install-Innkeeper");
    expect(error).toBeUndefined();
    expect(answers[0]).toMatchObject({ sent: 1, pending: 0 });
    expect(await machine.task()).toContain(VERSION);
    expect(await machine.read("event-source")).toBe("Innkeeper");
    expect(await machine.tree(join(machine.programs, VERSION))).toContain(
      "Private/Wire/ConvertTo-InnkeeperJson.ps1",
    );
    expect(await readFile(join(machine.data, "settings.json"), "utf8")).toBe(settings);
    expect(await identity()).toEqual(known);
    const after = await machine.counter();
    expect(after.epoch).toBe(before.epoch);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(await hostsOfServer()).toHaveLength(1);
  });

  test("from the installed module it repairs everything else, and keeps the module", async () => {
    const { error } = await machine.call("Install-Innkeeper", {}, { manifest: machine.installed(VERSION) });
    expect(error).toBeUndefined();
    expect(await machine.tree(join(machine.programs, VERSION))).toContain("Innkeeper.psd1");
  });

  test("with a different account it changes only the account", async () => {
    const known = await identity();
    const { error } = await machine.call("Install-Innkeeper", { Account: "CORP\\inn&keeper$" });
    expect(error).toBeUndefined();
    const task = (await machine.task()) ?? "";
    expect(task).toContain("<UserId>CORP\\inn&amp;keeper$</UserId><LogonType>Password</LogonType>");
    expect((await machine.read("rights.txt"))?.trim().split("\n").at(-1)).toMatch(/^CORP\\inn&keeper\$\|/);
    expect(JSON.parse(await readFile(join(machine.data, "settings.json"), "utf8"))).toMatchObject({
      server: server.url,
      account: "CORP\\inn&keeper$",
    });
    expect(await identity()).toEqual(known);
  });

  test("with a newer package it upgrades: the older version is removed, the task is updated, the rest is kept", async () => {
    const known = await identity();
    const before = await machine.counter();
    const manifest = await stagePackage(join(folder, "next"), { readsHost: false, version: NEXT });
    const { error, answers } = await machine.call("Install-Innkeeper", {}, { manifest });
    expect(error).toBeUndefined();
    expect(answers[0]).toMatchObject({ sent: 1 });
    const placed = await machine.tree(machine.programs);
    expect(new Set(placed.map((name) => name.split("/")[0]))).toEqual(new Set([NEXT]));
    expect(await machine.task()).toContain(NEXT);
    expect(await machine.task()).toContain("CORP\\inn&amp;keeper$");
    expect(await identity()).toEqual(known);
    expect((await machine.counter()).epoch).toBe(before.epoch);
  });
});

describe("removed", () => {
  test("-WhatIf shows every step and performs none", async () => {
    const before = await machine.tree();
    const { said } = await machine.call(
      "Uninstall-Innkeeper",
      { KeepLog: true, WhatIf: true },
      { manifest: machine.installed(NEXT) },
    );
    expect(said.match(/What if: Performing the operation "[^"]*"/g)).toEqual([
      'What if: Performing the operation "Remove the scheduled task"',
      'What if: Performing the operation "Remove identity, token, settings and spool"',
      'What if: Performing the operation "Remove the event source Innkeeper"',
      'What if: Performing the operation "Remove the module"',
    ]);
    expect(await machine.tree()).toEqual(before);
  });

  test("asks for confirmation first", async () => {
    const before = await machine.tree();
    const { error } = await machine.call("Uninstall-Innkeeper", {}, { manifest: machine.installed(NEXT) });
    expect(error).toContain("This host is not interactive");
    expect(await machine.tree()).toEqual(before);
  });

  test("on request it keeps only the log", async () => {
    const { error } = await machine.call(
      "Uninstall-Innkeeper",
      { KeepLog: true, Confirm: false },
      { manifest: machine.installed(NEXT) },
    );
    expect(error).toBeUndefined();
    expect((await machine.tree()).filter((name) => name !== "rights.txt")).toEqual([
      "CommonApplicationData/Innkeeper/log/innkeeper.log",
    ]);
    expect((await machine.events()).at(-1)).toMatch(/^1002 Information/);
  });

  test("otherwise nothing is left, and a second run does no harm", async () => {
    const once = { function: "Uninstall-Innkeeper", arguments: { Confirm: false } };
    for (const { error } of await machine.calls([once, once])) expect(error).toBeUndefined();
    expect((await machine.tree()).filter((name) => name !== "rights.txt")).toEqual([]);
    // Not even the Task Scheduler folder.
    expect(await readdir(join(machine.root, "tasks"))).toEqual([]);
  });
});

test("a path with any quotation mark stays one text in the task's command", async () => {
  const script = join(folder, "quoting.ps1");
  const path = "D:\\it\u2019s 'here'";
  await writeFile(
    script,
    `\ufeffImport-Module '${machine.manifest}'
& (Get-Module -Name Innkeeper) { ConvertTo-InnkeeperTaskXml -ManifestPath 'C:\\m.psd1' -InstanceId 'x' -DataPath '${path.replaceAll(/['\u2019]/g, "$&$&")}' }`,
  );
  const { stdout } = await machine.run(script, []);
  const [, command = ""] = /-Command "([^"]*)"/.exec(stdout) ?? [];
  expect(command.replaceAll("&apos;", "'")).toBe(
    String.raw`Import-Module -Name 'C:\m.psd1'; [void] (Invoke-InnkeeperAgent -DataPath 'D:\it\u2019\u2019s ''here'''); [System.Environment]::Exit(0)`.replaceAll(
      String.raw`\u2019`,
      "\u2019",
    ),
  );
});

/** The command of the scheduled task, as a script: the test engine does not support -Command. */
async function taskAsScript(): Promise<string> {
  const [, command = ""] =
    /-NoProfile -NonInteractive -Command "([^"]*)"<\/Arguments>/.exec((await machine.task()) ?? "") ?? [];
  const script = join(folder, "task.ps1");
  // The engine continues with other scripts; the task's process must end, whatever still hangs in it.
  const [, body = ""] = /^(.*); \[System\.Environment\]::Exit\(0\)$/.exec(command) ?? [];
  await writeFile(script, body.replaceAll("&apos;", "'").replaceAll("&amp;", "&"));
  return script;
}
