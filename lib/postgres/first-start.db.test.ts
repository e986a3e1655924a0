import { chmod, chown, cp, lstat, mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findPackageDirectory } from "./binaries.ts";
import { createTemporaryDirectory } from "./start-temporary-postgres.ts";
import { canHold } from "./testing/start-holder.ts";
import { query, useDataDirectory, waitUntilGone } from "./testing/data-directory-under-test.ts";

const IS_ROOT = process.getuid?.() === 0;
const NOBODY = { name: "nobody", uid: 65_534, gid: 65_534 };

const directory = useDataDirectory();

describe("a first start", () => {
  test("creates a database that is the same on every machine, reachable only with a password on 127.0.0.1", async () => {
    const { connectionString } = await directory.start();
    expect(
      await query(
        connectionString,
        `SELECT current_database(), datlocprovider, datlocale, pg_encoding_to_char(encoding),
                current_setting('data_checksums'), current_setting('listen_addresses'),
                current_setting('unix_socket_directories'), current_setting('synchronous_commit'),
                current_setting('timezone')
         FROM pg_database WHERE datname = current_database()`,
      ),
    ).toEqual([["innkeeper", "b", "C.UTF-8", "UTF8", "on", "127.0.0.1", "", "on", "UTC"]]);

    const withoutPassword = connectionString.replace(/:[^:@]+@/, ":wrong@");
    await expect(query(withoutPassword, "SELECT 1")).rejects.toThrow("password authentication failed");
    expect((await stat(join(directory.path, "postgres-password"))).mode & 0o777).toBe(0o600);
    expect((await stat(join(directory.path, "postgres"))).mode & 0o777).toBe(0o700);
    expect((await readdir(directory.path)).filter((name) => name.includes("draft"))).toEqual([]);

    // Postgres wrote this file itself, so its owner is the account that runs Postgres.
    const { uid } = await stat(join(directory.path, "postgres", "postmaster.pid"));
    expect(uid).not.toBe(0);
  });

  test("that was interrupted does not prevent the next one", async () => {
    await mkdir(join(directory.path, "postgres.draft", "base"), { recursive: true });
    await writeFile(join(directory.path, "postgres-password.draft"), "half");
    await directory.start();
    expect(await readdir(directory.path)).not.toContain("postgres.draft");
    expect(await readdir(directory.path)).not.toContain("postgres-password.draft");
  });

  test("is done by one of two concurrent processes", async () => {
    const outcomes = await Promise.allSettled([directory.start(), directory.start()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("works from a clone in a folder that no other account can enter", async () => {
    const closed = await createTemporaryDirectory();
    directory.afterwards(() => rm(closed, { recursive: true }));
    const packageDirectory = join(closed, "clone");
    await cp(findPackageDirectory(), packageDirectory, {
      recursive: true,
      // As npm installs it without install scripts: a package cannot contain links.
      filter: async (path) => !(await lstat(path)).isSymbolicLink(),
    });
    await chmod(closed, 0o700);
    const store = await createTemporaryDirectory();
    directory.afterwards(() => rm(store, { recursive: true }));
    await chmod(store, 0o711);

    const first = await directory.start({ packageDirectory, storeDirectories: [store] });
    expect(await query(first.connectionString, "SELECT 1")).toEqual([[1]]);
    await first.stop();
    expect(await readdir(store)).toHaveLength(IS_ROOT ? 1 : 0);

    const second = await directory.start({ packageDirectory, storeDirectories: [store] });
    expect(await query(second.connectionString, "SELECT 1")).toEqual([[1]]);
  });

  test("works for an ordinary user", async () => {
    // Root's clone may be inaccessible to others; then the test is equivalent to a run by an ordinary user.
    const uid = IS_ROOT && (await canHold(NOBODY)) ? NOBODY.uid : undefined;
    if (uid !== undefined) await chown(directory.path, uid, NOBODY.gid);
    const holder = await directory.hold({ uid });
    expect(await query(holder.connectionString, "SELECT 1")).toEqual([[1]]);
    await holder.finish();
    await waitUntilGone(holder.postgresPid);
  });

  test("in a folder that Postgres's account cannot access suggests another one", async () => {
    const closed = await createTemporaryDirectory();
    directory.afterwards(() => rm(closed, { recursive: true }));
    const starting = directory.start({ dataDir: join(closed, "data") }).then(
      () => "started",
      (error: unknown) => String(error),
    );
    // Only root's Postgres runs as a different account.
    expect(await starting).toMatch(
      IS_ROOT ? /cannot access .*\. Set INNKEEPER_DATA_DIR to a folder/ : /^started$/,
    );
  });
});
