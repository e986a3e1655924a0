import { readFile, readlink, realpath } from "node:fs/promises";
import { basename } from "node:path";
import { runCommand } from "./run-command.ts";

/**
 * Distinguishes a process from a later one with the same pid, by its start time. Null if no such process is alive; "?" if
 * it is alive but its start time cannot be read. A zombie counts as dead: it occupies only a pid.
 */
export async function processIdentity(pid: number): Promise<string | null> {
  if (process.platform === "linux") return linuxIdentity(pid);
  if (!isAlive(pid)) return null;
  const seen =
    process.platform === "win32"
      ? await powershell(`(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`)
      : await ps(pid, "stat=,lstart=");
  if (seen.startsWith("Z")) return null;
  // `ps` prints the state, which changes, before the start time, which does not.
  const startedAt = process.platform === "win32" ? seen : seen.replace(/^\S+\s+/, "");
  return startedAt === "" ? "?" : startedAt;
}

/** Whether the process is a postmaster of this data directory: a pid from a file alone is no proof. */
export async function isPostmasterOf(pid: number, pgData: string): Promise<boolean> {
  if ((await processIdentity(pid)) === null) return false;
  if (process.platform === "linux") {
    const args = (await readOrNull(() => readFile(`/proc/${pid}/cmdline`, "utf8")))?.split("\0") ?? [];
    // A postmaster's children change their title, for example to "postgres: checkpointer", and must not match.
    if (basename(args[0] ?? "") !== "postgres") return false;
    const workingDirectory = await readOrNull(() => readlink(`/proc/${pid}/cwd`));
    return args.includes(pgData) || workingDirectory === (await realpath(pgData));
  }
  const commandLine =
    process.platform === "win32"
      ? await powershell(`(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`)
      : await ps(pid, "command=");
  return /postgres(\.exe)?["\s]/.test(commandLine) && comparable(commandLine).includes(comparable(pgData));
}

function comparable(path: string): string {
  return path.replaceAll("\\", "/").toLowerCase();
}

async function linuxIdentity(pid: number): Promise<string | null> {
  const stat = await readOrNull(() => readFile(`/proc/${pid}/stat`, "utf8"));
  if (stat === null) return isAlive(pid) ? "?" : null;
  // The second field is the command in parentheses and may itself contain spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state] = fields;
  if (state === "Z" || state === "X") return null;
  const bootId = (await readOrNull(() => readFile("/proc/sys/kernel/random/boot_id", "utf8"))) ?? "";
  return `${bootId.trim()} ${fields[19] ?? ""}`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function ps(pid: number, format: string): Promise<string> {
  return (await runCommand("ps", ["-ww", "-o", format, "-p", String(pid)])).stdout.trim();
}

async function powershell(command: string): Promise<string> {
  const args = ["-NoProfile", "-NonInteractive", "-Command", command];
  return (await runCommand("powershell.exe", args)).stdout.trim();
}

async function readOrNull(read: () => Promise<string>): Promise<string | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}
