import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/data/migrations/migrate.ts";
import { startEmbeddedPostgres } from "@/lib/postgres/start-embedded-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the server; every test file makes a database of its own from the migrated template. */
    postgresUrl: string;
  }
}

export const TEMPLATE = "innkeeper_template";

/** One Postgres for the whole run, with one migrated database that the others are copied from. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "innkeeper-test-"));
  const silent = { info: () => undefined, warn: () => undefined };
  const postgres = await startEmbeddedPostgres({ dataDir, logger: silent, durability: "process" });
  const admin = new pg.Client({ connectionString: postgres.connectionString });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  const pool = new pg.Pool({ connectionString: withDatabase(postgres.connectionString, TEMPLATE), max: 1 });
  await migrate(pool, "prisma/migrations");
  await pool.end();
  project.provide("postgresUrl", postgres.connectionString);
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

export function withDatabase(connectionString: string, database: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.href;
}
