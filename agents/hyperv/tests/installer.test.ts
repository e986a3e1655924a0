import { mkdtempSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import {
  LoopbackServer,
  wellServer,
  type Received,
  type Reply,
} from "@/agents/mock/testing/loopback-server.ts";
import { prepareCommands } from "@/components/enrolment/prepare-commands.ts";
import { withTestServer } from "@/lib/server/testing/test-server.ts";
import { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
import { buildAgentPackage } from "@/scripts/agent-package.mjs";
import { Machine, stagePackage } from "./install/machine.ts";

const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));
const served = mkdtempSync(join(tmpdir(), "innkeeper-served-"));
const server = withTestServer({ agentPackageFolder: served });
let folder: string;
let machine: Machine;
let sha256: string;
let line: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-installer-"));
  await stagePackage(join(folder, "from"));
  const built = await serve(join(folder, "from"));
  ({ sha256 } = built);
  machine = await Machine.make(inject("engine"), folder);
  const { key } = await createEnrolmentKey({ name: "installer", tags: [], uses: 1, expiresAt: null });
  const [install] = prepareCommands(server.url, key, built);
  line = install?.code ?? "";
});
afterAll(async () => {
  await rm(served, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

/** Puts a package where the server serves it from. */
async function serve(from: string) {
  const { version, zip, sha256: hash, installer } = buildAgentPackage({ from });
  const facts = { version, sha256: hash, bytes: zip.length };
  await writeFile(join(served, "innkeeper-agent.zip"), zip);
  await writeFile(join(served, "install.ps1"), installer);
  await writeFile(join(served, "innkeeper-agent.json"), JSON.stringify(facts));
  return facts;
}

/** The test engine lacks the one Windows cmdlet that the line uses. */
const NEW_OBJECT = "function New-Object ($TypeName) { [System.Activator]::CreateInstance([type] $TypeName) }";

/** Runs text as typed into an elevated PowerShell. */
async function type(text: string, place = machine, env: Record<string, string> = {}) {
  const script = join(folder, "typed.ps1");
  await writeFile(script, `${NEW_OBJECT}\n${text}\n`);
  return place.run(script, [], env);
}

async function left(): Promise<string[]> {
  return (await machine.tree()).filter((name) => name !== "rights.txt");
}

describe("the one line that the page shows", () => {
  test("with -WhatIf shows what it would do, and leaves nothing", async () => {
    const { code, stdout } = await type(`${line} -WhatIf`);
    expect(code).toBe(0);
    expect(stdout.match(/What if: /g)?.length).toBe(6);
    expect(await left()).toEqual([]);
  });

  test("with a different hash it stops before anything is unpacked", async () => {
    const { code, stderr } = await type(line.replace(sha256, "0".repeat(64)));
    expect(code).toBe(1);
    expect(stderr).toContain(
      `The package does not match -Sha256: its SHA-256 is ${sha256.toUpperCase()}. Nothing was unpacked.`,
    );
    expect(await left()).toEqual([]);
  });

  test.each([
    { name: "no hash", change: / -Sha256 '[^']*'/, to: "", says: "Specify -Sha256" },
    { name: "half a hash", change: /(-Sha256 '[^']{32})[^']*/, to: "$1", says: "Specify -Sha256" },
    { name: "no server", change: / -Server '[^']*'/, to: "", says: "Specify -Server" },
    {
      name: "a plain HTTP server",
      change: /-Server '[^']*'/,
      to: "-Server 'http://inn.example'",
      says: "is plain HTTP",
    },
  ])("with $name it downloads nothing", async ({ change, to, says }) => {
    const { code, stderr } = await type(line.replace(change, to));
    expect(code).toBe(1);
    expect(stderr).toContain(says);
    expect(await left()).toEqual([]);
  });

  test("with a package whose paths point outside its folder it unpacks nothing, whatever the hash", async () => {
    const good = await readFile(join(served, "innkeeper-agent.zip"));
    const text = good.toString("latin1").replaceAll("Innkeeper/LICENSE", "../keeper/LICENSE");
    await writeFile(join(served, "innkeeper-agent.zip"), Buffer.from(text, "latin1"));
    const wrong = await type(line);
    const [, hash = ""] = /its SHA-256 is (\w+)/.exec(wrong.stderr) ?? [];
    const { code, stderr } = await type(line.replace(sha256, hash));
    await writeFile(join(served, "innkeeper-agent.zip"), good);
    expect(code).toBe(1);
    expect(stderr).toContain("a path that points outside its folder: ../keeper/LICENSE");
    expect(await left()).toEqual([]);
  });

  test("installs, sends the whole host, and the session continues with the installed module", async () => {
    const { code, stdout, stderr } = await type(`${line}\nGet-InnkeeperStatus`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [run, status] = stdout.trim().split(/\r?\n/);
    expect(run).toMatch(/isCollected=True; sent=1; pending=0; answer=stored: stored, 3 VMs/);
    expect(status).toMatch(/isInstalled=True; .*isEnrolled=True; .*advice=Nothing to do/);
    const files = await left();
    expect(files.filter((name) => name.includes("Innkeeper-setup"))).toEqual([]);
    expect(files).toContain("ProgramFiles/WindowsPowerShell/Modules/Innkeeper/0.1.0/Innkeeper.psd1");
    expect(await machine.task()).toContain("Innkeeper.psd1");
  });

  test("run again with a used-up key, it still repairs and reports", async () => {
    const { code, stdout } = await type(line);
    expect(code).toBe(0);
    expect(stdout).toMatch(/sent=1; pending=0/);
  });
});

describe("the unpacked package", () => {
  test("installs without downloading anything", async () => {
    const place = join(folder, "closed");
    await mkdir(place);
    const closed = await Machine.make(inject("engine"), place, { readsHost: false });
    const well = wellServer();
    const inn = await LoopbackServer.start((request) => well(request));
    try {
      const address = inn.url.origin;
      const installer = join(place, "package", "install.ps1");
      const dry = await closed.run(installer, ["-Server", address, "-Key", "ike_closed", "-WhatIf"]);
      expect([dry.code, await closed.tree(), inn.received.length]).toEqual([0, [], 0]);
      const { code, stdout } = await closed.run(installer, ["-Server", address, "-Key", "ike_closed"]);
      expect([code, stdout]).toEqual([0, expect.stringContaining("sent=1; pending=0")]);
      expect(inn.received.map(({ path }) => path)).toEqual(["/api/v1/enroll", "/api/v1/snapshots"]);
    } finally {
      await inn.stop();
    }
  });
});

test("the Group Policy recipe installs once, does nothing while the version is current, and upgrades after that", async () => {
  const place = join(folder, "policy");
  await mkdir(place);
  const managed = await Machine.make(inject("engine"), place, { readsHost: false });
  const well = wellServer();
  let isAway = true;
  const inn = await LoopbackServer.start((request) => (isAway ? { status: 503 } : well(request)));
  try {
    const script = join(place, "startup.ps1");
    await writeFile(script, await policyRecipe(join(place, "package"), inn.url.origin));
    // The module is already installed when enrolment fails: the next startup continues from there.
    expect((await managed.run(script, [])).stderr).toContain("Not enrolled: HTTP 503");
    isAway = false;
    expect((await managed.run(script, [])).stdout).toContain("sent=1; pending=0");
    const { code, stdout, stderr } = await managed.run(script, []);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
    await stagePackage(join(place, "package"), { readsHost: false, version: "0.2.0" });
    expect((await managed.run(script, [])).stdout).toContain("sent=1; pending=0");
    expect(await managed.task()).toContain("0.2.0");
    expect(inn.received.filter(({ path }) => path === "/api/v1/enroll")).toHaveLength(2);
  } finally {
    await inn.stop();
  }
});

/** The code block of the manual that begins with this. */
async function recipeOf(start: string): Promise<string> {
  const manual = await readFile(join(REPOSITORY, "docs/agent.md"), "utf8");
  const block = manual.split("```powershell\n").find((part) => part.startsWith(start));
  if (block === undefined) throw new Error(`The manual has no code that begins with ${start}`);
  return block.slice(0, block.indexOf("```"));
}

/** Another machine, which has no agent yet. */
async function newMachine(name: string): Promise<Machine> {
  await mkdir(join(folder, name));
  return Machine.make(inject("engine"), join(folder, name));
}

/** Runs a block as PowerShell remoting does: its text, in a new session on each host, without the caller's variables. */
const INVOKE_COMMAND = `function Invoke-Command ($ComputerName, $ThrottleLimit, $ScriptBlock) {
  foreach ($name in $ComputerName) {
    $shell = [powershell]::Create([initialsessionstate]::CreateDefault2())
    [void] $shell.AddScript('${NEW_OBJECT}' + "\`n" + $ScriptBlock)
    $shell.Invoke()
    foreach ($problem in $shell.Streams.Error) { throw $problem.Exception }
  }
}`;

/** A server that hosts have not reported to yet, with the package that the line downloads. */
async function newServer(): Promise<(request: Received) => Reply> {
  const files = new Map<string, Buffer>();
  for (const name of ["install.ps1", "innkeeper-agent.zip"])
    files.set(`/agent/${name}`, await readFile(join(served, name)));
  const well = wellServer();
  return (request) => {
    const body = files.get(request.path);
    return body ? { status: 200, body } : well(request);
  };
}

test("the recipe for a list of hosts installs each with the unchanged line", async () => {
  const remote = await newMachine("remote");
  const inn = await LoopbackServer.start(await newServer());
  try {
    const own = line.replaceAll(server.url, inn.url.origin);
    const recipe = (await recipeOf("$hosts = "))
      .replace("'hv-01', 'hv-02', 'hv-03'", "'hv-01', 'hv-01'")
      .replace(/^ *# the line .*$/m, () => own);
    const { code, stdout, stderr } = await type(`${INVOKE_COMMAND}\n${recipe}`, remote);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    // The second time finds an installed agent, and repairs it.
    expect(stdout.match(/sent=1; pending=0; answer=stored/g)).toHaveLength(2);
    expect(inn.received.filter(({ path }) => path === "/api/v1/enroll")).toHaveLength(1);
    expect(await remote.task()).toContain("Innkeeper.psd1");
  } finally {
    await inn.stop();
  }
});

test("where only a proxy reaches the server, the manual's code and -Proxy send everything through it", async () => {
  const behind = await newMachine("behind");
  const inn = await newServer();
  const proxy = await LoopbackServer.start((request) =>
    inn({ ...request, path: request.path.replace("http://inn.example", "") }),
  );
  try {
    const address = proxy.url.origin;
    const recipe = (await recipeOf("$proxy = ")).replace("http://proxy.example:3128", address);
    const own = `${line.replaceAll(server.url, "http://inn.example")} -AllowPlainHttp -Proxy ${address}`;
    // In a process of its own: the recipe sets the proxy of the whole process.
    const { code, stdout, stderr } = await type(`${recipe}\n${own}`, behind, { TZ: "UTC" });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("sent=1; pending=0");
    expect(proxy.received.map(({ path }) => path)).toEqual(
      ["agent/install.ps1", "agent/innkeeper-agent.zip", "api/v1/enroll", "api/v1/snapshots"].map(
        (path) => `http://inn.example/${path}`,
      ),
    );
  } finally {
    await proxy.stop();
  }
});

/** The recipe from the manual, with the paths of this machine. */
async function policyRecipe(share: string, address: string): Promise<string> {
  return (await recipeOf("$share = "))
    .replace(/'\\\\[^']*'/, `'${share}'`)
    .replaceAll(/\$share\\[^"]*/g, (path) => path.replaceAll("\\", "/"))
    .replace(/-Server \S+/, `-Server ${address}`)
    .replace("ike_...", "ike_policy");
}

test("if a proxy is specified, the package is downloaded only through it", async () => {
  const proxy = await LoopbackServer.start(() => ({ status: 404 }));
  try {
    const named = line.replace(/-Server '[^']*'/, "-Server 'http://inn.example' -AllowPlainHttp");
    const { stderr } = await type(`${named} -Proxy ${proxy.url.href}`);
    expect(stderr).toContain("(404)");
    expect(proxy.received.map(({ path }) => path)).toEqual(["http://inn.example/agent/innkeeper-agent.zip"]);
  } finally {
    await proxy.stop();
  }
});
