import { randomUUID } from "node:crypto";
import { DatabaseError, type ClientBase, type Pool } from "pg";
import { MigrationError } from "./migration-error.ts";
import { isChecksumOf, readMigrations, type Migration } from "./read-migrations.ts";

export { MigrationError };

/** Prisma's own lock for migrations, so that its command line and this runner never run at the same time. */
const LOCK = 72707369;
const LONGEST_WAIT_MINUTES = 10;
const LOCK_NOT_AVAILABLE = "55P03";

export interface MigrationStatus {
  applied: string[];
  /** Empty if there are problems: then nothing would be applied. */
  pending: string[];
  /** Problems, one sentence each: a changed file, or an applied migration without a folder. */
  troubles: string[];
}

/**
 * Applies pending migrations, each file in one transaction. If several processes start at the same time, one applies them
 * and the others wait and find nothing to do. Rows are written in Prisma's format.
 * @returns the names of the migrations applied by this call
 * @throws MigrationError for a file that fails or was changed after it was applied, or for a newer database
 */
export async function migrate(pool: Pool, folder: string): Promise<string[]> {
  const client = await pool.connect();
  try {
    await takeLock(client);
    await createHistory(client);
    const migrations = await readMigrations(folder);
    const status = await statusOf(client, migrations);
    if (status.troubles.length > 0) throw new MigrationError(status.troubles.join("\n"));
    for (const migration of migrations) {
      if (status.pending.includes(migration.name)) await apply(client, migration);
    }
    return status.pending;
  } finally {
    // The connection has changed settings and the lock: closing it resets both.
    client.release(true);
  }
}

/** Reads which migrations are applied and which are not, without changing anything. */
export async function migrationStatus(pool: Pool, folder: string): Promise<MigrationStatus> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ exists: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists",
    );
    const migrations = await readMigrations(folder);
    if (!rows[0]?.exists) return { applied: [], pending: migrations.map(({ name }) => name), troubles: [] };
    return await statusOf(client, migrations);
  } finally {
    client.release();
  }
}

/** Held until the connection closes. The pool's time limits are meant for requests; a large table may take longer. */
async function takeLock(client: ClientBase): Promise<void> {
  await client.query(
    `SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0;
     SET lock_timeout = '${LONGEST_WAIT_MINUTES}min'`,
  );
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === LOCK_NOT_AVAILABLE)) throw error;
    throw new MigrationError(
      `Another process has been migrating this database for ${LONGEST_WAIT_MINUTES} minutes. Stop it, then start again.`,
      { cause: error },
    );
  }
}

async function createHistory(client: ClientBase): Promise<void> {
  await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`);
}

async function statusOf(client: ClientBase, migrations: readonly Migration[]): Promise<MigrationStatus> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; is_finished: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS is_finished FROM _prisma_migrations
      WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  );
  const troubles: string[] = [];
  const applied: string[] = [];
  for (const row of rows) {
    const migration = migrations.find(({ name }) => name === row.migration_name);
    if (!row.is_finished) {
      troubles.push(`Migration ${row.migration_name} was started by another tool and never finished.`);
    } else if (!migration) {
      troubles.push(
        `Migration ${row.migration_name} is applied but unknown to this version: the database is newer.`,
      );
    } else if (!isChecksumOf(row.checksum, migration)) {
      troubles.push(`Migration ${row.migration_name} was changed after it was applied.`);
    } else {
      applied.push(row.migration_name);
    }
  }
  const pending = migrations.map(({ name }) => name).filter((name) => !applied.includes(name));
  return { applied, pending: troubles.length > 0 ? [] : pending, troubles };
}

async function apply(client: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  if (endsTransactions(sql)) {
    throw new MigrationError(
      `Migration ${name} was not applied: it ends its own transaction, so a failure would leave it half applied.`,
    );
  }
  const startedAt = new Date();
  await client.query("BEGIN");
  try {
    // Without parameters the whole text is sent unchanged, including functions and comments that contain semicolons.
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, $4, 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new MigrationError(
      `Migration ${name} failed and was rolled back completely: ${describe(error, sql)}`,
      {
        cause: error,
      },
    );
  }
}

const QUOTED = /--.*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$/g;
const TRANSACTION_END = /(?:^|;)\s*(?:COMMIT|ROLLBACK|ABORT|END|PREPARE\s+TRANSACTION)\b/i;

/** Whether the text contains a COMMIT or similar statement outside comments, strings and function bodies. */
function endsTransactions(sql: string): boolean {
  const bare = sql.replaceAll(QUOTED, " ").replaceAll(/\bBEGIN\s+ATOMIC\b[\s\S]*?\bEND\b/gi, " ");
  return TRANSACTION_END.test(bare);
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof DatabaseError)) return error instanceof Error ? error.message : String(error);
  const told = error.detail === undefined ? error.message : `${error.message} (${error.detail})`;
  const position = Number(error.position);
  if (!Number.isInteger(position) || position < 1) return told;
  // Postgres counts characters, not UTF-16 units.
  const before = Array.from(sql)
    .slice(0, position - 1)
    .join("");
  const line = before.split("\n").length;
  const column = before.length - before.lastIndexOf("\n");
  return `line ${line}, column ${column} of migration.sql: ${told}`;
}
