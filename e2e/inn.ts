import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

/** A real server with its own data directory, started as users start it. */
export interface Inn {
  readonly url: string;
  readonly dataDir: string;
  /** The one-time code that it printed. */
  readonly setUpCode: string;
  /** An enrolment key, created with the command line on the server. */
  makeKey(name: string): Promise<string>;
  /** Creates an account with this password, and a link that signs in once. */
  makeAccount(
    account: { email: string; name: string; password: string },
    role?: "viewer" | "admin",
  ): Promise<string>;
  stop(): Promise<void>;
}

const key = z.object({ key: z.string().startsWith("ike_") });
const link = z.object({ path: z.string() });

export async function startInn(): Promise<Inn> {
  const dataDir = mkdtempSync(join(tmpdir(), "innkeeper-story-"));
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    PORT: "0",
    HOST: "127.0.0.1",
    INNKEEPER_DATA_DIR: dataDir,
  };
  const child = spawn(process.execPath, ["dist/server.mjs"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const [, url = "", setUpCode = ""] = await untilPrinted(
    child,
    /listens at (\S+)[\s\S]*?([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})/,
  );
  return {
    url,
    dataDir,
    setUpCode,
    makeKey: async (name) =>
      key.parse(await runCommandLine(["enrolment-key", "create", "--name", name], env)).key,
    makeAccount: async ({ email, name, password }, role = "admin") => {
      const person = ["--email", email, "--name", name, "--role", role, "--password-stdin"];
      await runCommandLine(["user", "create", ...person], env, password);
      return link.parse(await runCommandLine(["user", "sign-in-link", "--email", email], env)).path;
    },
    stop: async () => {
      await end(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Asks a process to end, and waits until it has. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

function untilPrinted(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = "";
    const read = (chunk: Buffer) => {
      text += chunk.toString("utf8");
      const match = pattern.exec(text);
      if (match) resolve(match);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => {
      reject(new Error(`The server ended with ${code}: ${text}`));
    });
  });
}

function runCommandLine(args: string[], env: NodeJS.ProcessEnv, input = ""): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["dist/cli.mjs", ...args, "--json"], {
      env,
      stdio: ["pipe", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString("utf8")));
    child.once("close", (code) => {
      if (code === 0) resolve(JSON.parse(out));
      else reject(new Error(`innkeeper ${args.join(" ")} ended with ${code}: ${err}`));
    });
    child.stdin.end(input);
  });
}
