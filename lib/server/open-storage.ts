import { closeDatabase, openDatabase, warmPool, type Database } from "@/lib/data/database.ts";
import { migrate } from "@/lib/data/migrations/migrate.ts";
import type { Environment } from "@/lib/env.ts";
import { checkServerVersion } from "@/lib/postgres/server-version.ts";
import { superviseEmbeddedPostgres } from "@/lib/postgres/supervise-embedded-postgres.ts";
import type { PostgresLogger } from "@/lib/postgres/start-embedded-postgres.ts";
import { StartError, toReason } from "./start-error.ts";

/** On a busy machine, a Postgres that has just started is slow to accept the first connections. */
const START_CONNECT_LIMIT_MS = 20_000;

export interface Storage {
  database: Database;
  url: string;
  isEmbedded: boolean;
  close(): Promise<void>;
}

/**
 * Opens Postgres (the packaged one unless a connection string is given): checks its version, opens the pool, applies
 * migrations.
 */
export async function openStorage(options: {
  env: Environment;
  dataDir: string;
  migrations: string;
  logger: PostgresLogger;
  onError: (error: Error) => void;
}): Promise<Storage> {
  const { env, dataDir, logger } = options;
  const embedded = env.databaseUrl === null ? await superviseEmbeddedPostgres({ dataDir, logger }) : null;
  const url = embedded?.connectionString ?? env.databaseUrl ?? "";
  const database = openDatabase({
    url,
    poolSize: env.databasePoolSize,
    connectTimeoutMs: START_CONNECT_LIMIT_MS,
    onError: options.onError,
  });
  const close = async () => {
    await closeDatabase();
    await embedded?.stop();
  };
  try {
    const trouble = await checkServerVersion(database.pool).catch((error: unknown) => {
      if (embedded !== null) throw error;
      throw new StartError(`DATABASE_URL: the database cannot be reached: ${toReason(error)}`);
    });
    if (trouble !== null) throw new StartError(trouble);
    const applied = await migrate(database.pool, options.migrations);
    if (applied.length > 0) logger.info({ applied }, "Migrations applied");
    await warmPool(database.pool);
    return { database, url, isEmbedded: embedded !== null, close };
  } catch (error) {
    await close();
    throw error;
  }
}
