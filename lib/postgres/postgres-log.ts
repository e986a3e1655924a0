import { copyFile, open, stat, truncate, type FileHandle } from "node:fs/promises";

const LARGEST_BYTES = 10 * 1024 * 1024;

/** Opens Postgres's log for appending. Postgres also appends to it. */
export async function openLog(path: string): Promise<FileHandle> {
  return open(path, "a", 0o600);
}

/** Keeps the log and one older part, each at most ten megabytes. The file itself is kept, because Postgres has it open. */
export async function trimLog(path: string): Promise<void> {
  const size = await logSize(path);
  if (size < LARGEST_BYTES) return;
  await copyFile(path, `${path}.1`);
  await truncate(path);
}

export async function logSize(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

/** Reads the log entries written after the given position. */
export async function readLogFrom(path: string, position: number): Promise<string> {
  const file = await open(path, "r");
  try {
    const length = Math.min((await file.stat()).size - position, 64 * 1024);
    if (length <= 0) return "";
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
