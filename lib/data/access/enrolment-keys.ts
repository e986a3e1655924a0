import "server-only";
import type pg from "pg";
import { getDatabase } from "@/lib/data/database.ts";

export interface EnrolmentKeyRow {
  id: string;
  tags: string[];
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

/** The key, locked when a transaction asks: two enrolments cannot both take its last use. */
export async function findEnrolmentKey(
  keyHash: string,
  client?: pg.ClientBase,
): Promise<EnrolmentKeyRow | null> {
  const { rows } = await (client ?? getDatabase().pool).query<EnrolmentKeyRow>(
    `SELECT id, tags, uses_left AS "usesLeft", expires_at AS "expiresAt", revoked_at AS "revokedAt"
     FROM enrolment_keys WHERE key_hash = $1 ${client === undefined ? "" : "FOR UPDATE"}`,
    [keyHash],
  );
  return rows[0] ?? null;
}

export async function takeEnrolmentKeyUse(client: pg.ClientBase, id: string): Promise<void> {
  await client.query(
    `UPDATE enrolment_keys SET uses_left = uses_left - 1 WHERE id = $1 AND uses_left IS NOT NULL`,
    [id],
  );
}
