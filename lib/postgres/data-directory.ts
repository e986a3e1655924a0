import { chmod, mkdir, realpath, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { resolve } from "node:path";
import { canEnter } from "./account.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { createOpenDirectory } from "./open-directory.ts";
import type { Account } from "./run-command.ts";

const SYSTEM_DATA_DIRECTORY = "/var/lib/innkeeper";

/** `/var/lib/innkeeper` as root, whose home no other account can enter; otherwise `.innkeeper` in the working directory. */
export function defaultDataDirectory(): string {
  return isRoot() ? SYSTEM_DATA_DIRECTORY : resolve(".innkeeper");
}

/** Folders for a copy of the binaries, best first. */
export function defaultStoreDirectories(dataDir: string): string[] {
  return isRoot() ? [SYSTEM_DATA_DIRECTORY, dataDir] : [dataDir];
}

/** Creates the directory if it is missing and returns its real path. */
export async function createDataDirectory(dataDir: string): Promise<string> {
  try {
    if (isRoot()) await createOpenDirectory(dataDir);
    else await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return await realpath(dataDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedPostgresError(`The data directory ${dataDir} could not be created: ${reason}`, {
      cause: error,
    });
  }
}

/** Lets the account traverse the data directory itself; parent folders are never changed. */
export async function openToAccount(dataDir: string, account: Account | null): Promise<void> {
  if (account === null || (await canEnter(account, dataDir))) return;
  // Grants traversal only: the folder still cannot be listed. A home folder is left alone, because it contains other data.
  if (dataDir !== homedir()) {
    await chmod(dataDir, (await stat(dataDir)).mode | 0o001);
    if (await canEnter(account, dataDir)) return;
  }
  throw new EmbeddedPostgresError(
    `Postgres runs as the user ${account.name}, which cannot access ${dataDir}. ` +
      `Set INNKEEPER_DATA_DIR to a folder that other users can access, such as ${SYSTEM_DATA_DIRECTORY}.`,
  );
}

function isRoot(): boolean {
  return process.platform !== "win32" && process.getuid?.() === 0;
}
