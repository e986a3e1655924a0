import { chmod, mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/** Creates a directory and its missing parents, so that other accounts can traverse them. */
export async function createOpenDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await chmod(made, 0o711);
}
