import "server-only";
import { findEnrolmentKey } from "@/lib/data/access/enrolment-keys.ts";
import { AppError } from "@/lib/services/app-error.ts";
import { bearerOf, hashToken, isToken } from "./secret-token.ts";

/**
 * Checks whether hosts may enrol with this key. The enrolling transaction, which locks the key, checks its uses: a key that
 * is used up is still valid for an instance that repeats its enrolment.
 * @throws AppError `unauthenticated` or `forbidden`
 */
export async function authenticateEnrolmentKey(
  authorization: string | null,
  now: Date,
): Promise<{ keyHash: string }> {
  const key = bearerOf(authorization);
  if (key === null)
    throw new AppError("unauthenticated", "An enrolment key is required: Authorization: Bearer ike_…");
  if (!isToken("enrolment", key)) throw new AppError("unauthenticated", "This is not an enrolment key.");
  const keyHash = hashToken(key);
  const row = await findEnrolmentKey(keyHash);
  if (row === null) throw new AppError("unauthenticated", "This enrolment key is unknown.");
  if (row.revokedAt !== null) throw new AppError("forbidden", "This enrolment key was revoked.");
  if (row.expiresAt !== null && new Date(row.expiresAt) <= now) {
    throw new AppError("forbidden", "This enrolment key has expired.");
  }
  return { keyHash };
}
