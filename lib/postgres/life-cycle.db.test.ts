import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findRunningPostgres } from "./find-running-postgres.ts";
import { processIdentity } from "./process-identity.ts";
import { runCommand } from "./run-command.ts";
import { startEmbeddedPostgres } from "./start-embedded-postgres.ts";
import { createTemporaryDirectory } from "./start-temporary-postgres.ts";
import { superviseEmbeddedPostgres } from "./supervise-embedded-postgres.ts";
import { query, useDataDirectory, waitUntilGone } from "./testing/data-directory-under-test.ts";

const KEEP_A_ROW = "CREATE TABLE kept AS SELECT 42 AS answer";
const READ_IT = "SELECT answer FROM kept";

const directory = useDataDirectory();

// One database is created for the file and copied for each test, because initdb takes most of a second.
let made: string;
beforeAll(async () => {
  made = await createTemporaryDirectory();
  const postgres = await startEmbeddedPostgres({ ...directory.options(), dataDir: made });
  await query(postgres.connectionString, KEEP_A_ROW);
  await postgres.stop();
});
afterAll(() => rm(made, { recursive: true }));
beforeEach(async () => {
  await runCommand("cp", ["-a", `${made}/.`, directory.path]);
});

/** A process of Postgres's account that got the pid of the crashed one. */
async function startBystander(): Promise<number> {
  const { uid, gid } = await stat(join(directory.path, "postgres"));
  const child = spawn("sleep", ["600"], { uid, gid, stdio: "ignore" });
  await once(child, "spawn");
  directory.afterwards(async () => void child.kill("SIGKILL"));
  return child.pid ?? 0;
}

function leavePostmasterFile(pid: number): Promise<void> {
  return writeFile(
    join(directory.path, "postgres", "postmaster.pid"),
    `${pid}\n${join(directory.path, "postgres")}\n1700000000\n20000\n\n`,
  );
}

describe("a later start", () => {
  test("finds the data, and is found by a command running in parallel", async () => {
    expect(await findRunningPostgres(directory.path)).toBeNull();
    const { connectionString } = await directory.start();
    expect(await query(connectionString, READ_IT)).toEqual([[42]]);
    expect(await findRunningPostgres(directory.path)).toEqual({ connectionString, ownerPid: process.pid });
  });

  test("is refused while the first runs, with its process in the message", async () => {
    const holder = await directory.hold();
    await expect(directory.start()).rejects.toThrow(
      `The data directory ${directory.path} is in use by process ${holder.pid}. Stop that process first, ` +
        `or set INNKEEPER_DATA_DIR to another folder.`,
    );
    expect(await query(holder.connectionString, READ_IT)).toEqual([[42]]);
    await holder.finish();
    await directory.start();
  });

  test("keeps the administrator's settings", async () => {
    await (await directory.start()).stop();
    await writeFile(join(directory.path, "postgresql.local.conf"), "work_mem = '9MB'\n");
    const { connectionString } = await directory.start();
    expect(await query(connectionString, "SHOW work_mem")).toEqual([["9MB"]]);
  });

  test("of a restored copy takes over files that belong to another account", async () => {
    const { uid, gid } = await stat(directory.path);
    await runCommand("chown", ["-R", `${uid}:${gid}`, directory.path]);
    const { connectionString } = await directory.start();
    expect(await query(connectionString, READ_IT)).toEqual([[42]]);
  });

  test("refuses the data of another major version", async () => {
    await writeFile(join(directory.path, "postgres", "PG_VERSION"), "17\n");
    await expect(directory.start()).rejects.toThrow(
      "was created by Postgres 17, but the packaged version is 18",
    );
  });

  test("reports the missing file if the password is missing", async () => {
    await rm(join(directory.path, "postgres-password"));
    await expect(directory.start()).rejects.toThrow(
      `Restore the file ${join(directory.path, "postgres-password")}`,
    );
  });

  test("reports why Postgres does not start, and releases the directory", async () => {
    await (await directory.start()).stop();
    await writeFile(join(directory.path, "postgresql.local.conf"), "work_mem = 'plenty'\n");
    await expect(directory.start()).rejects.toThrow(/did not start: .*\(for details, see .*postgres\.log\)/);
    await writeFile(join(directory.path, "postgresql.local.conf"), "\n");
    await directory.start();
  });
});

describe("the terminal's Ctrl-C", () => {
  test("does not reach Postgres, which its owner stops last", async () => {
    const holder = await directory.hold();
    process.kill(-holder.pid, "SIGINT");
    expect(await query(holder.connectionString, READ_IT)).toEqual([[42]]);
    await holder.finish();
    expect(await processIdentity(holder.postgresPid)).toBeNull();
    expect(await readdir(join(directory.path, "postgres"))).not.toContain("postmaster.pid");
  });
});

describe("kill -9 of the owner", () => {
  test("stops Postgres as well, and the next start finds all committed data", async () => {
    const holder = await directory.hold();
    await query(holder.connectionString, "UPDATE kept SET answer = 43");
    await holder.kill();
    await waitUntilGone(holder.postgresPid);
    const { connectionString } = await directory.start();
    expect(await query(connectionString, READ_IT)).toEqual([[43]]);
  });

  test("may leave Postgres running, and the next start stops it", async () => {
    const holder = await directory.hold({ diesWithOwner: false });
    await query(holder.connectionString, "UPDATE kept SET answer = 43");
    await holder.kill();
    expect(await query(holder.connectionString, READ_IT)).toEqual([[43]]);
    expect(await findRunningPostgres(directory.path)).toBeNull();

    const { connectionString, pid } = await directory.start();
    expect(directory.logged).toContain("A Postgres process left over from a crash was stopped");
    expect(pid).not.toBe(holder.postgresPid);
    expect(await processIdentity(holder.postgresPid)).toBeNull();
    expect(await query(connectionString, READ_IT)).toEqual([[43]]);
  });
});

describe("kill -9 of Postgres", () => {
  test("is reported to the owner, which can start it again with the same data and port", async () => {
    const postgres = await directory.start();
    await query(postgres.connectionString, "UPDATE kept SET answer = 43");
    const exit = new Promise((resolve) => postgres.onExit(resolve));
    process.kill(postgres.pid, "SIGKILL");
    expect(await exit).toEqual({ code: null, signal: "SIGKILL" });

    const { connectionString } = postgres;
    await postgres.restart();
    expect(postgres.connectionString).toBe(connectionString);
    expect(await query(connectionString, READ_IT)).toEqual([[43]]);
  });

  test("is not reported if Postgres was asked to stop", async () => {
    const postgres = await directory.start();
    const exits: unknown[] = [];
    postgres.onExit((exit) => exits.push(exit));
    await postgres.restart();
    await postgres.stop();
    await postgres.stop();
    expect(exits).toEqual([]);
  });

  test("is followed by a restart by the supervisor, every time", async () => {
    const ups: (() => void)[] = [];
    const downs: unknown[] = [];
    const postgres = await superviseEmbeddedPostgres({
      ...directory.options(),
      onDown: (exit) => downs.push(exit),
      onUp: () => ups.shift()?.(),
    });
    directory.afterwards(() => postgres.stop());
    await query(postgres.connectionString, "UPDATE kept SET answer = 43");
    for (let round = 1; round <= 2; round += 1) {
      const up = new Promise<void>((resolve) => ups.push(resolve));
      process.kill(postgres.pid, "SIGKILL");
      await up;
      expect(downs).toHaveLength(round);
      expect(await query(postgres.connectionString, READ_IT)).toEqual([[43]]);
    }
  });

  test("during the supervisor's stop starts nothing", async () => {
    const postgres = await superviseEmbeddedPostgres(directory.options());
    process.kill(postgres.pid, "SIGKILL");
    await postgres.stop();
    expect(postgres.isUp).toBe(false);
    expect(await processIdentity(postgres.pid)).toBeNull();
    await directory.start();
  });
});

describe("leftovers of a crash", () => {
  test("a postmaster.pid with an unused pid does not prevent a start", async () => {
    const child = spawn("true", { stdio: "ignore" });
    await once(child, "exit");
    await leavePostmasterFile(child.pid ?? 0);
    const { connectionString } = await directory.start();
    expect(await query(connectionString, READ_IT)).toEqual([[42]]);
  });

  test("a postmaster.pid with the pid of another process of the same user does not prevent a start or affect that process", async () => {
    await (await directory.start()).stop();
    const bystander = await startBystander();
    await leavePostmasterFile(bystander);
    const { connectionString } = await directory.start();
    expect(directory.logged).toContain(
      "A postmaster.pid left over from a crash named another process and was removed",
    );
    expect(await query(connectionString, READ_IT)).toEqual([[42]]);
    expect(await processIdentity(bystander)).not.toBeNull();
  });

  test("a lock with the pid of another process is taken over", async () => {
    await (await directory.start()).stop();
    const bystander = await startBystander();
    await writeFile(
      join(directory.path, "innkeeper.lock"),
      JSON.stringify({ pid: bystander, identity: "an earlier boot 17", nonce: "a" }),
    );
    const { connectionString } = await directory.start();
    expect(await query(connectionString, READ_IT)).toEqual([[42]]);
  });
});
