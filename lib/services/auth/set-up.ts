import "server-only";
import { randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { z } from "zod";
import { insertOneTimeSecret } from "@/lib/data/accounts/one-time-secrets.ts";
import { hasUsers, insertFirstUser, insertUser } from "@/lib/data/accounts/users.ts";
import { AppError } from "@/lib/services/app-error.ts";
import { hashToken } from "@/lib/services/tokens/secret-token.ts";
import { PASSWORD_LENGTH } from "./auth.ts";

const IDENTIFIER = "set-up-code";
const VALID_MILLISECONDS = 7 * 86_400_000;
// Without letters and digits that are easily confused: people copy the code from a screen.
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const CODE_LENGTH = 16;

/** A new account. What differs from this could not sign in, or could not be told from others. */
export const newAccount = z.object({
  name: z.string().trim().min(1, "is missing").max(200, "must have at most 200 characters"),
  email: z.email("is not an e-mail address").max(254, "must have at most 254 characters"),
  password: z
    .string()
    .min(PASSWORD_LENGTH.least, `must have at least ${PASSWORD_LENGTH.least} characters`)
    .max(PASSWORD_LENGTH.most, `must have at most ${PASSWORD_LENGTH.most} characters`),
});
export type NewAccount = z.output<typeof newAccount>;

/** Whether the first account must still be created. */
export async function isSetUpNeeded(): Promise<boolean> {
  return !(await hasUsers());
}

/**
 * Creates a code for the first account, or returns null if there are accounts. Every start prints a new one; all remain
 * valid until the first account is created.
 */
export async function issueSetUpCode(now: Date): Promise<string | null> {
  if (await hasUsers()) return null;
  const letters = [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? "");
  const code = letters.join("").replace(/(.{4})(?=.)/g, "$1-");
  await insertOneTimeSecret(
    { identifier: IDENTIFIER, hash: hashCode(code), expiresAt: new Date(+now + VALID_MILLISECONDS) },
    now,
  );
  return code;
}

/** Creates the first account, which is an administrator. @throws AppError `conflict` or `forbidden` */
export async function setUp(code: string, account: NewAccount, now: Date): Promise<void> {
  // Checked before the expensive hash, and again under the lock.
  if (await hasUsers()) throw alreadySetUp();
  const user = await toUser(account, "admin");
  const outcome = await insertFirstUser(user, { identifier: IDENTIFIER, hash: hashCode(code), now });
  switch (outcome) {
    case "made":
      return;
    case "has-users":
      throw alreadySetUp();
    case "wrong-code":
      throw new AppError("forbidden", "This set-up code does not match the code that the server printed.", {
        errors: [{ path: "code", message: "is not the code that the server printed at startup" }],
      });
  }
}

/** Creates an account from the command line. @throws AppError `contract` or `conflict` */
export async function createUser(given: NewAccount, role: string): Promise<{ id: string }> {
  const account = newAccount.safeParse(given);
  if (!account.success) {
    const problems = account.error.issues.map(({ path, message }) => `The ${path.join(".")} ${message}.`);
    throw new AppError("contract", problems.join(" "));
  }
  const made = await insertUser(await toUser(account.data, role));
  if (made === null) throw new AppError("conflict", `${given.email} already has an account.`);
  return made;
}

async function toUser({ name, email, password }: NewAccount, role: string) {
  return { name, email: email.toLowerCase(), role, passwordHash: await hashPassword(password) };
}

function alreadySetUp(): AppError {
  return new AppError("conflict", "The first account already exists. Sign in.");
}

/** Hashes a code as typed, ignoring case, dashes and spaces. */
function hashCode(code: string): string {
  return hashToken(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ""));
}
