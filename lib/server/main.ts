import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import next from "next";
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

async function openPages({ env, root }: { env: Environment; root: string }): Promise<Pages> {
  const isDevelopment = env.mode === "development";
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
