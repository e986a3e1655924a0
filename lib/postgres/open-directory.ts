import { chmod, mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/** Makes a directory, and those above it that are missing, so that other accounts can pass through. */
export async function createOpenDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await chmod(made, 0o711);
}
