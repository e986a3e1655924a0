const OLDEST_MAJOR = 14;

/** Anything that answers a query as `pg` does: a pool or a client. */
export interface VersionQueryable {
  query(text: string): Promise<{ rows: unknown[] }>;
}

/** Null when the server is new enough, else a sentence for the person who set DATABASE_URL. */
export async function checkServerVersion(client: VersionQueryable): Promise<string | null> {
  const { rows } = await client.query(
    "SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number",
  );
  const [row] = rows;
  if (typeof row !== "object" || row === null || !("version" in row && "number" in row)) {
    return "The database server did not report its version. Innkeeper requires Postgres.";
  }
  if (typeof row.number === "number" && Math.floor(row.number / 10_000) >= OLDEST_MAJOR) return null;
  return `The database server is Postgres ${String(row.version)}. Innkeeper requires ${OLDEST_MAJOR} or newer.`;
}
