import { choosePostgresAccount } from "./account.ts";
import { preparePostgresBinaries } from "./binaries.ts";
import { clusterPaths, connectionStringFor, prepareCluster } from "./cluster.ts";
import {
  createDataDirectory,
  defaultDataDirectory,
  defaultStoreDirectories,
  openToAccount,
} from "./data-directory.ts";
import { clearLeftOver } from "./end-postmaster.ts";
import { findFreePort } from "./free-port.ts";
import { acquireOwnerLock } from "./owner-lock.ts";
import { pollUntil } from "./poll-until.ts";
import { trimLog } from "./postgres-log.ts";
import {
  launchPostmaster,
  PostmasterStartError,
  type LaunchOptions,
  type PostgresExit,
  type Postmaster,
} from "./postmaster.ts";
import type { Durability } from "./settings.ts";

/** Logger of the supervisor, compatible with `pino`. */
export interface PostgresLogger {
  info(details: Record<string, unknown>, message: string): void;
  warn(details: Record<string, unknown>, message: string): void;
}

export interface EmbeddedPostgresOptions {
  /** Default: `.innkeeper` in the working directory, or `/var/lib/innkeeper` as root. */
  dataDir?: string;
  logger: PostgresLogger;
  durability?: Durability;
  /** Whether Postgres stops when this process is killed. Not on Windows. */
  diesWithOwner?: boolean;
  /** The npm package with the binaries; looked up if omitted. */
  packageDirectory?: string;
  /** Folders for a copy of the binaries, used if they cannot run from their package. */
  storeDirectories?: readonly string[];
}

export interface EmbeddedPostgres {
  dataDir: string;
  /** Does not change on `restart`. Contains the password: never log it. */
  connectionString: string;
  readonly pid: number;
  /** Stops Postgres, keeps the data and releases the data directory. */
  stop(): Promise<void>;
  /** Calls the listener when Postgres exits unexpectedly. Returns a function that removes the listener. */
  onExit(listener: (exit: PostgresExit) => void): () => void;
  /** Starts Postgres again on the same data directory and port, stopping it first if it is running. */
  restart(): Promise<void>;
}

const HOUR_MILLISECONDS = 3_600_000;

/**
 * Starts the Postgres that npm installed, on a data directory that this process then owns.
 *
 * It adds no signal handler: the caller must call `stop()` last, once the database is no longer used. Ctrl-C in a terminal
 * does not reach Postgres. If the process exits without `stop()`, Postgres stops as well, except on Windows, where the
 * next start stops a Postgres that was left running.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { logger, durability = "disk", diesWithOwner = true } = options;
  const dataDir = await createDataDirectory(options.dataDir ?? defaultDataDirectory());
  const { pgData, log } = clusterPaths(dataDir);
  const lock = await acquireOwnerLock(dataDir);
  try {
    const account = await choosePostgresAccount(pgData);
    await openToAccount(dataDir, account);
    const binaries = await preparePostgresBinaries({
      account,
      packageDirectory: options.packageDirectory,
      storeDirectories: options.storeDirectories ?? defaultStoreDirectories(dataDir),
    });
    const { password } = await prepareCluster({ dataDir, account, binaries, durability });

    const launch = async (port: number | null) => {
      const leftOver = await clearLeftOver({ pgData, binaries, account });
      if (leftOver.did === "ended")
        logger.warn({ pid: leftOver.pid }, "A Postgres process left over from a crash was stopped");
      if (leftOver.did === "removed") {
        logger.warn(
          { pid: leftOver.pid },
          "A postmaster.pid left over from a crash named another process and was removed",
        );
      }
      return launchWhenPossible({ dataDir, account, binaries, diesWithOwner }, port);
    };
    let { postmaster, port } = await launch(null);
    logger.info(
      { pid: postmaster.pid, port, dataDir, user: account?.name },
      "Postgres is accepting connections",
    );

    const listeners = new Set<(exit: PostgresExit) => void>();
    let expectedExit: Postmaster | null = null;
    const watch = (watched: Postmaster) =>
      void watched.exited.then((exit) => {
        if (expectedExit !== watched) for (const listener of listeners) listener(exit);
      });
    watch(postmaster);
    const trimming = setInterval(() => void trimLog(log).catch(() => undefined), HOUR_MILLISECONDS);
    trimming.unref();

    const end = async () => {
      expectedExit = postmaster;
      await postmaster.stop();
    };
    let stopped: Promise<void> | null = null;
    return {
      dataDir,
      connectionString: connectionStringFor(port, password),
      get pid() {
        return postmaster.pid;
      },
      stop() {
        stopped ??= (async () => {
          clearInterval(trimming);
          await end();
          await lock.release();
          logger.info({ pid: postmaster.pid }, "Postgres stopped");
        })();
        return stopped;
      },
      onExit(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      async restart() {
        await end();
        ({ postmaster } = await launch(port));
        watch(postmaster);
        logger.info({ pid: postmaster.pid, port, dataDir }, "Postgres is accepting connections again");
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Starts on a free port or on the given one, and waits until the last processes of a killed predecessor have exited. */
async function launchWhenPossible(
  options: Omit<LaunchOptions, "port">,
  fixedPort: number | null,
): Promise<{ postmaster: Postmaster; port: number }> {
  let lastError: PostmasterStartError | null = null;
  const started = await pollUntil(
    async () => {
      const port = fixedPort ?? (await findFreePort());
      try {
        return { postmaster: await launchPostmaster({ ...options, port }), port };
      } catch (error) {
        if (!(error instanceof PostmasterStartError)) throw error;
        const isPassing = error.isPredecessorEnding || (error.isPortTaken && fixedPort === null);
        if (!isPassing) throw error;
        lastError = error;
        return null;
      }
    },
    { everyMilliseconds: 200, timeoutMilliseconds: 15_000 },
  );
  if (started === null) throw lastError ?? new Error("unreachable: nothing was tried");
  return started;
}
