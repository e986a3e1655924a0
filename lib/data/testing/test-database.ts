import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, openDatabase } from "@/lib/data/database.ts";
import { TEMPLATE, withDatabase } from "./start-postgres.ts";

/** A migrated database for one test file, opened as the process's own, and dropped afterwards. */
export function useTestDatabase(): void {
  const name = `innkeeper_${randomBytes(6).toString("hex")}`;
  beforeAll(async () => {
    await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    openDatabase({
      url: withDatabase(inject("postgresUrl"), name),
      poolSize: 8,
      connectTimeoutMs: 10_000,
      // The server ends what is still open when the database is dropped.
      onError: () => undefined,
    });
  });
  afterAll(async () => {
    await closeDatabase();
    await asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  // Copies of one template are made one after the other.
  await client.query("SELECT pg_advisory_lock(1)");
  await client.query(sql);
  await client.end();
}
