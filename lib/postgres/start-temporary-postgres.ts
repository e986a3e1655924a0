import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canEnter, choosePostgresAccount } from "./account.ts";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from "./start-embedded-postgres.ts";

/** Starts a fast, empty database for tests and tools. `stop()` deletes it with its folder. */
export async function startTemporaryPostgres(
  options: Omit<EmbeddedPostgresOptions, "dataDir" | "durability">,
): Promise<EmbeddedPostgres> {
  const dataDir = await createTemporaryDirectory();
  try {
    const postgres = await startEmbeddedPostgres({ ...options, dataDir, durability: "process" });
    return {
      ...postgres,
      get pid() {
        return postgres.pid;
      },
      async stop() {
        await postgres.stop();
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  }
}

/** Creates a folder that Postgres's account can enter; a private TMPDIR, as in login sessions of root, is skipped. */
export async function createTemporaryDirectory(): Promise<string> {
  for (const parent of [tmpdir(), "/var/tmp", "/tmp"]) {
    const account = await choosePostgresAccount(join(parent, "innkeeper-has-no-data-here"));
    if (await canEnter(account, parent)) return mkdtemp(join(parent, "innkeeper-"));
  }
  return mkdtemp(join(tmpdir(), "innkeeper-"));
}
