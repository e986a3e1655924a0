const OLDEST_MAJOR = 14;

/** A `pg` pool or client. */
export interface VersionQueryable {
  query(text: string): Promise<{ rows: unknown[] }>;
}

/** Null if the server is new enough, otherwise a message for the person who set DATABASE_URL. */
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
