import "server-only";
import { getDatabase } from "@/lib/data/database.ts";

/** Keeps the hash of a secret that can be used once. Expired ones of its kind go at the same time. */
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

/** Spends a secret: of two who come with it at once, one is told true. */
export async function takeOneTimeSecret(
  secret: { identifier: string; hash: string },
  now: Date,
): Promise<boolean> {
  const { count } = await getDatabase().prisma.verification.deleteMany({
    where: { identifier: secret.identifier, value: secret.hash, expiresAt: { gt: now } },
  });
  return count > 0;
}
