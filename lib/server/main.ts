import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import next from "next";
import { z } from "zod";
import { EnvironmentError, parseEnvironment, type Environment } from "@/lib/env.ts";
import { EmbeddedPostgresError } from "@/lib/postgres/embedded-postgres-error.ts";
import { MigrationError } from "@/lib/data/migrations/migration-error.ts";
import { PageParts } from "./page-parts.ts";
import { runServer, type Pages } from "./run-server.ts";
import { StartError } from "./start-error.ts";

// V8 lets a heap grow to several times its live size before a full collection. Here most objects made for a report or an
// answer are garbage a moment later: collecting at 1.35 times the live size costs a few per cent of processor time and saves
// a third of the memory (docs/performance.md).
setFlagsFromString("--heap-growing-percent=35");
// V8 allocates objects directly in the old generation if many from the same allocation site survived before. Reports in
// progress are still in use at collection time but garbage a moment later, so the old generation would fill with garbage.
setFlagsFromString("--no-allocation-site-pretenuring");

/**
 * Passes the built configuration to Next the same way as its standalone server does. Reading `next.config.ts` would load
 * Next's compiler into this process: 20 MB that the server does not need otherwise.
 */
function keepBuiltConfig(root: string): void {
  const file = join(root, ".next/required-server-files.json");
  // Without a build, Next itself reports what is missing.
  if (!existsSync(file)) return;
  const { config } = z.object({ config: z.looseObject({}) }).parse(JSON.parse(readFileSync(file, "utf8")));
  process.env["__NEXT_PRIVATE_STANDALONE_CONFIG"] = JSON.stringify(config);
}

async function openPages({ env, root }: { env: Environment; root: string }): Promise<Pages> {
  const isDevelopment = env.mode === "development";
  if (!isDevelopment) keepBuiltConfig(root);
  const app = next({ dev: isDevelopment, dir: root, hostname: env.host, port: env.port });
  await app.prepare();
  const parts = isDevelopment ? null : await PageParts.read(join(root, ".next/static"));
  const handle = app.getRequestHandler();
  return {
    handle: async (message, reply) => {
      if (!parts?.answer(message, reply)) await handle(message, reply);
    },
    upgrade: isDevelopment ? app.getUpgradeHandler() : null,
  };
}

async function main(): Promise<void> {
  const env = parseEnvironment(process.env);
  await runServer({ env, root: process.cwd(), openPages });
}

main().catch((error: unknown) => {
  const isSaid = [EnvironmentError, StartError, EmbeddedPostgresError, MigrationError].some(
    (kind) => error instanceof kind,
  );
  const text =
    error instanceof Error ? (isSaid ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
