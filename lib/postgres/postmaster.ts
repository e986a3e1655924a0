import { spawn } from "node:child_process";
import { Socket } from "node:net";
import type { PostgresBinaries } from "./binaries.ts";
import { clusterPaths } from "./cluster.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { endPostmaster } from "./end-postmaster.ts";
import { pollUntil } from "./poll-until.ts";
import { logSize, openLog, readLogFrom, trimLog } from "./postgres-log.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { processIdentity } from "./process-identity.ts";
import { childOptions, type Account } from "./run-command.ts";

// Recovery after a crash can take minutes, and stopping it would only start the recovery again.
const START_TIMEOUT_MILLISECONDS = 600_000;

/** How Postgres exited. On Windows, where it is not our child process, neither code nor signal is known. */
export interface PostgresExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Postmaster {
  pid: number;
  exited: Promise<PostgresExit>;
  /** Stops it like `pg_ctl stop -m fast`, and more forcefully if that takes too long. */
  stop(): Promise<void>;
}

/** Postgres exited before it accepted connections. Contains the end of its log. */
export class PostmasterStartError extends EmbeddedPostgresError {
  readonly isPortTaken: boolean;
  /** Processes of a killed Postgres are still exiting; a moment later the start succeeds. */
  readonly isPredecessorEnding: boolean;

  constructor(logPath: string, log: string) {
    const reason = log
      .split("\n")
      .findLast((line) => /FATAL|PANIC|error/i.test(line))
      ?.replace(/^.*?(FATAL|PANIC):\s*/, "");
    super(
      `The packaged Postgres did not start: ${reason ?? "it exited immediately"} (for details, see ${logPath}).`,
    );
    this.isPortTaken = /could not bind .*(in use|permission denied|not permitted)/i.test(log);
    this.isPredecessorEnding = log.includes("pre-existing shared memory block");
  }
}

export interface LaunchOptions {
  dataDir: string;
  account: Account | null;
  binaries: PostgresBinaries;
  port: number;
  diesWithOwner: boolean;
}

/** Starts Postgres on 127.0.0.1 and resolves when it accepts connections. */
export async function launchPostmaster(options: LaunchOptions): Promise<Postmaster> {
  const { log: logPath, pgData } = clusterPaths(options.dataDir);
  await trimLog(logPath);
  const logStart = await logSize(logPath);
  const postmaster = await (process.platform === "win32" ? launchOnWindows(options) : launchAsChild(options));

  let hasExited = false;
  void postmaster.exited.then(() => (hasExited = true));
  const outcome = await pollUntil(
    async () => {
      if (hasExited) return "exited";
      const file = await readPostmasterFile(pgData);
      return file?.pid === postmaster.pid && file.isReady ? "ready" : null;
    },
    { everyMilliseconds: 20, timeoutMilliseconds: START_TIMEOUT_MILLISECONDS },
  );
  if (outcome === "ready") return postmaster;
  await postmaster.stop();
  throw new PostmasterStartError(logPath, await readLogFrom(logPath, logStart));
}

function serverArguments({ dataDir, port }: LaunchOptions): string[] {
  // Passed as arguments, so that no configuration file can open the server to a network.
  const settings = [
    `config_file=${clusterPaths(dataDir).settings}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
  ];
  return ["-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
}

async function launchAsChild(options: LaunchOptions): Promise<Postmaster> {
  const { log: logPath, pgData } = clusterPaths(options.dataDir);
  const log = await openLog(logPath);
  try {
    const child = spawn(options.binaries.postgres, ["-D", pgData, ...serverArguments(options)], {
      ...childOptions(options.account),
      // A separate process group: Ctrl-C in the terminal reaches only the server, which stops Postgres last.
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    // The listener is added before anything is awaited, because an event without a listener is lost.
    let hasExited = false;
    const exited = new Promise<PostgresExit>((resolve) => {
      child.once("exit", (code, signal) => {
        hasExited = true;
        resolve({ code, signal });
      });
    });
    const failed = new Promise<never>((_, reject) => child.once("error", reject));
    const spawned = new Promise<number>((resolve) => {
      child.once("spawn", () => resolve(child.pid ?? 0));
    });
    const pid = await Promise.race([spawned, failed]);
    failed.catch(() => undefined);

    const guard = options.diesWithOwner ? watchOverOwner(pid, options.account) : null;
    void exited.then(() => guard?.dismiss());
    // A process that forgets to stop Postgres must still be able to exit.
    child.unref();
    return {
      pid,
      exited,
      async stop() {
        child.ref();
        const target = { pid, pgData, binaries: options.binaries, account: options.account };
        await endPostmaster(target, async () => hasExited);
        await exited;
      },
    };
  } finally {
    await log.close();
  }
}

/**
 * A small shell that waits until a pipe is closed, which happens when this process exits, even by `kill -9`, and then
 * asks Postgres to stop. It runs in a separate process group, so that Ctrl-C does not reach it either.
 */
function watchOverOwner(pid: number, account: Account | null): { dismiss(): void } {
  const shell = spawn("/bin/sh", ["-c", 'read -r line || kill -INT "$0"', String(pid)], {
    ...childOptions(account),
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  // Without a shell, the next start stops a Postgres that was left running.
  shell.on("error", () => undefined);
  shell.stdin.on("error", () => undefined);
  shell.unref();
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return { dismiss: () => shell.stdin.end("dismissed\n") };
}

/**
 * Postgres refuses to run with administrator rights; on Windows only pg_ctl can drop them, so Postgres is not our child
 * process.
 */
async function launchOnWindows(options: LaunchOptions): Promise<Postmaster> {
  const { log, pgData } = clusterPaths(options.dataDir);
  const server = serverArguments(options)
    .map((argument) => (argument.includes(" ") ? `"${argument}"` : argument))
    .join(" ");
  const seconds = String(START_TIMEOUT_MILLISECONDS / 1000);
  const args = ["start", "-D", pgData, "-l", log, "-w", "-t", seconds, "-o", server];
  // Detached, so that Ctrl-C in the console does not reach Postgres; without pipes, because Postgres would inherit them
  // and they would never close.
  const pgCtl = spawn(options.binaries.pgCtl, args, {
    ...childOptions(null),
    detached: true,
    stdio: "ignore",
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    pgCtl.once("error", reject);
    pgCtl.once("exit", resolve);
  });
  const file = await readPostmasterFile(pgData);
  if (code !== 0 || file === null) {
    throw new PostmasterStartError(log, await readLogFrom(log, Math.max(0, (await logSize(log)) - 4096)));
  }
  const { pid } = file;
  const isGone = async () => (await processIdentity(pid)) === null;
  return {
    pid,
    exited: waitForEnd(pid),
    stop: () => endPostmaster({ pid, pgData, binaries: options.binaries, account: null }, isGone),
  };
}

function waitForEnd(pid: number): Promise<PostgresExit> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      try {
        process.kill(pid, 0);
      } catch {
        clearInterval(timer);
        resolve({ code: null, signal: null });
      }
    }, 500);
    timer.unref();
  });
}
