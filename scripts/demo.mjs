// npm run demo: builds and starts everything with a mock fleet. The demo has its own data, which is kept between runs.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { root } from "./bundle.mjs";
import { ensureBuild } from "./ensure-build.mjs";
import "./install.mjs";

const EMAIL = "demo@innkeeper.example";
const FIRST_VM_MS = 60_000;
const READY_MS = 120_000;

ensureBuild({ withPages: true });

const isRoot = process.platform !== "win32" && process.getuid() === 0;
const base =
  process.env.INNKEEPER_DATA_DIR ?? (isRoot ? "/var/lib/innkeeper/demo" : join(root, ".innkeeper/demo"));
const dataDir = resolve(base);
mkdirSync(dataDir, { recursive: true });
const port = Number(process.env.PORT ?? 0) || (await freePort(3000));
const origin = `http://127.0.0.1:${port}`;
const env = {
  INNKEEPER_LOG_LEVEL: "warn",
  ...process.env,
  NODE_ENV: "production",
  PORT: String(port),
  HOST: "127.0.0.1",
  INNKEEPER_DATA_DIR: dataDir,
};

/** Child processes get their own process group: Ctrl-C reaches only this process, which stops them in order. */
const children = [];
let isStopping = false;
function start(args, stdio) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio,
    detached: process.platform !== "win32",
  });
  child.once("exit", (code) => {
    if (isStopping) return;
    console.error(`${args[0]} exited with code ${code ?? "none"}.`);
    void stop(1);
  });
  children.unshift(child);
  return child;
}

async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void stop(0));

/** Runs a command of the command line while the server is running. */
async function innkeeper(args, input = "") {
  const child = spawn(process.execPath, ["dist/cli.mjs", "--json", ...args], {
    cwd: root,
    env,
    stdio: "pipe",
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (text) => (output += text));
  child.stderr.on("data", (text) => (errors += text));
  child.stdin.end(input);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(errors.trim());
  return JSON.parse(output);
}

async function until(what, limitMs, test) {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    if (await test().catch(() => false)) return;
    await delay(150);
  }
  throw new Error(`${what} was not available within ${limitMs / 1000} seconds.`);
}

async function freePort(wanted) {
  const probe = createServer();
  for (const candidate of [wanted, 0]) {
    try {
      probe.listen(candidate, "127.0.0.1");
      await once(probe, "listening");
      const { port: found } = probe.address();
      probe.close();
      await once(probe, "close");
      return found;
    } catch (error) {
      if (error.code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error("No free port was found.");
}

try {
  // The set-up code printed at the first start is not needed: the demo creates its own account.
  start(["dist/server.mjs"], ["ignore", "ignore", "inherit"]);
  await until("The server", READY_MS, async () => (await fetch(`${origin}/readyz`)).ok);

  const password = randomBytes(18).toString("base64url");
  const account = [
    "user",
    "create",
    "--email",
    EMAIL,
    "--name",
    "Demo",
    "--role",
    "admin",
    "--password-stdin",
  ];
  await innkeeper(account, password).catch((error) => {
    if (!error.message.includes("already has an account")) throw error;
  });
  const { key } = await innkeeper(["enrolment-key", "create", "--name", "Demo", "--expires", "1d"]);
  const { token } = await innkeeper(["api-token", "create", "--name", "Demo"]);
  const state = join(dataDir, "mock-fleet.json");
  // A year of history is imported for each host before its first live report: the first hosts are ready in seconds, the
  // last in a few minutes.
  const past = ["--past", "365", "--importer", "dist/cli.mjs"];
  start(
    ["dist/mock.mjs", "--server", origin, "--key", key, "--scenario", "demo", "--state", state, ...past],
    ["ignore", "ignore", "inherit"],
  );

  await until("The first VM", FIRST_VM_MS, async () => {
    const response = await fetch(`${origin}/api/v1/fleet`, { headers: { authorization: `Bearer ${token}` } });
    return response.ok && (await response.json()).vms > 0;
  });
  const { path } = await innkeeper(["user", "sign-in-link", "--email", EMAIL]);
  console.log(
    `\nInnkeeper is running with a mock fleet. Open this one-time sign-in link:\n\n  ${origin}${path}\n`,
  );
  console.log("Press Ctrl-C to stop. The data is kept in", dataDir);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}
