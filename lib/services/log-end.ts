import { setTimeout as pause } from "node:timers/promises";
import { readLogEnd } from "@/lib/data/read/changes.ts";

/** Whoever was answered that its report is stored finds it in the log, unless another report takes longer than this. */
const PATIENCE_MS = 2000;
const STEP_MS = 25;

/**
 * How far the log is told, as part of an answer's version: what was recorded may be told only later, when an older
 * transaction has ended, with which the fleet's own version does not rise.
 */
export async function logEnd(): Promise<string> {
  return (await readLogEnd()).settled ?? "";
}

/** The same, once what is recorded already can be told. Nothing is waited for that begins meanwhile. */
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
