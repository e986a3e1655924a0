import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const pathIn = (dataDir: string) => join(dataDir, "connection.json");

/** How the command line finds a running server's database. It carries a password, so its owner alone may read it. */
export async function writeConnectionFile(dataDir: string, url: string): Promise<void> {
  await writeFile(pathIn(dataDir), JSON.stringify({ url, pid: process.pid }), { mode: 0o600 });
}

export async function removeConnectionFile(dataDir: string): Promise<void> {
  await rm(pathIn(dataDir), { force: true });
}

/** The database of the server that runs on this data directory, or `null` where none runs. */
export async function readConnectionFile(dataDir: string): Promise<string | null> {
  try {
    const kept: unknown = JSON.parse(await readFile(pathIn(dataDir), "utf8"));
    if (typeof kept !== "object" || kept === null || !("url" in kept) || !("pid" in kept)) return null;
    if (typeof kept.url !== "string" || typeof kept.pid !== "number") return null;
    process.kill(kept.pid, 0);
    return kept.url;
  } catch {
    return null;
  }
}
