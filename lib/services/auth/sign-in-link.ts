import "server-only";
import { findUserIdByEmail } from "@/lib/data/accounts/users.ts";
import { insertOneTimeSecret, takeOneTimeSecret } from "@/lib/data/accounts/one-time-secrets.ts";
import { AppError } from "@/lib/services/app-error.ts";
import { createToken, hashToken, isToken } from "@/lib/services/tokens/secret-token.ts";

const VALID_MILLISECONDS = 15 * 60_000;
const IDENTIFIER = "sign-in-link";

/** Makes the path of a link that signs this person in once. Only the command line may ask: it has the database anyway. */
export async function createSignInLink(email: string, now: Date): Promise<{ path: string; expiresAt: Date }> {
  const userId = await findUserIdByEmail(email.toLowerCase());
  if (userId === null) throw new AppError("not-found", `No account has the e-mail address ${email}.`);
  const { token } = createToken("sign-in");
  const expiresAt = new Date(+now + VALID_MILLISECONDS);
  // Whom it signs in is part of what is hashed and of the link, so a link cannot be bent to somebody else.
  await insertOneTimeSecret(
    { identifier: IDENTIFIER, hash: hashToken(`${userId}:${token}`), expiresAt },
    now,
  );
  return { path: `/sign-in/once?token=${token}.${userId}`, expiresAt };
}

/** Spends a link. The person it signs in, or null when it is unknown, used or too old. */
export async function redeemSignInLink(text: string, now: Date): Promise<string | null> {
  const [token = "", userId = ""] = text.split(".");
  if (!isToken("sign-in", token) || !/^[0-9a-f-]{36}$/.test(userId)) return null;
  const isTaken = await takeOneTimeSecret(
    { identifier: IDENTIFIER, hash: hashToken(`${userId}:${token}`) },
    now,
  );
  return isTaken ? userId : null;
}
