import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { MigrationError } from "./migration-error.ts";

export interface Migration {
  name: string;
  sql: string;
  /** Computed like Prisma's: the SHA-256 of the file. */
  checksum: string;
}

/** The folders of `prisma/migrations` in their order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new MigrationError(`The migrations in ${folder} cannot be read: ${String(error)}`, {
      cause: error,
    });
  });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.toSorted().map((name) => readMigration(folder, name)));
}

/** Whether a row's checksum matches this file, regardless of line endings. */
export function isChecksumOf(checksum: string, { sql }: Migration): boolean {
  const unix = sql.replaceAll("\r\n", "\n");
  return [sql, unix, unix.replaceAll("\n", "\r\n")].some((text) => checksumOf(text) === checksum);
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const path = join(folder, name, "migration.sql");
  try {
    const sql = await readFile(path, "utf8");
    return { name, sql, checksum: checksumOf(sql) };
  } catch (error) {
    throw new MigrationError(`The file of migration ${name} cannot be read: ${path}`, { cause: error });
  }
}

function checksumOf(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}
