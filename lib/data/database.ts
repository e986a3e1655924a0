import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, types, type CustomTypesConfig } from "pg";
import { PrismaClient } from "@/prisma/generated/client.ts";

/** The one pool of the process, and Prisma on top of it. */
export interface Database {
  pool: Pool;
  prisma: PrismaClient;
}

// The server's bundle and Next's are two module graphs in one process: a registered symbol is what they share.
const KEY = Symbol.for("innkeeper.database");
const shared = globalThis as typeof globalThis & { [KEY]?: Database };

/** Whoever is refused is to hear it within a second. */
const CONNECT_LIMIT_MS = 800;

const INT8 = 20;
const TEXT_ARRAY = 1009;
const TIMESTAMPTZ = 1184;

/** Counts, sizes and times in rows come as plain JSON: every int8 here is below 2^53, every time an ISO string. */
const plainTypes: CustomTypesConfig = {
  getTypeParser(oid, format) {
    const isText = format !== "binary";
    const type: number = oid;
    if (isText && type === INT8) return Number;
    if (isText && type === TIMESTAMPTZ) return (value: string) => new Date(value).toISOString();
    // The library declares its parsers as `any`; each takes the text of a value and answers what it stands for.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const parse = types.getTypeParser(oid, format) as (value: string) => unknown;
    if (!isText || type !== TEXT_ARRAY) return parse;
    return (value: string) => (isPlainArray(value) ? value.slice(1, -1).split(",") : parse(value));
  },
};

/** Of words without quotes, none of them absent. The library goes through any array letter by letter. */
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
 * A connection that cannot be had within `connectTimeoutMs` is an error, so that a request is refused and not kept.
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
    // Connections stay open: one that has to be made while the process is busy would count as a database that is away.
    idleTimeoutMillis: 0,
    keepAlive: true,
    // Statements that do not wait for one another's answers are sent together: each trip costs more than what it asks.
    pipeline: true,
    application_name: "innkeeper",
    types: plainTypes,
    options:
      "-c synchronous_commit=on -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000",
  });
  // An idle connection that breaks is replaced at the next use; unheard, the event would end the process.
  pool.on("error", (error) => options.onError?.(error));
  // The pool listens to connections at rest alone. One that breaks at work, between two statements, would end the process
  // as well; its next statement meets the error and tells whoever sent it.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const database = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
  shared[KEY] = database;
  return database;
}

/**
 * Opens every connection of the pool, which then stay open. From here on one that cannot be had within
 * `connectTimeoutMs` counts as a database that is away; until then nobody waits but the start.
 */
export async function warmPool(pool: Pool, connectTimeoutMs = CONNECT_LIMIT_MS): Promise<void> {
  const clients = await Promise.allSettled(Array.from({ length: pool.options.max }, () => pool.connect()));
  for (const client of clients) if (client.status === "fulfilled") client.value.release();
  pool.options.connectionTimeoutMillis = connectTimeoutMs;
}

/** @throws where nothing was opened: a programming error, not the database's. */
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
