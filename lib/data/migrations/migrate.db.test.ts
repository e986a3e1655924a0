import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/data/testing/test-database.ts";
import { migrate, migrationStatus } from "./migrate.ts";

let database: TestDatabase;
let pool: Pool;
let folder: string;
const cleanUps: (() => Promise<void>)[] = [];

beforeEach(async () => {
  database = await createTestDatabase("empty");
  pool = new Pool({ connectionString: database.connectionString, max: 6 });
  folder = await mkdtemp(join(tmpdir(), "innkeeper-migrations-"));
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  await pool.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function give(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), sql);
}

async function tables(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

const FIRST = "20260101000000_first";
const SECOND = "20260102000000_second";

describe("pending migrations", () => {
  test("are applied once, in the order of their names", async () => {
    await give(SECOND, "INSERT INTO hosts VALUES (1);");
    await give(FIRST, "CREATE TABLE hosts (id int);");
    expect(await migrationStatus(pool, folder)).toEqual({
      applied: [],
      pending: [FIRST, SECOND],
      troubles: [],
    });
    expect(await migrate(pool, folder)).toEqual([FIRST, SECOND]);
    expect(await migrate(pool, folder)).toEqual([]);
    expect(await migrationStatus(pool, folder)).toEqual({
      applied: [FIRST, SECOND],
      pending: [],
      troubles: [],
    });
    expect((await pool.query("SELECT id FROM hosts")).rows).toEqual([{ id: 1 }]);
  });

  test("can be empty", async () => {
    expect(await migrate(pool, folder)).toEqual([]);
    expect(await tables()).toEqual(["_prisma_migrations"]);
  });

  test("are sent as a whole: semicolons in strings, comments and functions do not split them", async () => {
    await give(
      FIRST,
      `-- a comment; COMMIT; and more
       CREATE TABLE words (word text DEFAULT 'a;b; COMMIT;');
       CREATE FUNCTION say() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'x;y'; END; $$;
       CREATE FUNCTION one() RETURNS int BEGIN ATOMIC SELECT 1; END;
       INSERT INTO words DEFAULT VALUES;`,
    );
    await migrate(pool, folder);
    expect((await pool.query("SELECT word, say(), one() FROM words")).rows).toEqual([
      { word: "a;b; COMMIT;", say: "x;y", one: 1 },
    ]);
  });

  test("are applied by one of four processes that start at once, and the others wait for it", async () => {
    await give(FIRST, "SELECT pg_sleep(0.3); CREATE TABLE hosts (id int);");
    const pools = Array.from({ length: 4 }, () => new Pool({ connectionString: database.connectionString }));
    const done = await Promise.all(pools.map((each) => migrate(each, folder)));
    await Promise.all(pools.map((each) => each.end()));
    expect(done.flat()).toEqual([FIRST]);
    expect(await tables()).toEqual(["_prisma_migrations", "hosts"]);
  });

  test("may take longer than the pool allows a request", async () => {
    await give(FIRST, "SELECT pg_sleep(0.3);");
    const hasty = new Pool({
      connectionString: database.connectionString,
      options: "-c statement_timeout=100",
    });
    cleanUps.push(() => hasty.end());
    expect(await migrate(hasty, folder)).toEqual([FIRST]);
  });
});

describe("a migration that fails", () => {
  test.each([
    {
      name: "by its syntax, with line and column",
      sql: "CREATE TABLE ok (id int);\n-- ünïcode 🏨\nCREATE TABEL oops (id int);",
      says: 'line 3, column 8 of migration.sql: syntax error at or near "TABEL"',
    },
    {
      name: "by its data, with the row",
      sql: "CREATE TABLE ok (id int PRIMARY KEY);\nINSERT INTO ok VALUES (1), (1);",
      says: 'duplicate key value violates unique constraint "ok_pkey" (Key (id)=(1) already exists.)',
    },
  ])("is reported $name, and leaves nothing behind", async ({ sql, says }) => {
    await give(FIRST, "CREATE TABLE hosts (id int);");
    await give(SECOND, sql);
    await expect(migrate(pool, folder)).rejects.toThrow(
      `Migration ${SECOND} failed and was rolled back completely: ${says}`,
    );
    expect(await tables()).toEqual(["_prisma_migrations", "hosts"]);
    expect(await migrationStatus(pool, folder)).toEqual({
      applied: [FIRST],
      pending: [SECOND],
      troubles: [],
    });

    await give(SECOND, "CREATE TABLE ok (id int);");
    expect(await migrate(pool, folder)).toEqual([SECOND]);
  });

  test.each(["COMMIT;", "CREATE TABLE ok (id int); commit", "/* no */ ROLLBACK;", "SELECT 1;\nEND;"])(
    "is not started if it would end its own transaction: %s",
    async (sql) => {
      await give(FIRST, sql);
      await expect(migrate(pool, folder)).rejects.toThrow("it ends its own transaction");
      expect(await tables()).toEqual(["_prisma_migrations"]);
    },
  );
});

describe("a history that does not fit", () => {
  beforeEach(async () => {
    await give(FIRST, "CREATE TABLE hosts (id int);\n");
    await migrate(pool, folder);
  });

  test.each([
    {
      name: "an applied file was changed",
      change: () => give(FIRST, "CREATE TABLE hosts (id bigint);\n"),
      trouble: `Migration ${FIRST} was changed after it was applied.`,
    },
    {
      name: "a newer version was here",
      change: () => rm(join(folder, FIRST), { recursive: true }),
      trouble: `Migration ${FIRST} is applied but unknown to this version: the database is newer.`,
    },
    {
      name: "another tool's migration never finished",
      change: () => pool.query("UPDATE _prisma_migrations SET finished_at = NULL"),
      trouble: `Migration ${FIRST} was started by another tool and never finished.`,
    },
  ])("because $name is reported, and nothing more is applied", async ({ change, trouble }) => {
    await change();
    await give(SECOND, "CREATE TABLE vms (id int);");
    expect(await migrationStatus(pool, folder)).toMatchObject({ pending: [], troubles: [trouble] });
    await expect(migrate(pool, folder)).rejects.toThrow(trouble);
    expect(await tables()).not.toContain("vms");
  });

  test("does not include a migration that was rolled back", async () => {
    await pool.query("UPDATE _prisma_migrations SET rolled_back_at = now(), finished_at = NULL");
    await pool.query("DROP TABLE hosts");
    expect(await migrate(pool, folder)).toEqual([FIRST]);
  });

  test("does not result from a checkout with different line endings", async () => {
    await give(FIRST, "CREATE TABLE hosts (id int);\r\n");
    expect(await migrate(pool, folder)).toEqual([]);
  });
});

test("a folder without its file is reported by name", async () => {
  await mkdir(join(folder, FIRST));
  await expect(migrate(pool, folder)).rejects.toThrow(`The file of migration ${FIRST} cannot be read`);
});
