import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, openDatabase } from "@/lib/data/database.ts";
import { TEMPLATE, withDatabase } from "./start-postgres.ts";

export interface TestDatabase {
  connectionString: string;
  drop(): Promise<void>;
}

/** The URL of this worker's own Postgres. */
export function postgresUrl(): string {
  const url = inject("postgresUrls")[Number(process.env["VITEST_POOL_ID"]) - 1];
  if (url === undefined) throw new Error("This worker has no Postgres.");
  return url;
}

/** A separate database on the worker's Postgres, migrated or empty. */
export async function createTestDatabase(content: "migrated" | "empty" = "migrated"): Promise<TestDatabase> {
  const name = `innkeeper_${randomBytes(6).toString("hex")}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${content === "migrated" ? TEMPLATE : "template0"}`);
  return {
    connectionString: withDatabase(postgresUrl(), name),
    drop: () => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** A migrated database for one test file, opened as the process's database and dropped afterwards. */
export function useTestDatabase(): void {
  let database: TestDatabase | null = null;
  beforeAll(async () => {
    database = await createTestDatabase();
    openDatabase({
      url: database.connectionString,
      poolSize: 8,
      connectTimeoutMs: 10_000,
      // The server closes remaining connections when the database is dropped.
      onError: () => undefined,
    });
  });
  afterAll(async () => {
    await closeDatabase();
    forgetWhatWasShared();
    await database?.drop();
  });
}

/** Data read from a database is cached by its versions, which restart in the next test file's database. */
function forgetWhatWasShared(): void {
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (Symbol.keyFor(key)?.startsWith("innkeeper.")) Reflect.deleteProperty(globalThis, key);
}

async function asAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: postgresUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
