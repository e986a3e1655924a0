import "server-only";
import { getDatabase } from "@/lib/data/database.ts";

export interface EnrolmentKeyRow {
  expiresAt: string | null;
  revokedAt: string | null;
}

export async function insertEnrolmentKey(key: {
  name: string;
  keyHash: string;
  tags: readonly string[];
  usesLeft: number | null;
  expiresAt: Date | null;
  madeBy: string | null;
}): Promise<{ id: string }> {
  return getDatabase().prisma.enrolmentKey.create({
    data: { ...key, tags: [...key.tags] },
    select: { id: true },
  });
}

export async function findEnrolmentKey(keyHash: string): Promise<EnrolmentKeyRow | null> {
  const { rows } = await getDatabase().pool.query<EnrolmentKeyRow>(
    `SELECT expires_at AS "expiresAt", revoked_at AS "revokedAt"
     FROM enrolment_keys WHERE key_hash = $1`,
    [keyHash],
  );
  return rows[0] ?? null;
}

export interface ListedEnrolmentKey extends EnrolmentKeyRow {
  id: string;
  name: string;
  tags: string[];
  uses: number;
  usesLeft: number | null;
  createdAt: string;
  madeBy: string | null;
}

/** The newest first. */
export async function listEnrolmentKeyRows(): Promise<ListedEnrolmentKey[]> {
  const { rows } = await getDatabase().pool.query<ListedEnrolmentKey>(
    `SELECT id, name, tags, uses, uses_left AS "usesLeft", expires_at AS "expiresAt", created_at AS "createdAt",
            made_by AS "madeBy", revoked_at AS "revokedAt"
       FROM enrolment_keys ORDER BY created_at DESC, id DESC`,
  );
  return rows;
}

/**
 * Revokes a key. Hosts enrolled with it keep their tokens. False if there is no such key; revoking it again changes
 * nothing.
 */
export async function markKeyRevoked(id: string, now: Date): Promise<boolean> {
  const { rowCount } = await getDatabase().pool.query(
    "UPDATE enrolment_keys SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1",
    [id, now],
  );
  return rowCount === 1;
}
