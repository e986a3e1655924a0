import "server-only";
import { getDatabase } from "@/lib/data/database.ts";

export async function insertApiToken(token: {
  name: string;
  tokenHash: string;
  role: string;
  madeBy: string | null;
}): Promise<{ id: string }> {
  return getDatabase().prisma.apiToken.create({ data: token, select: { id: true } });
}

export interface ApiTokenRow {
  id: string;
  name: string;
  role: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
}

/** Scripts send many requests a minute: a prepared statement, and the last use is recorded at most once a minute. */
export async function findApiToken(tokenHash: string): Promise<ApiTokenRow | null> {
  const { rows } = await getDatabase().pool.query<ApiTokenRow>({
    name: "api-token",
    text: `SELECT id, name, role, revoked_at AS "revokedAt", last_used_at AS "lastUsedAt"
           FROM api_tokens WHERE token_hash = $1`,
    values: [tokenHash],
  });
  return rows[0] ?? null;
}

export async function noteApiTokenUse(id: string, now: Date): Promise<void> {
  await getDatabase().pool.query(`UPDATE api_tokens SET last_used_at = $2 WHERE id = $1`, [id, now]);
}

export interface ListedApiToken {
  id: string;
  name: string;
  role: string;
  createdAt: string;
  madeBy: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** The newest first. */
export async function listApiTokenRows(): Promise<ListedApiToken[]> {
  const { rows } = await getDatabase().pool.query<ListedApiToken>(
    `SELECT id, name, role, created_at AS "createdAt", made_by AS "madeBy", last_used_at AS "lastUsedAt",
            revoked_at AS "revokedAt"
       FROM api_tokens ORDER BY created_at DESC, id DESC`,
  );
  return rows;
}

/** Revokes a token. False if there is no such token; revoking it again changes nothing. */
export async function markTokenRevoked(id: string, now: Date): Promise<boolean> {
  const { rowCount } = await getDatabase().pool.query(
    "UPDATE api_tokens SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1",
    [id, now],
  );
  return rowCount === 1;
}
