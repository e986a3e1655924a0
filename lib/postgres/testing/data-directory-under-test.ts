import { rm } from "node:fs/promises";
import { Client } from "pg";
import { afterEach, beforeEach, expect } from "vitest";
import { pollUntil } from "../poll-until.ts";
import { processIdentity } from "../process-identity.ts";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from "../start-embedded-postgres.ts";
import { createTemporaryDirectory } from "../start-temporary-postgres.ts";
import { startHolder, type Holder } from "./start-holder.ts";

export interface DataDirectoryUnderTest {
  readonly path: string;
  /** Log entries since the test began. */
  readonly logged: string[];
  options(): EmbeddedPostgresOptions;
  /** Starts Postgres here and stops it after the test. */
  start(more?: Partial<EmbeddedPostgresOptions>): Promise<EmbeddedPostgres>;
  /** Starts Postgres in another process, and stops it after the test if that process still runs. */
  hold(more?: Parameters<typeof startHolder>[1]): Promise<Holder>;
  /** Registers a cleanup after the test; cleanups run in reverse order. */
  afterwards(cleanUp: () => unknown): void;
}

/** Gives each test of a file its own empty data directory. */
export function useDataDirectory(): DataDirectoryUnderTest {
  let path = "";
  const logged: string[] = [];
  const cleanUps: (() => unknown)[] = [];
  const log = (_: Record<string, unknown>, message: string) => void logged.push(message);
  const options = (): EmbeddedPostgresOptions => ({
    dataDir: path,
    logger: { info: log, warn: log },
    durability: "process",
  });

  beforeEach(async () => {
    logged.length = 0;
    path = await createTemporaryDirectory();
  });
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
    await rm(path, { recursive: true, force: true });
  });

  return {
    get path() {
      return path;
    },
    logged,
    options,
    async start(more = {}) {
      const postgres = await startEmbeddedPostgres({ ...options(), ...more });
      cleanUps.push(() => postgres.stop());
      return postgres;
    },
    async hold(more = {}) {
      const holder = await startHolder(path, more);
      cleanUps.push(() => holder.finish());
      return holder;
    },
    afterwards: (cleanUp) => void cleanUps.push(cleanUp),
  };
}

/** Runs one query on a separate connection. */
export async function query(connectionString: string, text: string): Promise<unknown[][]> {
  const client = new Client({ connectionString });
  // A killed server breaks the connection after the answer.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text, rowMode: "array" })).rows;
  } finally {
    await client.end();
  }
}

export async function waitUntilGone(pid: number): Promise<void> {
  const gone = await pollUntil(async () => ((await processIdentity(pid)) === null ? true : null), {
    everyMilliseconds: 20,
    timeoutMilliseconds: 30_000,
  });
  expect(gone, `process ${pid} has ended`).toBe(true);
}
