import { spawn } from "node:child_process";
import { parse } from "node:path";
import { text } from "node:stream/consumers";

/** The system account that runs Postgres if this process is root: Postgres refuses to run as root. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

const PASSED_ON = [
  "PATH",
  "SystemRoot",
  "SystemDrive",
  "windir",
  "ComSpec",
  "TEMP",
  "TMP",
  "TMPDIR",
  "ProgramData",
];

/**
 * Only the variables that a program needs: no PG* variables that would change Postgres's behaviour, none of the server's
 * secrets, and English messages with UTC times, because our code parses them.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { NODE_ENV: process.env.NODE_ENV, LC_ALL: "C", TZ: "UTC" };
  for (const name of PASSED_ON) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

/** Spawn options for all child processes: the account and a working directory that any account can enter. */
export function childOptions(account: Account | null): {
  cwd: string;
  env: NodeJS.ProcessEnv;
  windowsHide: true;
  uid?: number;
  gid?: number;
} {
  const options = { cwd: parse(process.cwd()).root, env: cleanEnvironment(), windowsHide: true as const };
  return account === null ? options : { ...options, uid: account.uid, gid: account.gid };
}

/** Runs a program to completion as the given account. Rejects only if it cannot be started. */
export async function runCommand(
  file: string,
  args: readonly string[],
  { account = null, input = "" }: { account?: Account | null; input?: string } = {},
): Promise<CommandResult> {
  const child = spawn(file, args, { ...childOptions(account), stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  // A program that exits without reading its input breaks the pipe; its exit code is more informative than that error.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}
