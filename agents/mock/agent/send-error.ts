import type { Answer } from "./answer.ts";
import type { SendError } from "./spool.ts";

/** An error is reported for as long as a pending report would be kept. */
const KEPT_MS = 7 * 86_400_000;

/** The last send error after one more attempt, in the words of the agent for Windows. */
export function sendErrorAfter(before: SendError | null, answer: Answer, nowMs: number): SendError | null {
  switch (answer.kind) {
    case "stored":
    case "duplicate":
    case "stale":
      return before === null || nowMs - before.atMs > KEPT_MS ? null : { ...before, isOver: true };
    case "refused":
      return failed(`The server permanently refused a snapshot, which was set aside: ${said(answer)}`, nowMs);
    case "unwelcome":
      return failed(`${said(answer)}. Collected snapshots are kept.`, nowMs);
    case "busy":
    case "unreachable":
      return failed(`Snapshots could not be sent; they are kept: ${said(answer)}.`, nowMs);
  }
}

function failed(text: string, atMs: number): SendError {
  return { text: text.slice(0, 1024), atMs, isOver: false };
}

function said({ status, reason }: { status: number | null; reason: string }): string {
  const http = `HTTP ${status}`;
  const words = reason.replace(/\.$/, "");
  return status === null || words === http ? words : `${http}: ${words}`;
}
