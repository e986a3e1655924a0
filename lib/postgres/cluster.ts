import { randomBytes } from "node:crypto";
import {
  chmod,
  chown,
  lchown,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { totalmem } from "node:os";
import { join } from "node:path";
import type { PostgresBinaries } from "./binaries.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { runCommand, type Account } from "./run-command.ts";
import { renderSettings, type Durability } from "./settings.ts";

/** Name of both the superuser and the database. */
export const DATABASE = "innkeeper";

/** All paths in a data directory. */
export function clusterPaths(dataDir: string): {
  pgData: string;
  password: string;
  settings: string;
  localSettings: string;
  log: string;
} {
  return {
    pgData: join(dataDir, "postgres"),
    password: join(dataDir, "postgres-password"),
    settings: join(dataDir, "postgresql.conf"),
    localSettings: join(dataDir, "postgresql.local.conf"),
    log: join(dataDir, "postgres.log"),
  };
}

/** The connection string for clients. The password contains only characters that need no escaping in a URL. */
export function connectionStringFor(port: number, password: string): string {
  return `postgresql://${DATABASE}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

/** The superuser's password, readable only by the owner of the data directory. */
export async function readPassword(dataDir: string): Promise<string | null> {
  try {
    return (await readFile(clusterPaths(dataDir).password, "utf8")).trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Creates the database cluster at the first start. At later starts, checks that this version can run it. */
export async function prepareCluster({
  dataDir,
  account,
  binaries,
  durability,
}: {
  dataDir: string;
  account: Account | null;
  binaries: PostgresBinaries;
  durability: Durability;
}): Promise<{ password: string }> {
  const paths = clusterPaths(dataDir);
  const version = await readVersion(paths.pgData);
  const kept = await readPassword(dataDir);
  const password = kept ?? randomBytes(32).toString("base64url");
  if (version === null) {
    // Written first: a cluster whose password was lost in a crash could never be opened again.
    if (kept === null) await writePassword(paths.password, password);
    await createCluster({ dataDir, pgData: paths.pgData, account, binaries, durability, password });
  } else {
    if (kept === null) {
      throw new EmbeddedPostgresError(
        `The password of the database in ${paths.pgData} is missing. Restore the file ${paths.password}.`,
      );
    }
    await checkVersion(paths.pgData, version, binaries);
    await takeOver(paths.pgData, account);
  }
  await writeSettings(paths, durability);
  return { password };
}

/**
 * Our settings are written at every start, so that those of a new version apply. The administrator's file is created
 * once and never changed.
 */
async function writeSettings(
  { settings, localSettings }: { settings: string; localSettings: string },
  durability: Durability,
): Promise<void> {
  await writeFile(settings, renderSettings({ memoryBytes: totalmem(), durability }));
  // Postgres must be able to read both files, regardless of the server's umask.
  await chmod(settings, 0o644);
  const local = await open(localSettings, "a");
  try {
    if ((await local.stat()).size === 0) {
      await local.writeFile(
        "# Your own settings. They are applied last and override all others. Read at the next start.\n",
      );
      await local.chmod(0o644);
    }
  } finally {
    await local.close();
  }
}

async function createCluster({
  dataDir,
  pgData,
  account,
  binaries,
  durability,
  password,
}: {
  dataDir: string;
  pgData: string;
  account: Account | null;
  binaries: PostgresBinaries;
  durability: Durability;
  password: string;
}): Promise<void> {
  // Created in a temporary folder and renamed: an interrupted first start leaves nothing that looks like a database.
  const draft = `${pgData}.draft`;
  const passwordFile = join(dataDir, "postgres-password.draft");
  await rm(draft, { recursive: true, force: true });
  try {
    await mkdir(draft, { mode: 0o700 });
    await rm(passwordFile, { force: true });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" });
    if (account !== null) {
      await chown(draft, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    const initdb = await runCommand(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${DATABASE}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums",
        "--no-instructions",
        ...(durability === "disk" ? [] : ["--no-sync"]),
      ],
      { account },
    );
    if (initdb.code !== 0) throw notCreated(dataDir, initdb.stderr);

    const single = ["--single", "-D", draft, ...(durability === "disk" ? [] : ["-F"]), "postgres"];
    const create = await runCommand(binaries.postgres, single, {
      account,
      input: `CREATE DATABASE ${DATABASE};\n`,
    });
    if (create.code !== 0 || /\b(ERROR|FATAL|PANIC):/.test(create.stderr))
      throw notCreated(dataDir, create.stderr);

    await rename(draft, pgData);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

function notCreated(dataDir: string, stderr: string): EmbeddedPostgresError {
  const reason = stderr.trim().split("\n").slice(-3).join(" ");
  return new EmbeddedPostgresError(`The database in ${dataDir} could not be created: ${reason}`);
}

async function readVersion(pgData: string): Promise<string | null> {
  try {
    return (await readFile(join(pgData, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new EmbeddedPostgresError(
      `The database in ${pgData} cannot be read by this user. Start as the user that owns it, ` +
        `or set INNKEEPER_DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

async function checkVersion(pgData: string, version: string, binaries: PostgresBinaries): Promise<void> {
  const { stdout } = await runCommand(binaries.postgres, ["--version"]).catch(() => ({ stdout: "" }));
  const ours = /(\d+)\.\d+/.exec(stdout)?.[1];
  if (ours === undefined || ours === version) return;
  throw new EmbeddedPostgresError(
    `The database in ${pgData} was created by Postgres ${version}, but the packaged version is ${ours}. ` +
      `Start the version of Innkeeper that created it.`,
  );
}

/** Postgres requires that its files belong to its own account; a restored copy often belongs to a different one. */
async function takeOver(pgData: string, account: Account | null): Promise<void> {
  const { uid } = await stat(pgData);
  if (account === null) {
    if (process.getuid !== undefined && uid !== process.getuid()) {
      throw new EmbeddedPostgresError(
        `The database in ${pgData} belongs to another user (uid ${uid}). Start as that user, ` +
          `or set INNKEEPER_DATA_DIR to another folder.`,
      );
    }
    return;
  }
  if (uid === account.uid) return;
  // The folder itself comes last, so that an interrupted change of ownership is detected and repeated.
  for (const entry of [...(await readdir(pgData, { recursive: true })), ""]) {
    await lchown(join(pgData, entry), account.uid, account.gid);
  }
}

async function writePassword(path: string, password: string): Promise<void> {
  const draft = `${path}.new`;
  await rm(draft, { force: true });
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(`${password}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
