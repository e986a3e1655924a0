import { realpath } from "node:fs/promises";
import { clusterPaths, connectionStringFor, readPassword } from "./cluster.ts";
import { defaultDataDirectory } from "./data-directory.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { readLiveOwner } from "./owner-lock.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { isPostmasterOf } from "./process-identity.ts";

/**
 * Finds the packaged Postgres that a server runs on a data directory, for commands used while the server is running.
 * Null if no server owns the directory: a command then starts Postgres itself.
 */
export async function findRunningPostgres(
  directory = defaultDataDirectory(),
): Promise<{ connectionString: string; ownerPid: number } | null> {
  let dataDir: string;
  try {
    dataDir = await realpath(directory);
  } catch {
    return null;
  }
  const ownerPid = await readLiveOwner(dataDir);
  if (ownerPid === null) return null;

  const { pgData, password: passwordPath } = clusterPaths(dataDir);
  let password: string | null;
  try {
    password = await readPassword(dataDir);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `${passwordPath} cannot be read. Run this command as the user that runs the server (process ${ownerPid}).`,
      { cause: error },
    );
  }
  const file = await readPostmasterFile(pgData);
  if (password === null || file === null || file.port === null || !file.isReady) return null;
  if (!(await isPostmasterOf(file.pid, pgData))) return null;
  return { connectionString: connectionStringFor(file.port, password), ownerPid };
}
