import "server-only";
import { findUserIdByEmail } from "@/lib/data/accounts/users.ts";
import { insertOneTimeSecret, takeOneTimeSecret } from "@/lib/data/accounts/one-time-secrets.ts";
import { AppError } from "@/lib/services/app-error.ts";
import { createToken, hashToken, isToken } from "@/lib/services/tokens/secret-token.ts";

const VALID_MILLISECONDS = 15 * 60_000;
const IDENTIFIER = "sign-in-link";

/** Creates the path of a one-time sign-in link for a person. Only for the command line, which has database access anyway. */
export async function createSignInLink(email: string, now: Date): Promise<{ path: string; expiresAt: Date }> {
  const userId = await findUserIdByEmail(email.toLowerCase());
  if (userId === null) throw new AppError("not-found", `No account has the e-mail address ${email}.`);
  const { token } = createToken("sign-in");
  const expiresAt = new Date(+now + VALID_MILLISECONDS);
  // The user id is part of the link and of the hash, so a link cannot be changed to sign in another user.
  await insertOneTimeSecret(
    { identifier: IDENTIFIER, hash: hashToken(`${userId}:${token}`), expiresAt },
    now,
  );
  return { path: `/sign-in/once?token=${token}.${userId}`, expiresAt };
}

/** Uses up a link. Returns the person to sign in, or null if the link is unknown, used or expired. */
export async function redeemSignInLink(text: string, now: Date): Promise<string | null> {
  const [token = "", userId = ""] = text.split(".");
  if (!isToken("sign-in", token) || !/^[0-9a-f-]{36}$/.test(userId)) return null;
  const isTaken = await takeOneTimeSecret(
    { identifier: IDENTIFIER, hash: hashToken(`${userId}:${token}`) },
    now,
  );
  return isTaken ? userId : null;
}
