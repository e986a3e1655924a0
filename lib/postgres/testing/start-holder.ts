import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { runCommand, type Account } from "../run-command.ts";

const PROGRAM = fileURLToPath(new URL("./hold-postgres.ts", import.meta.url));
const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));

export interface Holder {
  pid: number;
  connectionString: string;
  postgresPid: number;
  /** Lets the process stop Postgres and exit. */
  finish(): Promise<void>;
  /** Sends `kill -9`. */
  kill(): Promise<void>;
}

/** Whether an account can run the holder: Node or the clone may be in a folder that it cannot access. */
export async function canHold(account: Account): Promise<boolean> {
  const read = ["--eval", "fs.readFileSync(process.argv[1])", PROGRAM];
  const result = await runCommand(process.execPath, read, { account }).catch(() => null);
  return result?.code === 0;
}

/** Starts a process that owns a Postgres, in its own process group like a shell would. */
export async function startHolder(
  dataDir: string,
  { diesWithOwner = true, uid }: { diesWithOwner?: boolean; uid?: number } = {},
): Promise<Holder> {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, dataDir, diesWithOwner ? "yes" : "no"], {
    cwd: REPOSITORY,
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const ended = once(child, "exit");
  let problem = "";
  child.stderr.on("data", (chunk: Buffer) => (problem += chunk.toString()));
  const started = await Promise.race([once(createInterface(child.stdout), "line"), ended.then(() => null)]);
  if (started === null) throw new Error(`The holder ended early: ${problem}`);

  const said: unknown = JSON.parse(String(started[0]));
  if (!isStarted(said)) throw new Error(`The holder said something else: ${String(started[0])}`);
  return {
    pid: child.pid ?? 0,
    connectionString: said.connectionString,
    postgresPid: said.pid,
    async finish() {
      child.stdin.end();
      await ended;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function isStarted(value: unknown): value is { connectionString: string; pid: number } {
  if (typeof value !== "object" || value === null || !("connectionString" in value && "pid" in value))
    return false;
  return typeof value.connectionString === "string" && typeof value.pid === "number";
}
