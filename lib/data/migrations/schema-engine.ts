// Prisma's schema engine in WebAssembly, for development and tests only: production never loads this file.
import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type * as Engine from "@prisma/schema-engine-wasm";
import { Client, Pool } from "pg";
import { readMigrations } from "./read-migrations.ts";
import { LOCK_FILE } from "./write-migration.ts";

const FILTERS: Engine.SchemaFilter = { externalTables: [], externalEnums: [] };

export interface SchemaEngine {
  /** The SQL that leads from the migrations to the schema; null if they are equal. */
  diffMigrationsToSchema(): Promise<string | null>;
  /** The SQL that leads from the current database to the schema; null if they are equal. */
  diffDatabaseToSchema(): Promise<string | null>;
  /** Prisma's diagnosis of the migration history in the database. */
  diagnose(): Promise<Engine.DiagnoseMigrationHistoryOutput>;
  /** Applies pending migrations like Prisma's own command line. */
  applyMigrations(): Promise<string[]>;
  /** Also releases Prisma's lock for migrations, which an open engine holds. */
  close(): Promise<void>;
}

/** Opens the engine on a database, a schema file and a folder of migrations. */
export async function openSchemaEngine({
  connectionString,
  schemaPath,
  migrationsFolder,
}: {
  connectionString: string;
  schemaPath: string;
  migrationsFolder: string;
}): Promise<SchemaEngine> {
  const schema = { files: [{ path: schemaPath, content: await readFile(schemaPath, "utf8") }] };
  const adapters = new MigrationAdapterFactory(connectionString);
  const SchemaEngine = await loadEngine();
  const engine = await SchemaEngine.new(
    { datamodels: schema.files.map(({ path, content }): [string, string] => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapters),
  );

  let isOpen = true;
  const diff = async (from: Engine.DiffTarget): Promise<string | null> => {
    const to: Engine.DiffTarget = { tag: "schemaDatamodel", ...schema };
    const result = await engine.diff({ from, to, script: true, exitCode: true, filters: FILTERS });
    if (result.exitCode !== 2) return null;
    if (result.stdout === null) throw new Error("The engine found a difference but did not report it.");
    return result.stdout;
  };
  return {
    diffMigrationsToSchema: async () =>
      diff({ tag: "migrations", ...(await listMigrations(migrationsFolder)) }),
    diffDatabaseToSchema: () => diff({ tag: "schemaDatasource", ...schema, configDir: dirname(schemaPath) }),
    async diagnose() {
      const migrationsList = await listMigrations(migrationsFolder);
      return engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: FILTERS,
      });
    },
    async applyMigrations() {
      const migrationsList = await listMigrations(migrationsFolder);
      return (await engine.applyMigrations({ migrationsList, filters: FILTERS })).appliedMigrationNames;
    },
    async close() {
      if (isOpen) engine.free();
      isOpen = false;
      await adapters.close();
    },
  };
}

/** The package's own entry imports a `.wasm` file, which Node 20 cannot do; this code does the work of a bundler. */
async function instantiateEngine() {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const { SchemaEngine, __wbg_set_wasm: setWasm } = glue;
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const code = await WebAssembly.compile(await readFile(join(dirname(path), "schema_engine_bg.wasm")));
  const { exports } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": { ...glue } });
  setWasm(exports);
  // The engine reports a panic through this global.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => undefined } });
  const start = exports["__wbindgen_start"];
  if (typeof start === "function") Reflect.apply(start, undefined, []);
  return SchemaEngine;
}

/** Loaded once: the glue code keeps views of one instance's memory and cannot serve a second one. */
let loading: ReturnType<typeof instantiateEngine> | undefined;
function loadEngine(): ReturnType<typeof instantiateEngine> {
  loading ??= instantiateEngine();
  return loading;
}

async function listMigrations(folder: string): Promise<Engine.MigrationList> {
  const migrations = await readMigrations(folder);
  // Before the first migration this file is missing, and the engine would not know the type of database.
  const lockfile = await readFile(join(folder, "migration_lock.toml"), "utf8").catch(() => LOCK_FILE);
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

const CHAR = 18;
const UUID = 2950;

/** The ordinary adapter, with fixes that migrations need and a shadow database that is dropped after use. */
class MigrationAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  private readonly connectionString: string;
  private readonly openAdapters = new Set<SqlDriverAdapter>();

  constructor(connectionString: string) {
    this.connectionString = connectionString;
  }

  connect(): Promise<SqlDriverAdapter> {
    return this.open(this.connectionString, async () => undefined);
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `innkeeper_shadow_${randomUUID().replaceAll("-", "")}`;
    await this.administer(`CREATE DATABASE ${name}`);
    // Set in the connection string itself, because it overrides a separate database option.
    const address = new URL(this.connectionString);
    address.pathname = `/${name}`;
    return this.open(address.href, () => this.administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  }

  /** The engine does not dispose of every adapter that it requested. */
  async close(): Promise<void> {
    for (const adapter of this.openAdapters) await adapter.dispose();
  }

  private async open(connectionString: string, afterwards: () => Promise<void>): Promise<SqlDriverAdapter> {
    // One connection: the engine's advisory lock belongs to a session.
    const pool = new Pool({ connectionString, max: 1 });
    pool.on("connect", (client) => {
      if ("connection" in client && client.connection instanceof EventEmitter) {
        client.connection.prependListener("rowDescription", renameCharToUuid);
      }
    });
    const adapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    // The adapter's own method splits at every semicolon, even in comments, strings and function bodies.
    adapter.executeScript = async (script) => void (await pool.query(script));
    adapter.dispose = async () => {
      if (!this.openAdapters.delete(adapter)) return;
      await pool.end();
      await afterwards();
    };
    this.openAdapters.add(adapter);
    return adapter;
  }

  private async administer(sql: string): Promise<void> {
    const client = new Client({ connectionString: this.connectionString });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
}

/**
 * The adapter rejects Postgres's type "char", which every introspection result contains. The type is presented to it as
 * uuid, and its result is converted back to characters.
 */
function renameCharToUuid(message: { fields: { dataTypeID: number }[] }): void {
  for (const field of message.fields) if (field.dataTypeID === CHAR) field.dataTypeID = UUID;
}
