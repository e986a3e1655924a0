import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** State of a running Postgres, from `postmaster.pid`. */
export interface PostmasterFile {
  pid: number;
  port: number | null;
  isReady: boolean;
}

export function postmasterFilePath(pgData: string): string {
  return join(pgData, "postmaster.pid");
}

/** Null if there is no file. Postgres writes it line by line while it starts, so later lines may be missing. */
export async function readPostmasterFile(pgData: string): Promise<PostmasterFile | null> {
  let lines: string[];
  try {
    lines = (await readFile(postmasterFilePath(pgData), "utf8")).split(/\r?\n/);
  } catch {
    return null;
  }
  // A single-user Postgres writes its pid as a negative number.
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return null;
  const port = Number(lines[3]);
  return {
    pid,
    port: Number.isInteger(port) && port > 0 ? port : null,
    isReady: lines[7]?.trim() === "ready",
  };
}
