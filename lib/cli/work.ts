import { join } from "node:path";
import { countFleet } from "@/lib/data/access/database-state.ts";
import { closeDatabase, getDatabase, openDatabase } from "@/lib/data/database.ts";
import { migrationStatus } from "@/lib/data/migrations/migrate.ts";
import { parseEnvironment } from "@/lib/env.ts";
import { defaultDataDirectory } from "@/lib/postgres/data-directory.ts";
import { findRunningPostgres } from "@/lib/postgres/find-running-postgres.ts";
import { openStorage } from "@/lib/server/open-storage.ts";

export { listWaitingAgents } from "@/lib/data/access/agents.ts";
export { decideOnAgent } from "@/lib/services/agents/decide-on-agent.ts";
export { createApiToken } from "@/lib/services/tokens/create-api-token.ts";
export { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
export { listApiTokens } from "@/lib/services/tokens/list-api-tokens.ts";
export { listEnrolmentKeys } from "@/lib/services/tokens/list-enrolment-keys.ts";
export { revokeApiToken, revokeEnrolmentKey } from "@/lib/services/tokens/revoke.ts";
export { findHost } from "@/lib/services/hosts/find-host.ts";
export { restoreHost } from "@/lib/services/hosts/restore-host.ts";
export { retireHost } from "@/lib/services/hosts/retire-host.ts";
export { listHosts } from "@/lib/services/list-hosts.ts";
export { createUser } from "@/lib/services/auth/set-up.ts";
export { createSignInLink } from "@/lib/services/auth/sign-in-link.ts";
export { importReports } from "./import-reports.ts";
export { rejudge } from "./rejudge.ts";

const MIGRATIONS = join(process.cwd(), "prisma/migrations");

/** Runs in the database of the running server, or in the packaged one, which is started for that time. */
export async function inDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  const env = parseEnvironment(process.env);
  const dataDir = env.dataDir ?? defaultDataDirectory();
  const running = env.databaseUrl === null ? await findRunningPostgres(dataDir) : null;
  if (running !== null) {
    openDatabase({ url: running.connectionString, poolSize: 2, connectTimeoutMs: 10_000 });
    try {
      return await work();
    } finally {
      await closeDatabase();
    }
  }
  const silent = { info: () => undefined, warn: () => undefined };
  const storage = await openStorage({
    env,
    dataDir,
    migrations: MIGRATIONS,
    logger: silent,
    onError: () => undefined,
  });
  try {
    return await work();
  } finally {
    await storage.close();
  }
}

/** Contents of the database, and pending migrations. */
export async function readStatus() {
  return { ...(await countFleet()), ...(await migrationStatus(getDatabase().pool, MIGRATIONS)) };
}
