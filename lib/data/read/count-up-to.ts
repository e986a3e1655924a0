import "server-only";
import { getDatabase } from "../database.ts";
import type { SqlParts } from "./sql-parts.ts";

/** Counts the rows of one table (with its alias) up to a limit: beyond it the exact number is of no use. */
export async function countUpTo(
  ceiling: number,
  table: "findings f" | "changes c",
  where: readonly string[],
  sql: SqlParts,
): Promise<number> {
  const { rows } = await getDatabase().pool.query<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT FROM ${table} WHERE ${where.join(" AND ")} LIMIT ${sql.add(ceiling + 1)}) counted`,
    sql.values,
  );
  const [counted] = rows;
  if (!counted) throw new Error("A count is one row.");
  return counted.n;
}
