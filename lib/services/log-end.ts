import { setTimeout as pause } from "node:timers/promises";
import { readLogEnd } from "@/lib/data/read/changes.ts";

/** After the answer that its report is stored, a caller finds it in the log, unless another report takes longer than this. */
const PATIENCE_MS = 2000;
const STEP_MS = 25;

/**
 * The readable end of the log, as part of an answer's version: a recorded entry may become readable only later, when an
 * older transaction ends, which does not raise the fleet's own version.
 */
export async function logEnd(): Promise<string> {
  return (await readLogEnd()).settled ?? "";
}

/**
 * The same, but waits until all entries recorded so far are readable. Does not wait for transactions that begin
 * meanwhile.
 */
export async function logEndOfWhatIsRecorded(): Promise<string> {
  let end = await readLogEnd();
  const { newestTransaction } = end;
  const deadline = performance.now() + PATIENCE_MS;
  while (end.oldestAtWork <= newestTransaction && performance.now() < deadline) {
    await pause(STEP_MS);
    end = await readLogEnd();
  }
  return end.settled ?? "";
}
