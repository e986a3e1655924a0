import { isDatabaseAway as isConnectionLost, isPoolExhausted } from "@/lib/data/transaction.ts";

// Prisma's codes for: cannot reach, timed out, connection closed, no connection from the pool, starting up.
const PRISMA_CODES = new Set(["P1001", "P1002", "P1008", "P1017", "P2024"]);
const PRISMA_KINDS = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
]);
// Deadlocks, serialization failures, and statements cancelled by a timeout.
const PASSING_CODES = new Set(["40001", "40P01", "55P03", "57014", "P2034", "P2028"]);
const MAX_DEPTH = 6;

/** Whether an error means that the database is unavailable, regardless of the request. */
export function isDatabaseAway(error: unknown): boolean {
  return chainOf(error).some(
    (link) => isConnectionLost(link) || PRISMA_CODES.has(codeOf(link)) || PRISMA_KINDS.has(kindOf(link)),
  );
}

/** Whether an error is temporary, such as a deadlock or an exhausted pool: the same request may succeed when retried. */
export function isPassing(error: unknown): boolean {
  return chainOf(error).some((link) => isPoolExhausted(link) || PASSING_CODES.has(codeOf(link)));
}

/** The error and its causes, because mappers and adapters wrap errors. */
function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let link = error; link !== null && link !== undefined && chain.length < MAX_DEPTH;) {
    chain.push(link);
    link = typeof link === "object" && "cause" in link ? link.cause : undefined;
  }
  return chain;
}

function codeOf(link: unknown): string {
  return typeof link === "object" && link !== null && "code" in link ? String(link.code) : "";
}

function kindOf(link: unknown): string {
  return typeof link === "object" && link !== null && "kind" in link ? String(link.kind) : "";
}
