import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, types, type CustomTypesConfig } from "pg";
import { PrismaClient } from "@/prisma/generated/client.ts";

/** The one pool of the process, and Prisma on top of it. */
export interface Database {
  pool: Pool;
  prisma: PrismaClient;
}

// The server's bundle and Next's are two module graphs in one process. They share state through a registered symbol.
const KEY = Symbol.for("innkeeper.database");
const shared = globalThis as typeof globalThis & { [KEY]?: Database };

/** A refused caller gets its answer within a second. */
const CONNECT_LIMIT_MS = 800;

const INT8 = 20;
const TEXT_ARRAY = 1009;
const TIMESTAMPTZ = 1184;

/** Counts, sizes and times in rows are returned as plain JSON: every int8 here is below 2^53, every time an ISO string. */
const plainTypes: CustomTypesConfig = {
  getTypeParser(oid, format) {
    const isText = format !== "binary";
    const type: number = oid;
    if (isText && type === INT8) return Number;
    if (isText && type === TIMESTAMPTZ) return (value: string) => new Date(value).toISOString();
    // The library declares its parsers as `any`; each converts the text of a value into the value.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const parse = types.getTypeParser(oid, format) as (value: string) => unknown;
    if (!isText || type !== TEXT_ARRAY) return parse;
    return (value: string) => (isPlainArray(value) ? value.slice(1, -1).split(",") : parse(value));
  },
};

/** Parses an array of unquoted, non-null words. The library parses every array character by character. */
function isPlainArray(text: string): boolean {
  return (
    text.length > 2 &&
    text.startsWith("{") &&
    !text.includes('"') &&
    !text.includes("NULL") &&
    text.lastIndexOf("{") === 0
  );
}

/**
 * Opens the pool and shares it with both module graphs.
 * If no connection is available within `connectTimeoutMs`, an error is thrown, so that a request is refused instead of waiting.
 */
export function openDatabase(options: {
  url: string;
  poolSize: number;
  connectTimeoutMs?: number;
  onError?: (error: Error) => void;
}): Database {
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: options.connectTimeoutMs ?? CONNECT_LIMIT_MS,
    // Connections stay open: opening one while the process is busy could time out and look like an unavailable database.
    idleTimeoutMillis: 0,
    keepAlive: true,
    // Independent statements are sent together: a round trip costs more than the statement itself.
    pipeline: true,
    application_name: "innkeeper",
    types: plainTypes,
    options:
      "-c synchronous_commit=on -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000",
  });
  // A broken idle connection is replaced at the next use; without a listener, the event would end the process.
  pool.on("error", (error) => options.onError?.(error));
  // The pool listens only to idle connections. A connection in use that breaks between two statements would end the
  // process as well; its next statement fails and reports the error to its caller.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const database = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
  shared[KEY] = database;
  return database;
}

/**
 * Opens all connections of the pool, which then stay open. From here on, failing to get a connection within
 * `connectTimeoutMs` means that the database is unavailable; until then only startup waits.
 */
export async function warmPool(pool: Pool, connectTimeoutMs = CONNECT_LIMIT_MS): Promise<void> {
  const clients = await Promise.allSettled(Array.from({ length: pool.options.max }, () => pool.connect()));
  for (const client of clients) if (client.status === "fulfilled") client.value.release();
  pool.options.connectionTimeoutMillis = connectTimeoutMs;
}

/** @throws if the database was never opened, which is a programming error */
export function getDatabase(): Database {
  const database = shared[KEY];
  if (!database) throw new Error("The database is not open.");
  return database;
}

export async function closeDatabase(): Promise<void> {
  const database = shared[KEY];
  if (!database) return;
  delete shared[KEY];
  await database.prisma.$disconnect();
  if (!database.pool.ended) await database.pool.end();
}
