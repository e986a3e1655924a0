import { createHash, randomUUID } from "node:crypto";
import { link, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { processIdentity } from "./process-identity.ts";

const LOCK = "innkeeper.lock";

export interface OwnerLock {
  release(): Promise<void>;
}

interface LockFile {
  path: string;
  /** Identifies exactly this lock file, not a later one. */
  token: string;
  pid: number | null;
  identity: string | null;
}

/**
 * Locks the data directory for this process, or throws an error with the process that owns it.
 *
 * A lock is a complete file that is linked into place, so it is never seen half written. A lock left by a crash is taken
 * over by linking `innkeeper.lock.after-<its token>`, which only one process can do. Locks therefore form a chain that ends
 * with the owner's. After taking over, the chain is read again, because it may have been shortened in the meantime.
 */
export async function acquireOwnerLock(dataDir: string): Promise<OwnerLock> {
  const content = JSON.stringify({
    pid: process.pid,
    identity: await processIdentity(process.pid),
    nonce: randomUUID(),
  });
  const token = tokenOf(content);
  const draft = join(dataDir, `${LOCK}.draft-${token}`);
  await writeDurably(draft, content);
  try {
    for (;;) {
      const last = await endOfChain(dataDir);
      if (last !== null && (await isHeld(last))) throw inUse(dataDir, last);
      const target = last === null ? join(dataDir, LOCK) : successorOf(dataDir, last);
      if (!(await linkIfAbsent(draft, target))) continue;
      if ((await endOfChain(dataDir))?.token !== token) {
        await rm(target, { force: true });
        continue;
      }
      if (last !== null) await shortenChain(dataDir, draft);
      return { release: () => release(dataDir, token) };
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** The process that currently owns the data directory, or null. */
export async function readLiveOwner(dataDir: string): Promise<number | null> {
  const last = await endOfChain(dataDir);
  return last !== null && (await isHeld(last)) ? last.pid : null;
}

async function release(dataDir: string, token: string): Promise<void> {
  const last = await endOfChain(dataDir);
  if (last?.token === token) await rm(last.path, { force: true });
}

/** Makes our lock the first of the chain again and removes files left by crashes. */
async function shortenChain(dataDir: string, draft: string): Promise<void> {
  await rename(draft, join(dataDir, LOCK));
  for (const name of await readdir(dataDir)) {
    if (name.startsWith(`${LOCK}.after-`)) await rm(join(dataDir, name), { force: true });
  }
}

async function endOfChain(dataDir: string): Promise<LockFile | null> {
  let last = await readLock(join(dataDir, LOCK));
  while (last !== null) {
    const next = await readLock(successorOf(dataDir, last));
    if (next === null) return last;
    last = next;
  }
  return null;
}

async function isHeld(lock: LockFile): Promise<boolean> {
  if (lock.pid === null) return false;
  const identity = await processIdentity(lock.pid);
  // A live process whose start time cannot be read may be the owner: two servers on one directory are worse than a refusal.
  return identity !== null && (identity === lock.identity || identity === "?" || lock.identity === "?");
}

function inUse(dataDir: string, lock: LockFile): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `The data directory ${dataDir} is in use by process ${lock.pid}. ` +
      `Stop that process first, or set INNKEEPER_DATA_DIR to another folder.`,
  );
}

async function readLock(path: string): Promise<LockFile | null> {
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch (error) {
    if (isErrno(error, "ENOENT")) return null;
    throw error;
  }
  return { path, token: tokenOf(content), ...parseOwner(content) };
}

/** A lock made unreadable by a power cut contains no owner, so it is free. */
function parseOwner(content: string): { pid: number | null; identity: string | null } {
  try {
    const owner: unknown = JSON.parse(content);
    if (typeof owner === "object" && owner !== null && "pid" in owner && "identity" in owner) {
      const { pid, identity } = owner;
      if (typeof pid === "number" && typeof identity === "string") return { pid, identity };
    }
  } catch {
    // Handled below: a file that cannot be parsed has no owner.
  }
  return { pid: null, identity: null };
}

function successorOf(dataDir: string, lock: LockFile): string {
  return join(dataDir, `${LOCK}.after-${lock.token}`);
}

function tokenOf(content: string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 32);
}

async function writeDurably(path: string, content: string): Promise<void> {
  const file = await open(path, "wx", 0o644);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function linkIfAbsent(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isErrno(error, "EEXIST")) return false;
    throw error;
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
