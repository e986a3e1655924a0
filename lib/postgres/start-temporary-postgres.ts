import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canEnter, choosePostgresAccount } from "./account.ts";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from "./start-embedded-postgres.ts";

/** A database for tests and tools, which is quick, empty, and gone with its folder after `stop()`. */
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

/** A folder where Postgres's account can be let in; a private TMPDIR, as login sessions of root have, is passed over. */
export async function createTemporaryDirectory(): Promise<string> {
  for (const parent of [tmpdir(), "/var/tmp", "/tmp"]) {
    const account = await choosePostgresAccount(join(parent, "innkeeper-has-no-data-here"));
    if (await canEnter(account, parent)) return mkdtemp(join(parent, "innkeeper-"));
  }
  return mkdtemp(join(tmpdir(), "innkeeper-"));
}
