import "server-only";
import { insertEnrolmentKey } from "@/lib/data/access/enrolment-keys.ts";
import { asTag } from "@/lib/domain/tags.ts";
import { AppError } from "@/lib/services/app-error.ts";
import { createToken } from "./secret-token.ts";

/**
 * Creates an enrolment key. The key itself is returned only here.
 * @throws AppError `bad-request` for a tag that could not be used as a filter
 */
export async function createEnrolmentKey(key: {
  name: string;
  tags: readonly string[];
  uses: number | null;
  expiresAt: Date | null;
  /** Who created it; `null` for the command line. */
  madeBy?: string;
}): Promise<{ id: string; key: string }> {
  const { token, hash } = createToken("enrolment");
  const tags = [...new Set(key.tags.map(toTag))];
  const { id } = await insertEnrolmentKey({
    name: key.name,
    keyHash: hash,
    tags,
    usesLeft: key.uses,
    expiresAt: key.expiresAt,
    madeBy: key.madeBy ?? null,
  });
  return { id, key: token };
}

/** Accepts a tag with or without `#`, like the filters. */
function toTag(word: string): string {
  const tag = asTag(word.replace(/^#/, ""));
  if (tag !== null) return tag;
  throw new AppError("bad-request", `"${word}" is not a valid tag. Use at most 64 letters, digits, - and _.`);
}
