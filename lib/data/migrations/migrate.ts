import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";

/** Prisma's own lock for migrations, so that its command line and this runner never work at once. */
const LOCK = 72707369;

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export interface MigrationStatus {
  applied: string[];
  pending: string[];
  /** Sentences about what is not as it should be: a file that changed, a migration that no folder holds. */
  troubles: string[];
}

/** A migration that failed, in words: which file, where in it, and what Postgres said. Nothing of it was kept. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

/** The folders of `prisma/migrations` in their order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.toSorted().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/**
 * Applies what is pending, each file whole in one transaction. Of several that start at once one applies and the
 * others wait and find nothing to do. Rows are written as Prisma writes them.
 * @returns the names that this call applied
 * @throws MigrationError for a file that fails, that changed after it was applied, or for a newer database
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    try {
      await client.query("SET statement_timeout = 0");
      await createHistory(client);
      const migrations = await readMigrations(folder);
      const status = await statusOf(client, migrations);
      if (status.troubles.length > 0) throw new MigrationError(status.troubles.join("\n"));
      for (const migration of migrations) {
        if (status.pending.includes(migration.name)) await apply(client, migration);
      }
      return status.pending;
    } finally {
      await client.query("SELECT pg_advisory_unlock($1)", [LOCK]).catch(() => undefined);
    }
  } finally {
    // Its settings were changed: it does not go back among the others.
    client.release(true);
  }
}

/** What is applied and what is not, without changing anything. */
export async function migrationStatus(pool: pg.Pool, folder: string): Promise<MigrationStatus> {
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

async function createHistory(client: pg.ClientBase): Promise<void> {
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

async function statusOf(client: pg.ClientBase, migrations: readonly Migration[]): Promise<MigrationStatus> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; is_finished: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS is_finished FROM _prisma_migrations
      WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const troubles: string[] = [];
  const applied: string[] = [];
  for (const row of rows) {
    const migration = migrations.find(({ name }) => name === row.migration_name);
    if (!row.is_finished) {
      troubles.push(`Migration ${row.migration_name} was begun by another tool and never finished.`);
    } else if (!migration) {
      troubles.push(
        `Migration ${row.migration_name} is applied, and this version does not know it: the database is newer.`,
      );
    } else if (migration.checksum !== row.checksum) {
      troubles.push(`Migration ${row.migration_name} was changed after it was applied.`);
    } else {
      applied.push(row.migration_name);
    }
  }
  const pending = migrations.map(({ name }) => name).filter((name) => !applied.includes(name));
  return { applied, pending: troubles.length > 0 ? [] : pending, troubles };
}

async function apply(client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query("BEGIN");
  try {
    // Without parameters the whole text goes over as it is, functions and comments with semicolons included.
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, $4, 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new MigrationError(`Migration ${name} failed and nothing of it was kept: ${told(error, sql)}`, {
      cause: error,
    });
  }
}

function told(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  if (!Number.isInteger(position) || position < 1) return error.message;
  return `line ${sql.slice(0, position - 1).split("\n").length}: ${error.message}`;
}
