import { fileURLToPath } from "node:url";
import { Client, Pool } from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/data/migrations/migrate.ts";
import { startTemporaryPostgres } from "@/lib/postgres/start-temporary-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the server; every test file makes a database of its own there. */
    postgresUrl: string;
  }
}

/** A database that holds what the migrations make and nothing else. */
export const TEMPLATE = "innkeeper_template";

const MIGRATIONS = fileURLToPath(new URL("../../../prisma/migrations", import.meta.url));

/** One Postgres for the whole run, with one migrated database that the others are copied from. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const silent = { info: () => undefined, warn: () => undefined };
  const postgres = await startTemporaryPostgres({ logger: silent });
  try {
    await makeTemplate(postgres.connectionString);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  project.provide("postgresUrl", postgres.connectionString);
  return () => postgres.stop();
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
    // A connection to it would stop every copy.
    await admin.query(`ALTER DATABASE ${TEMPLATE} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  } finally {
    await admin.end();
  }
}
