import "server-only";
import { DatabaseError, type PoolClient } from "pg";
import { getDatabase } from "./database.ts";

const RETRIED_STATES = new Set(["40001", "40P01"]);
const MAX_ATTEMPTS = 6;

/**
 * Runs the work in one READ COMMITTED transaction, again from the start after a deadlock or serialization failure.
 * The work must not have effects outside the database. It may send statements together; they are carried out in their
 * order, and none of those behind one that failed has an effect.
 */
export async function inTransaction<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await getDatabase().pool.connect();
    let broken: Error | undefined;
    try {
      const [, result] = await Promise.all([client.query("BEGIN"), work(client)]);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error("rollback failed");
      });
      const isRetried = error instanceof DatabaseError && RETRIED_STATES.has(error.code ?? "");
      if (!isRetried || attempt >= MAX_ATTEMPTS) throw error;
    } finally {
      client.release(broken);
    }
  }
}

/** No connection of the pool came free in time: all are at work, which says nothing of the database. */
export function isPoolExhausted(error: unknown): boolean {
  return error instanceof Error && error.message === "timeout exceeded when trying to connect";
}

/** Connection lost, refused or not to be made in time: the caller's request is fine, the database is away. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (error instanceof DatabaseError)
    return code.startsWith("08") || code.startsWith("57P") || code === "53300";
  return (
    ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTFOUND", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"].includes(
      code,
    ) ||
    /connection (terminated|timeout)|Client has encountered a connection error|Connection terminated|database was not opened|Cannot use a pool after calling end/i.test(
      error.message,
    )
  );
}
