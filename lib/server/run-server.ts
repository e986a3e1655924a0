import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { closeProber, openProber } from "@/lib/data/access/database-state.ts";
import type { Environment } from "@/lib/env.ts";
import { Admission } from "@/lib/http/admission.ts";
import type { HttpServices } from "@/lib/http/context.ts";
import { DatabaseGate } from "@/lib/http/database-gate.ts";
import { Metrics } from "@/lib/http/metrics.ts";
import { defaultDataDirectory } from "@/lib/postgres/data-directory.ts";
import { openAuth } from "@/lib/services/auth/auth.ts";
import { issueSetUpCode } from "@/lib/services/auth/set-up.ts";
import { keepHouse } from "@/lib/services/keep-house.ts";
import { readProcessCounts } from "@/lib/services/process-counts.ts";
import { refreshVmIndex } from "@/lib/services/vm-index.ts";
import { sweepSilence } from "@/lib/services/sweep-silence.ts";
import { startJobs } from "./jobs.ts";
import { rejudgeOnce } from "./rejudge-once.ts";
import { createListener, type NextHandler } from "./listener.ts";
import { makeLogger } from "./make-logger.ts";
import { openStorage } from "./open-storage.ts";
import { readOrMakeSecret } from "./secret-file.ts";
import { StartError, toReason } from "./start-error.ts";

/** Answers all requests other than the API. */
export interface Pages {
  handle: NextHandler;
  /** Handles protocol upgrades, if supported. */
  upgrade: ((message: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>) | null;
}

const SWEEP_MS = 5_000;
/** The first list of VMs after a start or a quiet night does not wait for all of them to be read. */
const INDEX_MS = 60_000;
const HOUSE_MS = 3_600_000;
const REJUDGE_MS = 60_000;
const GRACE_MS = 20_000;
const IDLE_CLOSE_MS = 100;

/** Starts the whole product and stops it cleanly on a signal. */
export async function runServer(options: {
  env: Environment;
  /** Folder that contains `prisma/migrations`. */
  root: string;
  openPages: (at: { env: Environment; root: string }) => Promise<Pages>;
}): Promise<void> {
  const { env, root } = options;
  const logger = makeLogger(env.logLevel);
  const dataDir = env.dataDir ?? defaultDataDirectory();
  await mkdir(dataDir, { recursive: true }).catch((error: unknown) => {
    throw new StartError(`INNKEEPER_DATA_DIR: the data directory cannot be used: ${toReason(error)}`);
  });
  const storage = await openStorage({
    env,
    dataDir,
    migrations: join(root, "prisma/migrations"),
    logger,
    onError: (error) => logger.warn({ err: error }, "An idle database connection was lost"),
  });
  await openProber();
  openAuth({
    secret: env.secret ?? (await readOrMakeSecret(dataDir)),
    isSecure: env.tls !== null || (env.publicUrl?.startsWith("https:") ?? false),
    publicUrl: env.publicUrl,
    onError: ({ message, error }) => logger.error({ err: error }, message),
  });

  let isServing = true;
  const services: HttpServices = {
    logger,
    metrics: new Metrics(),
    // Two connections stay free for reads while all others store reports.
    admission: new Admission({
      workers: Math.max(1, env.databasePoolSize - 2),
      queue: env.databasePoolSize * 2,
    }),
    databaseGate: new DatabaseGate({
      probe: async () => void (await readProcessCounts()),
      onChange: (isAway) =>
        logger.warn({}, isAway ? "The database is unavailable" : "The database is available again"),
    }),
    metricsToken: env.metricsToken,
    agentPackageFolder: join(root, "dist/agent"),
    reportIntervalSeconds: env.reportIntervalSeconds,
    isServing: () => isServing,
  };

  const pages = await options.openPages({ env, root });
  const server = await createListener({
    services,
    next: (message, reply) => pages.handle(message, reply),
    isDevelopment: env.mode === "development",
    tls: env.tls,
    publicUrl: env.publicUrl,
    isTrustedProxy: env.trustProxy,
  });
  const { upgrade } = pages;
  if (upgrade) {
    server.on("upgrade", (message, socket, head) => {
      upgrade(message, socket, head).catch(() => socket.destroy());
    });
  }
  await listen(server, env);
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : env.port;
  await greet(env, port);

  const stopWork = [
    await startJobs({ connectionString: storage.url, logger }),
    every(SWEEP_MS, () => sweepSilence(new Date()), services),
    every(HOUSE_MS, () => keepHouse(new Date()), services),
    every(INDEX_MS, () => refreshVmIndex(new Date()), services),
    every(REJUDGE_MS, rejudgeOnce({ logger, isStopped: () => !isServing }), services),
  ];
  const stop = async (signal: string) => {
    if (!isServing) return;
    isServing = false;
    logger.info({ signal }, "Stopping: finishing accepted requests");
    const forced = setTimeout(() => process.exit(1), GRACE_MS);
    forced.unref();
    await Promise.all(stopWork.map((end) => end()));
    await closeWhenAnswered(server);
    server.closeAllConnections();
    services.databaseGate.close();
    await closeProber();
    await storage.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => void stop(signal).catch(() => process.exit(1)));
}

/** @throws StartError if the address is not free or not of this machine */
async function listen(server: Server, { host, port }: Environment): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    throw new StartError(
      `PORT, HOST: the server cannot listen on port ${port} of ${host}: ${toReason(error)}`,
    );
  }
}

/** Resolves once every accepted request is answered. A client that keeps its connection would otherwise hold it for minutes. */
async function closeWhenAnswered(server: Server): Promise<void> {
  const closing = setInterval(() => server.closeIdleConnections(), IDLE_CLOSE_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearInterval(closing);
}

/** Runs work periodically, never twice at the same time. Failures are logged and retried. */
function every(
  milliseconds: number,
  work: () => Promise<unknown>,
  { logger, databaseGate }: HttpServices,
): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const run = () => {
    if (isBusy || databaseGate.isAway) return;
    isBusy = true;
    running = work()
      .catch((error: unknown) => logger.warn({ err: error }, "A background task failed and will be retried"))
      .finally(() => {
        isBusy = false;
      });
  };
  run();
  const timer = setInterval(run, milliseconds);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function greet(env: Environment, port: number): Promise<void> {
  const host = env.host === "0.0.0.0" || env.host === "::" ? "localhost" : env.host;
  const origin =
    env.publicUrl ?? `${env.tls ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const lines = [`Innkeeper listens at ${origin}`];
  const code = await issueSetUpCode(new Date());
  if (code !== null) {
    lines.push(`Create the first account at ${origin}/welcome with this one-time set-up code: ${code}`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}
