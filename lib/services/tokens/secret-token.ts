import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import { toBase62 } from "./base62.ts";

/** The prefix of each kind of secret. It lets scanners find leaked secrets and lets us refuse the wrong kind immediately. */
export const TOKEN_PREFIXES = { enrolment: "ike_", agent: "ika_", api: "ikp_", "sign-in": "ikl_" } as const;
export type TokenKind = keyof typeof TOKEN_PREFIXES;

const SECRET_BYTES = 32;
// 62^43 > 2^256 and 62^6 > 2^32, so no leading digit is lost.
const SECRET_LENGTH = 43;
const CHECK_LENGTH = 6;

/** Creates a new secret. It is shown once; only its hash is stored. */
export function createToken(kind: TokenKind): { token: string; hash: string } {
  const body = TOKEN_PREFIXES[kind] + toBase62(randomBytes(SECRET_BYTES), SECRET_LENGTH);
  const token = body + checksumOf(body);
  return { token, hash: hashToken(token) };
}

/** Whether a text can be such a secret. Mistyped and invented ones never reach the database. */
export function isToken(kind: TokenKind, text: string): boolean {
  const prefix = TOKEN_PREFIXES[kind];
  if (!text.startsWith(prefix) || text.length !== prefix.length + SECRET_LENGTH + CHECK_LENGTH) return false;
  const body = text.slice(0, -CHECK_LENGTH);
  return /^[0-9A-Za-z]+$/.test(body.slice(prefix.length)) && checksumOf(body) === text.slice(-CHECK_LENGTH);
}

/** 256 random bits need no salt and no slow hash, because they cannot be guessed. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The secret of an `Authorization: Bearer …` header, or null. */
export function bearerOf(authorization: string | null): string | null {
  return /^bearer +([^\s]+) *$/i.exec(authorization ?? "")?.[1] ?? null;
}

function checksumOf(body: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return toBase62(bytes, CHECK_LENGTH);
}
