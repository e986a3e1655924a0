import "server-only";
import { findEnrolmentKey, type EnrolmentKeyRow } from "@/lib/data/access/enrolment-keys.ts";
import { AppError } from "@/lib/services/app-error.ts";
import { bearerOf, hashToken, isToken } from "./secret-token.ts";

export interface PresentedKey {
  id: string;
  keyHash: string;
  tags: readonly string[];
}

/**
 * Whether a host may enrol with this key now. Its uses are counted in the transaction that enrols, which locks the key.
 * @throws AppError `unauthenticated` or `forbidden`
 */
export async function authenticateEnrolmentKey(
  authorization: string | null,
  now: Date,
): Promise<PresentedKey> {
  const key = bearerOf(authorization);
  if (key === null)
    throw new AppError("unauthenticated", "An enrolment key is needed: Authorization: Bearer ike_…");
  if (!isToken("enrolment", key)) throw new AppError("unauthenticated", "This is not an enrolment key.");
  const keyHash = hashToken(key);
  const row = await findEnrolmentKey(keyHash);
  if (row === null) throw new AppError("unauthenticated", "This enrolment key is not known.");
  refuseUnusable(row, now);
  return { id: row.id, keyHash, tags: row.tags };
}

/** @throws AppError `forbidden` with the reason why a key opens nothing any more */
export function refuseUnusable(
  key: Pick<EnrolmentKeyRow, "usesLeft" | "expiresAt" | "revokedAt">,
  now: Date,
): void {
  if (key.revokedAt !== null) throw new AppError("forbidden", "This enrolment key was revoked.");
  if (key.expiresAt !== null && new Date(key.expiresAt) <= now) {
    throw new AppError("forbidden", "This enrolment key has expired.");
  }
  if (key.usesLeft !== null && key.usesLeft <= 0)
    throw new AppError("forbidden", "This enrolment key is used up.");
}
