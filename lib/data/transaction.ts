import "server-only";
import { DatabaseError, type PoolClient } from "pg";
import { getDatabase } from "./database.ts";

const RETRIED_STATES = new Set(["40001", "40P01"]);
const MAX_ATTEMPTS = 6;

/**
 * Runs the work in one READ COMMITTED transaction, and again from the start after a deadlock or serialization failure.
 * The work must have no effects outside the database. It may send several statements at once; they run in order, and
 * statements after a failed one have no effect.
 */
export async function inTransaction<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await getDatabase().pool.connect();
    const failure = new FirstFailure();
    let broken: Error | undefined;
    try {
      const session = watched(client, failure);
      const [, result] = await Promise.all([session.query("BEGIN"), work(session)]);
      await session.query("COMMIT");
      return result;
    } catch (error) {
      failure.note(error);
      await client.query("ROLLBACK").catch((refusal: unknown) => {
        broken = refusal instanceof Error ? refusal : new Error("rollback failed");
      });
      const first = failure.error;
      const state = first instanceof DatabaseError ? first.code : undefined;
      const isRetried = state !== undefined && RETRIED_STATES.has(state);
      if (!isRetried || attempt >= MAX_ATTEMPTS) throw first;
    } finally {
      failure.note(new Error("The transaction is over."));
      client.release(broken);
    }
  }
}

/** Why a transaction failed. Statements sent together then all fail, and only the first error states the cause. */
class FirstFailure {
  error: unknown = null;
  isThere = false;

  note(error: unknown): void {
    if (this.isThere) return;
    this.error = error;
    this.isThere = true;
  }
}

/**
 * A connection for one transaction. After a failure it sends nothing more: statements that other parts of the work still
 * send would run after the ROLLBACK, outside any transaction or inside another one.
 */
function watched(client: PoolClient, failure: FirstFailure): PoolClient {
  return new Proxy(client, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (key !== "query" || typeof value !== "function") return value;
      return async (...statement: unknown[]): Promise<unknown> => {
        if (failure.isThere) throw failure.error;
        try {
          return await Reflect.apply(value, target, statement);
        } catch (error) {
          failure.note(error);
          throw error;
        }
      };
    },
  });
}

/** No pool connection became free in time: all are in use, which does not mean that the database is unavailable. */
export function isPoolExhausted(error: unknown): boolean {
  return error instanceof Error && error.message === "timeout exceeded when trying to connect";
}

/** The connection was lost, refused or could not be opened in time: the request is valid, but the database is unavailable. */
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
