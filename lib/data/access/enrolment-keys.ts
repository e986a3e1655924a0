import "server-only";
import { getDatabase } from "@/lib/data/database.ts";

export interface EnrolmentKeyRow {
  usesLeft: number | null;
  expiresAt: string | null;
  revokedAt: string | null;
}

export async function insertEnrolmentKey(key: {
  name: string;
  keyHash: string;
  tags: readonly string[];
  usesLeft: number | null;
  expiresAt: Date | null;
}): Promise<{ id: string }> {
  return getDatabase().prisma.enrolmentKey.create({
    data: { ...key, tags: [...key.tags] },
    select: { id: true },
  });
}

export async function findEnrolmentKey(keyHash: string): Promise<EnrolmentKeyRow | null> {
  const { rows } = await getDatabase().pool.query<EnrolmentKeyRow>(
    `SELECT uses_left AS "usesLeft", expires_at AS "expiresAt", revoked_at AS "revokedAt"
     FROM enrolment_keys WHERE key_hash = $1`,
    [keyHash],
  );
  return rows[0] ?? null;
}
