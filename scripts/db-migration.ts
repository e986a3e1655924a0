// npm run db:migration -- NAME: writes the migration from the existing migrations to prisma/schema.prisma.
import { fileURLToPath } from "node:url";
import { openSchemaEngine } from "@/lib/data/migrations/schema-engine.ts";
import { writeMigration } from "@/lib/data/migrations/write-migration.ts";
import { startTemporaryPostgres } from "@/lib/postgres/start-temporary-postgres.ts";

const SCHEMA = fileURLToPath(new URL("../prisma/schema.prisma", import.meta.url));
const MIGRATIONS = fileURLToPath(new URL("../prisma/migrations", import.meta.url));

const [name = "", ...rest] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]*$/.test(name) || rest.length > 0) {
  console.error("Usage: npm run db:migration -- NAME, where NAME is lower case, such as add_saved_views");
  process.exitCode = 2;
} else {
  const silent = { info: () => undefined, warn: () => undefined };
  const postgres = await startTemporaryPostgres({ logger: silent });
  try {
    const engine = await openSchemaEngine({
      connectionString: postgres.connectionString,
      schemaPath: SCHEMA,
      migrationsFolder: MIGRATIONS,
    });
    const sql = await engine.diffMigrationsToSchema();
    await engine.close();
    if (sql === null) {
      console.log("The migrations already match prisma/schema.prisma. Nothing was written.");
    } else {
      const written = await writeMigration({ folder: MIGRATIONS, name, sql, now: new Date() });
      console.log(
        `Created prisma/migrations/${written}/migration.sql. Review it, then start the server to apply it.`,
      );
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await postgres.stop();
  }
}
