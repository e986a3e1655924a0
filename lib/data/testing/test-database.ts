import { randomBytes } from "node:crypto";
import { Client, type QueryResultRow } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, openDatabase } from "@/lib/data/database.ts";
import { pollUntil } from "@/lib/postgres/poll-until.ts";
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
    drop: async () => {
      await untilLeft(name);
      await asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/**
 * Waits until ended connections are closed, or for a second. A pool has ended when its goodbyes are sent: a connection that is
 * closed by force after that has no listener for its error.
 */
async function untilLeft(name: string): Promise<void> {
  await pollUntil(
    async () => {
      const [row] = await asAdmin<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = '${name}'`,
      );
      return row?.n === 0 ? true : null;
    },
    { everyMilliseconds: 20, timeoutMilliseconds: 1_000 },
  );
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

async function asAdmin<Row extends QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: postgresUrl() });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
