import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from "./start-embedded-postgres.ts";
import type { PostgresExit } from "./postmaster.ts";

export interface SupervisionOptions extends EmbeddedPostgresOptions {
  /** Postgres exited unexpectedly; connections fail until `onUp`. */
  onDown?: (exit: PostgresExit) => void;
  onUp?: () => void;
}

export interface SupervisedPostgres {
  dataDir: string;
  /** Does not change: pools that use it work again as soon as Postgres does. */
  connectionString: string;
  readonly pid: number;
  readonly isUp: boolean;
  stop(): Promise<void>;
}

// The wait before each restart attempt in a series; the last one repeats. A crashed database is back within seconds, and
// one that cannot start does not fill its log.
const WAITS_MILLISECONDS = [100, 500, 1000, 2000, 5000, 10_000];
// If Postgres exits sooner than this, it was not stable yet: the series of waits continues instead of starting over.
const WELL_AFTER_MILLISECONDS = 60_000;

/** Starts the packaged Postgres and restarts it whenever it exits unexpectedly, until `stop()`. */
export async function superviseEmbeddedPostgres(options: SupervisionOptions): Promise<SupervisedPostgres> {
  const { logger } = options;
  const postgres: EmbeddedPostgres = await startEmbeddedPostgres(options);
  let isUp = true;
  let isStopping = false;
  let attempt = 0;
  let upSince = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let restarting: Promise<void> = Promise.resolve();

  const scheduleRestart = () => {
    if (isStopping) return;
    const wait = WAITS_MILLISECONDS[Math.min(attempt, WAITS_MILLISECONDS.length - 1)] ?? 0;
    attempt += 1;
    timer = setTimeout(() => {
      restarting = restart();
    }, wait);
    timer.unref();
  };
  const restart = async () => {
    try {
      await postgres.restart();
    } catch (error) {
      logger.warn({ err: error, attempt }, "Postgres could not be restarted");
      scheduleRestart();
      return;
    }
    isUp = true;
    upSince = performance.now();
    options.onUp?.();
  };

  postgres.onExit((exit) => {
    isUp = false;
    if (isStopping) return;
    logger.warn({ ...exit }, "Postgres exited unexpectedly and is being restarted");
    if (performance.now() - upSince > WELL_AFTER_MILLISECONDS) attempt = 0;
    options.onDown?.(exit);
    scheduleRestart();
  });

  return {
    dataDir: postgres.dataDir,
    connectionString: postgres.connectionString,
    get pid() {
      return postgres.pid;
    },
    get isUp() {
      return isUp;
    },
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      // Waits for a start in progress, so that the started Postgres is stopped too.
      await restarting;
      await postgres.stop();
      isUp = false;
    },
  };
}
