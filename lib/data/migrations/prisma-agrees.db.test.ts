import { fileURLToPath } from "node:url";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, postgresUrl, type TestDatabase } from "@/lib/data/testing/test-database.ts";
import { migrate } from "./migrate.ts";
import { openSchemaEngine, type SchemaEngine } from "./schema-engine.ts";
import { writeMigration } from "./write-migration.ts";

const SCHEMA = fileURLToPath(new URL("../../../prisma/schema.prisma", import.meta.url));
const MIGRATIONS = fileURLToPath(new URL("../../../prisma/migrations", import.meta.url));
const NOW = new Date("2026-03-01T12:00:00Z");

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function database(content: "migrated" | "empty"): Promise<TestDatabase> {
  const made = await createTestDatabase(content);
  cleanUps.push(() => made.drop());
  return made;
}

function poolFor({ connectionString }: TestDatabase): Pool {
  const pool = new Pool({ connectionString, max: 2 });
  cleanUps.push(() => pool.end());
  return pool;
}

async function engineFor(
  { connectionString }: TestDatabase,
  schemaPath = SCHEMA,
  migrationsFolder = MIGRATIONS,
): Promise<SchemaEngine> {
  const engine = await openSchemaEngine({ connectionString, schemaPath, migrationsFolder });
  cleanUps.push(() => engine.close());
  return engine;
}

/** The rows written by both runners, without columns that must differ. */
async function history(pool: Pool): Promise<unknown> {
  const rows = await pool.query(
    `SELECT migration_name, checksum, logs, rolled_back_at, applied_steps_count,
            id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' AS has_uuid, started_at <= finished_at AS is_in_order
     FROM _prisma_migrations ORDER BY migration_name`,
  );
  const columns = await pool.query(
    `SELECT column_name, data_type, character_maximum_length, column_default, is_nullable
     FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
  );
  const indexes = await pool.query("SELECT indexdef FROM pg_indexes WHERE tablename = '_prisma_migrations'");
  return { rows: rows.rows, columns: columns.rows, indexes: indexes.rows };
}

describe("Prisma's own engine", () => {
  test("confirms that the migrations produce the schema", async () => {
    const engine = await engineFor(await database("empty"));
    expect(await engine.diffMigrationsToSchema()).toBeNull();
  });

  test("confirms that our database matches the schema and has a clean history", async () => {
    const engine = await engineFor(await database("migrated"));
    expect(await engine.diffDatabaseToSchema()).toBeNull();
    expect(await engine.diagnose()).toEqual({
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
      history: null,
    });
    expect(await engine.applyMigrations()).toEqual([]);
  });

  test("writes the same history as our runner, which can continue one of Prisma's", async () => {
    const [ours, prismas] = [await database("migrated"), await database("empty")];
    const engine = await engineFor(prismas);
    const applied = await engine.applyMigrations();
    expect(applied.length).toBeGreaterThan(0);
    // The engine holds the lock for migrations as long as it is open.
    await engine.close();
    expect(await history(poolFor(ours))).toEqual(await history(poolFor(prismas)));
    expect(await migrate(poolFor(prismas), MIGRATIONS)).toEqual([]);
  });
});

describe("a new migration", () => {
  const HEAD = 'datasource db {\n  provider = "postgresql"\n}\n';
  const HOST = "model Host {\n  id String @id @db.Uuid\n";
  let folder: string;
  let schemaPath: string;
  let migrations: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "innkeeper-schema-"));
    cleanUps.push(() => rm(folder, { recursive: true }));
    schemaPath = join(folder, "schema.prisma");
    migrations = join(folder, "migrations");
    await mkdir(migrations);
  });

  async function develop(schema: string, name: string): Promise<string | null> {
    await writeFile(schemaPath, schema);
    const engine = await engineFor(await database("empty"), schemaPath, migrations);
    const sql = await engine.diffMigrationsToSchema();
    return sql === null ? null : writeMigration({ folder: migrations, name, sql, now: NOW });
  }

  test("leads from the existing ones to the changed schema, and nothing is written without a change", async () => {
    expect(await develop(`${HEAD}${HOST}}`, "hosts")).toBe("20260301120000_hosts");
    expect(await develop(`${HEAD}${HOST}}`, "again")).toBeNull();
    expect(await develop(`${HEAD}${HOST}  name String\n}`, "host_names")).toBe("20260301120001_host_names");

    const made = await database("empty");
    const pool = poolFor(made);
    expect(await migrate(pool, migrations)).toEqual(["20260301120000_hosts", "20260301120001_host_names"]);
    await pool.query(`INSERT INTO "Host" VALUES (gen_random_uuid(), 'hv-01')`);
    const engine = await engineFor(made, schemaPath, migrations);
    expect(await engine.diffDatabaseToSchema()).toBeNull();
    expect(await engine.diagnose()).toMatchObject({ history: null, editedMigrationNames: [] });
  });

  test("detects manual changes in a database", async () => {
    await develop(`${HEAD}${HOST}}`, "hosts");
    const made = await database("empty");
    const pool = poolFor(made);
    await migrate(pool, migrations);
    await pool.query(`ALTER TABLE "Host" ADD COLUMN extra text`);
    const engine = await engineFor(made, schemaPath, migrations);
    expect(await engine.diffDatabaseToSchema()).toContain('DROP COLUMN "extra"');
  });

  test("leaves no shadow database behind", async () => {
    await develop(`${HEAD}${HOST}}`, "hosts");
    for (const cleanUp of cleanUps.splice(1).toReversed()) await cleanUp();
    const pool = new Pool({ connectionString: postgresUrl(), max: 1 });
    const { rows } = await pool.query("SELECT datname FROM pg_database WHERE datname LIKE '%shadow%'");
    await pool.end();
    expect(rows).toEqual([]);
  });
});
