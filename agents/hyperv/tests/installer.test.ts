import { mkdtempSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { LoopbackServer, wellServer } from "@/agents/mock/testing/loopback-server.ts";
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

/** Runs text as typed into an elevated PowerShell. The test engine lacks the one Windows cmdlet that the line uses. */
async function type(text: string) {
  const script = join(folder, "typed.ps1");
  const newObject =
    "function New-Object ($TypeName) { [System.Activator]::CreateInstance([type] $TypeName) }";
  await writeFile(script, `${newObject}\n${text}\n`);
  return machine.run(script, []);
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

/** The recipe from the manual, with the paths of this machine. */
async function policyRecipe(share: string, address: string): Promise<string> {
  const manual = await readFile(join(REPOSITORY, "docs/agent.md"), "utf8");
  const [, recipe = ""] = /```powershell\n(\$share = [^`]*)```/.exec(manual) ?? [];
  return recipe
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
