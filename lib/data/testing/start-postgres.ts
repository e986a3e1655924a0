import { fileURLToPath } from "node:url";
import { Client, Pool } from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/data/migrations/migrate.ts";
import type { EmbeddedPostgres } from "@/lib/postgres/start-embedded-postgres.ts";
import { startTemporaryPostgres } from "@/lib/postgres/start-temporary-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** One server for each worker; every test file creates its own database there. */
    postgresUrls: string[];
  }
}

/** A database that contains only the migrated schema. */
export const TEMPLATE = "innkeeper_template";

const MIGRATIONS = fileURLToPath(new URL("../../../prisma/migrations", import.meta.url));

/**
 * A Postgres for each worker, with one migrated database as the template of the others. The change log shows only entries
 * that no transaction on the server can precede: on a shared server a test would wait for transactions of another file.
 */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const workers = Array.from({ length: project.config.maxWorkers });
  const starts = await Promise.allSettled(workers.map(startWithTemplate));
  const started = starts.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []));
  const stop = async () => void (await Promise.all(started.map((postgres) => postgres.stop())));
  for (const start of starts) {
    if (start.status === "fulfilled") continue;
    await stop();
    throw start.reason;
  }
  project.provide(
    "postgresUrls",
    started.map(({ connectionString }) => connectionString),
  );
  return stop;
}

async function startWithTemplate(): Promise<EmbeddedPostgres> {
  const silent = { info: () => undefined, warn: () => undefined };
  const postgres = await startTemporaryPostgres({ logger: silent });
  try {
    await makeTemplate(postgres.connectionString);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return postgres;
}

export function withDatabase(connectionString: string, database: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.href;
}

async function makeTemplate(connectionString: string): Promise<void> {
  const admin = new Client({ connectionString });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${TEMPLATE}`);
    const pool = new Pool({ connectionString: withDatabase(connectionString, TEMPLATE), max: 1 });
    await migrate(pool, MIGRATIONS);
    await pool.end();
    // An open connection to the template would block every copy.
    await admin.query(`ALTER DATABASE ${TEMPLATE} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  } finally {
    await admin.end();
  }
}
