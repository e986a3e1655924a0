import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ListeningEngine, type EngineRun } from "./listening-engine.ts";

/** The program that runs the agent: an installed PowerShell, or the engine in this folder under .NET. */
export interface Engine {
  name: "powershell" | "pwsh" | "dotnet";
  command: string;
  /** Arguments before `-File script.ps1 -Name value`. */
  args: readonly string[];
  /** Used instead of the others if one process can run many scripts. */
  listen?: readonly string[];
}

const SOURCE = fileURLToPath(new URL(".", import.meta.url));
const CACHE = fileURLToPath(new URL("../../../../node_modules/.cache/innkeeper-engine", import.meta.url));
const ARGS = ["-NoLogo", "-NoProfile", "-NonInteractive"];
const SOURCES = /\.(cs|csproj|psd1)$/;

const runFile = promisify(execFile);
/** Shared by this process: a short run spends most of its time starting and compiling the engine. */
let listening: ListeningEngine | null = null;

/** The engine of this machine, built if necessary; `null` if there is neither PowerShell nor .NET. */
export async function findEngine(): Promise<Engine | null> {
  if (process.platform === "win32" && (await answers("powershell.exe", ["-NoProfile", "-Command", "1"]))) {
    return { name: "powershell", command: "powershell.exe", args: [...ARGS, "-ExecutionPolicy", "Bypass"] };
  }
  if (await answers("pwsh", ["-NoProfile", "-Command", "1"])) {
    return { name: "pwsh", command: "pwsh", args: ARGS };
  }
  if (await answers("dotnet", ["--version"])) {
    const program = await buildEngine();
    return { name: "dotnet", command: "dotnet", args: [program, ...ARGS], listen: [program, "-Listen"] };
  }
  return null;
}

export const NO_ENGINE = "neither powershell.exe nor pwsh nor dotnet is on this machine";

export type { EngineRun };

interface RunOptions {
  env?: Record<string, string>;
  /** Working directory; by default that of this process. */
  folder?: string;
  signal?: AbortSignal;
}

/** Settings that .NET reads once per process. */
const READ_ONCE = ["SSL_CERT_FILE", "SSL_CERT_DIR", "TZ"];

/** Runs a script to its end, or until `signal` kills it: immediately, as in a power failure. */
export async function runScript(
  engine: Engine,
  script: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<EngineRun> {
  const { env = {}, folder, signal } = options;
  if (engine.listen && !signal && !READ_ONCE.some((name) => name in env)) {
    if (listening === null || listening.hasEnded)
      listening = new ListeningEngine(engine.command, engine.listen);
    if (!listening.isBusy)
      return listening.run({
        args: ["-File", script, ...args],
        env: { ...process.env, ...env },
        folder: folder ?? process.cwd(),
      });
  }
  const child = spawn(engine.command, [...engine.args, "-File", script, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    killSignal: "SIGKILL",
    ...(folder ? { cwd: folder } : {}),
    ...(signal ? { signal } : {}),
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", (error) => (signal?.aborted ? undefined : reject(error)));
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

async function answers(command: string, args: string[]): Promise<boolean> {
  return runFile(command, args).then(
    () => true,
    () => false,
  );
}

/**
 * Builds the engine once per version of its sources, outside of git, and returns the path of its program. Two processes that build
 * at the same time do not interfere: the first result is kept.
 */
async function buildEngine(): Promise<string> {
  const sources = await readSources();
  const hash = createHash("sha256");
  for (const { name, bytes } of sources) hash.update(name).update(bytes);
  const key = hash.digest("hex").slice(0, 16);
  const built = join(CACHE, key);
  const program = join(built, "engine.dll");
  if (existsSync(program)) return program;

  const place = join(CACHE, `.building-${key}-${process.pid}`);
  await rm(place, { recursive: true, force: true });
  for (const { name, bytes } of sources) {
    await mkdir(dirname(join(place, "source", name)), { recursive: true });
    await writeFile(join(place, "source", name), bytes);
  }
  const options = ["--configuration", "Release", "--verbosity", "quiet", "--nologo"];
  try {
    await runFile("dotnet", ["build", ...options, "--output", join(place, "out")], {
      cwd: join(place, "source"),
    });
  } catch (error) {
    const output = error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
    throw new Error(`The test engine could not be built:\n${output.trim()}`, { cause: error });
  }
  await rename(join(place, "out"), built).catch((error: unknown) => {
    if (!existsSync(program)) throw error;
  });
  await rm(place, { recursive: true, force: true });
  return program;
}

async function readSources(): Promise<{ name: string; bytes: Buffer }[]> {
  const names = (await readdir(SOURCE, { recursive: true })).filter((name) => SOURCES.test(name)).sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(SOURCE, name)) })));
}
