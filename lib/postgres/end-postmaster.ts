import { rm } from "node:fs/promises";
import type { PostgresBinaries } from "./binaries.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { pollUntil } from "./poll-until.ts";
import { postmasterFilePath, readPostmasterFile } from "./postmaster-file.ts";
import { isPostmasterOf, processIdentity } from "./process-identity.ts";
import { runCommand, type Account } from "./run-command.ts";

export interface EndTarget {
  pid: number;
  pgData: string;
  binaries: PostgresBinaries;
  account: Account | null;
}

interface EndStep {
  signal: NodeJS.Signals;
  /** The matching pg_ctl mode; Windows has no signals. */
  mode: "fast" | "immediate";
  seconds: number;
}

// "fast" writes everything to disk and exits; "immediate" leaves that to recovery at the next start. Killing the postmaster
// loses nothing either, but its children exit a moment later.
const STEPS: readonly EndStep[] = [
  { signal: "SIGINT", mode: "fast", seconds: 60 },
  { signal: "SIGQUIT", mode: "immediate", seconds: 10 },
  { signal: "SIGKILL", mode: "immediate", seconds: 10 },
];

/** Stops a Postgres, gracefully at first. `isGone` returns whether it has exited. */
export async function endPostmaster(target: EndTarget, isGone: () => Promise<boolean>): Promise<void> {
  for (const step of STEPS) {
    if (await isGone()) return;
    await ask(target, step);
    const gone = await pollUntil(async () => ((await isGone()) ? true : null), {
      everyMilliseconds: 10,
      timeoutMilliseconds: step.seconds * 1000,
    });
    if (gone) return;
  }
  throw new EmbeddedPostgresError(
    `Postgres in ${target.pgData} (process ${target.pid}) does not stop. Stop it, then start again.`,
  );
}

/**
 * Prepares a start: stops a Postgres that a killed server left running, and removes a `postmaster.pid` left by a crash if
 * its pid now belongs to another process, because Postgres would refuse to start. Returns what it did.
 */
export async function clearLeftOver({
  pgData,
  binaries,
  account,
}: Omit<EndTarget, "pid">): Promise<{ did: "nothing" | "ended" | "removed"; pid: number | null }> {
  const file = await readPostmasterFile(pgData);
  if (file === null) return { did: "nothing", pid: null };

  const { pid } = file;
  if (await isPostmasterOf(pid, pgData)) {
    const identity = await processIdentity(pid);
    const target = { pid, pgData, binaries, account };
    await endPostmaster(target, async () => (await processIdentity(pid)) !== identity);
    return { did: "ended", pid };
  }
  if (isPidTaken(pid)) {
    await rm(postmasterFilePath(pgData), { force: true });
    return { did: "removed", pid };
  }
  // Postgres itself handles the file if no process has this pid.
  return { did: "nothing", pid };
}

async function ask({ pid, pgData, binaries, account }: EndTarget, { signal, mode }: EndStep): Promise<void> {
  if (process.platform === "win32") {
    await runCommand(binaries.pgCtl, ["stop", "-D", pgData, "-m", mode, "-W"], { account });
    return;
  }
  try {
    process.kill(pid, signal);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ESRCH") return;
    throw new EmbeddedPostgresError(
      `Postgres in ${pgData} (process ${pid}) belongs to another user. Stop it, then start again.`,
      { cause: error },
    );
  }
}

/** Like Postgres's own check: a zombie still occupies its pid. */
function isPidTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
