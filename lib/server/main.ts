import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import next from "next";
import { z } from "zod";
import { EnvironmentError, parseEnvironment, type Environment } from "@/lib/env.ts";
import { EmbeddedPostgresError } from "@/lib/postgres/embedded-postgres-error.ts";
import { MigrationError } from "@/lib/data/migrations/migration-error.ts";
import { StartError } from "./open-storage.ts";
import { PageParts } from "./page-parts.ts";
import { runServer, type Pages } from "./run-server.ts";

// V8 lets a heap grow to several times what lives in it before it collects the whole of it. Here most of what is made for
// a report or an answer is garbage a moment later: to collect at half as much again costs a few per cent of processor time
// at most, and saves a third of the memory (docs/performance.md).
setFlagsFromString("--heap-growing-percent=50");
// V8 moves what a place in the code makes straight to its old generation once it saw much of that still in use. Of reports
// that are at work whenever it looks this is true, and a moment later false: the old generation fills with garbage.
setFlagsFromString("--no-allocation-site-pretenuring");

/**
 * The configuration as the build left it, handed to Next the way its own standalone server does. Read from
 * `next.config.ts` it would need Next's compiler in this process: 20 MB that nothing else of a server uses.
 */
function keepBuiltConfig(root: string): void {
  const file = join(root, ".next/required-server-files.json");
  // Without a build Next itself says what is missing.
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
