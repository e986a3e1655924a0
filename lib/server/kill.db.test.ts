import { rm } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, getDatabase, openDatabase } from "@/lib/data/database.ts";
import { tornRows } from "@/lib/data/testing/stored-rows.ts";
import { clusterPaths } from "@/lib/postgres/cluster.ts";
import { findRunningPostgres } from "@/lib/postgres/find-running-postgres.ts";
import { pollUntil } from "@/lib/postgres/poll-until.ts";
import { readPostmasterFile } from "@/lib/postgres/postmaster-file.ts";
import { createTemporaryDirectory } from "@/lib/postgres/start-temporary-postgres.ts";
import { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
import type { WireAnswer } from "./testing/agent-on-the-wire.ts";
import { bundlePrograms } from "./testing/bundle-programs.ts";
import { NumberedSender, untilReady } from "./testing/numbered-sender.ts";
import { startServerProcess, type ServerProcess } from "./testing/server-process.ts";

const programs = bundlePrograms();
const VMS_PER_HOST = 20;
const SENDERS = 4;

let dataDir = "";
let server: ServerProcess;
const senders = Array.from(
  { length: SENDERS },
  (_, index) => new NumberedSender(`HV-0${index + 1}`, VMS_PER_HOST),
);

async function start(): Promise<void> {
  server = await startServerProcess(programs.server, { INNKEEPER_DATA_DIR: dataDir });
}

/** Opens the database of the running server. */
async function besideServer<Result>(work: () => Promise<Result>): Promise<Result> {
  const running = await findRunningPostgres(dataDir);
  if (running === null) throw new Error("No Postgres runs on the data directory.");
  openDatabase({ url: running.connectionString, poolSize: 2, connectTimeoutMs: 10_000, onError: () => {} });
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}

// One installation for all tests of this file.
beforeAll(async () => {
  dataDir = await createTemporaryDirectory();
  await start();
  const { key } = await besideServer(() =>
    createEnrolmentKey({ name: "kill", tags: [], uses: null, expiresAt: null }),
  );
  await untilReady(server.url);
  for (const sender of senders) await sender.enrol(server.url, key);
});
afterAll(async () => {
  // Only its own stop leaves no running process in the data directory.
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

beforeEach(() => {
  for (const { refusals } of senders) refusals.length = 0;
});

/** Snapshots according to a host's rows: the newest, the number of known ones, and the log of each VM. */
interface Stored {
  newest: number;
  receipts: number;
  vms: number;
  numbers: number[][];
  opened: number[];
}

const acknowledged = () => senders.reduce((sum, sender) => sum + sender.acknowledged, 0);

/** Waits until the given number of further snapshots is acknowledged, so that the load is running. */
async function untilAcknowledged(more: number): Promise<void> {
  const goal = acknowledged() + more;
  const reached = await pollUntil(() => Promise.resolve(acknowledged() >= goal ? true : null), {
    everyMilliseconds: 5,
    timeoutMilliseconds: 60_000,
  });
  expect(reached, "the load is under way").toBe(true);
}

/** Inconsistencies: rows that differ from all acknowledged snapshots, or partially stored snapshots. */
function lostOrTorn(): Promise<unknown[]> {
  return besideServer(async () => {
    const wrong: unknown[] = await tornRows();
    for (const { name, hostId, vmIds, acknowledged: last } of senders) {
      const { rows } = await getDatabase().pool.query<Stored>(
        `WITH log AS (
           SELECT subject_id, array_agg(to_value::int ORDER BY id) FILTER (WHERE field = 'processorCount') AS numbers,
                  count(*) FILTER (WHERE field = 'is.heartbeat' AND to_value = 'open') AS opened
             FROM changes WHERE host_id = $1 AND subject_id IS NOT NULL GROUP BY subject_id)
         SELECT r.sequence AS newest,
                (SELECT count(*) FROM snapshot_receipts WHERE host_id = $1) AS receipts,
                (SELECT count(*) FROM vm_observations
                  WHERE host_id = $1 AND (facts ->> 'processorCount')::bigint = r.sequence) AS vms,
                (SELECT json_agg(numbers) FROM log) AS numbers,
                (SELECT json_agg(opened) FROM log) AS opened
           FROM host_reports r WHERE r.host_id = $1`,
        [hostId],
      );
      const [row] = rows;
      // The snapshot in flight at the end may have been stored although its answer was lost.
      const newest = row?.newest === last + 1 ? last + 1 : last;
      const each = <Value>(value: Value) => Array.from(vmIds, () => value);
      const expected: Stored = {
        newest,
        receipts: newest,
        vms: vmIds.length,
        numbers: each(Array.from({ length: newest - 1 }, (_, index) => index + 2)),
        opened: each(Math.floor(newest / 2)),
      };
      if (!isDeepStrictEqual(row, expected)) wrong.push({ name, last, row, expected });
    }
    return wrong;
  });
}

describe("kill -9 of the server under load", () => {
  test("loses nothing that was acknowledged and leaves nothing half applied, at any time", async () => {
    for (const moment of [30, 47]) {
      const running = senders.map((sender) => sender.run(server.url, () => false));
      await untilAcknowledged(moment);
      await server.kill();
      await Promise.all(running);
      await start();
      expect(await lostOrTorn()).toEqual([]);
    }
    const goal = acknowledged() + 10 * SENDERS;
    await Promise.all(senders.map((sender) => sender.run(server.url, () => acknowledged() >= goal)));
    expect(await lostOrTorn()).toEqual([]);
    expect(otherRefusals()).toEqual([]);
  });
});

describe("Ctrl-C while a report is being stored", () => {
  test("the report is stored and answered, although its client keeps the connection, and the server ends cleanly", async () => {
    const [sender] = senders;
    if (!sender) throw new Error("There is no sender.");
    await besideServer(async () => {
      const holder = await getDatabase().pool.connect();
      await holder.query("BEGIN");
      await holder.query("SELECT 1 FROM fleet_versions WHERE host_id = $1 FOR UPDATE", [sender.hostId]);
      const answer = fetch(`${server.url}/api/v1/snapshots`, { method: "POST", ...sender.next() });
      const isWaiting = await pollUntil(
        async () =>
          (await holder.query("SELECT 1 FROM pg_locks WHERE NOT granted")).rows.length > 0 ? true : null,
        { everyMilliseconds: 5, timeoutMilliseconds: 30_000 },
      );
      expect(isWaiting, "the report is being stored").toBe(true);
      const ended = server.stop();
      await server.printedWith("Stopping");
      await holder.query("COMMIT");
      holder.release();
      const { status } = await answer;
      expect(status).toBe(201);
      sender.acknowledged += 1;
      await closeDatabase();
      expect(await ended).toBe(0);
    });
    await start();
    expect(await lostOrTorn()).toEqual([]);
  });
});

/** Pids of the processes that serve the running server's connections. */
function backends(condition: string): Promise<number[]> {
  return besideServer(async () => {
    const { rows } = await getDatabase().pool.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'innkeeper%' AND pid <> pg_backend_pid() AND ${condition}`,
    );
    return rows.map(({ pid }) => pid);
  });
}

async function postmaster(): Promise<number> {
  const file = await readPostmasterFile(clusterPaths(dataDir).pgData);
  if (file === null) throw new Error("No Postgres runs on the data directory.");
  return file.pid;
}

/** One of the processes that store snapshots at this moment. */
async function busyBackend(): Promise<number> {
  const pid = await pollUntil(async () => (await backends("state <> 'idle'"))[0] ?? null, {
    everyMilliseconds: 1,
    timeoutMilliseconds: 30_000,
  });
  if (pid === null) throw new Error("Nobody stores anything.");
  return pid;
}

/** Waits until one of the senders receives an answer other than 201. */
async function untilRefused(): Promise<void> {
  const refused = await pollUntil(
    () => Promise.resolve(senders.some(({ refusals }) => refusals.length > 0) ? true : null),
    { everyMilliseconds: 5, timeoutMilliseconds: 30_000 },
  );
  expect(refused, "somebody was refused").toBe(true);
}

/** Answers other than 503 with a Retry-After. */
function otherRefusals(): WireAnswer[] {
  return senders
    .flatMap(({ refusals }) => refusals)
    .filter(({ status, headers }) => status !== 503 || !/^[1-9]\d*$/.test(headers["retry-after"] ?? ""));
}

describe("kill -9 of Postgres under load", () => {
  test.each([
    { name: "of the postmaster", victim: postmaster },
    { name: "of a process that stores", victim: busyBackend },
  ])("$name is answered with 503, recovered within 30 seconds, and loses nothing", async ({ victim }) => {
    let isOver = false;
    const running = senders.map((sender) => sender.run(server.url, () => isOver));
    await untilAcknowledged(40);
    process.kill(await victim(), "SIGKILL");
    await untilRefused();
    await untilReady(server.url);
    await untilAcknowledged(40);
    isOver = true;
    await Promise.all(running);

    expect(otherRefusals()).toEqual([]);
    expect(await lostOrTorn()).toEqual([]);
  });
});

/** A process that was about to end, such as one that served a single statement, ends in spite of being stopped. */
function continueIfAlive(pid: number): void {
  try {
    process.kill(pid, "SIGCONT");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

describe("a Postgres that hangs", () => {
  test("is answered with 503 while it hangs, keeps no request waiting, and is used again afterwards", async () => {
    const hung = [await postmaster(), ...(await backends("true"))];
    for (const pid of hung) process.kill(pid, "SIGSTOP");
    try {
      // All answers in this block arrive while Postgres hangs.
      for (let round = 0; round < 51; round += 1)
        await Promise.all(senders.map((sender) => sender.tryOnce(server.url)));
      const metrics = await (await fetch(`${server.url}/metrics`)).text();
      expect(metrics).toContain("innkeeper_database_up 0");
      expect(metrics).toContain("innkeeper_ingest_admitted 0");
      expect(metrics).toContain("innkeeper_database_callers_waiting 0");
    } finally {
      for (const pid of hung) continueIfAlive(pid);
    }
    expect(otherRefusals()).toEqual([]);
    expect(senders.map(({ refusals }) => refusals.length)).toEqual(senders.map(() => 51));
    await untilReady(server.url);
    const goal = acknowledged() + 5 * SENDERS;
    await Promise.all(senders.map((sender) => sender.run(server.url, () => acknowledged() >= goal)));
    expect(await lostOrTorn()).toEqual([]);
    expect(await server.stop()).toBe(0);
  });
});
