import "server-only";
import { getDatabase } from "@/lib/data/database.ts";

export async function insertApiToken(token: {
  name: string;
  tokenHash: string;
  role: string;
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

/** A script asks many times a minute: one prepared statement, and its use noted at most once a minute. */
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
