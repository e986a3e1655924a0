import "server-only";
import { getDatabase } from "@/lib/data/database.ts";

/** Stores the hash of a one-time secret and deletes expired ones of the same kind. */
export async function insertOneTimeSecret(
  secret: { identifier: string; hash: string; expiresAt: Date },
  now: Date,
): Promise<void> {
  const { verification } = getDatabase().prisma;
  await verification.deleteMany({ where: { identifier: secret.identifier, expiresAt: { lte: now } } });
  await verification.create({
    data: { identifier: secret.identifier, value: secret.hash, expiresAt: secret.expiresAt },
  });
}

/** Uses up a secret. If two callers present it at the same time, only one gets true. */
export async function takeOneTimeSecret(
  secret: { identifier: string; hash: string },
  now: Date,
): Promise<boolean> {
  const { count } = await getDatabase().prisma.verification.deleteMany({
    where: { identifier: secret.identifier, value: secret.hash, expiresAt: { gt: now } },
  });
  return count > 0;
}
