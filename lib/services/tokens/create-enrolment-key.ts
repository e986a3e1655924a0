import "server-only";
import { insertEnrolmentKey } from "@/lib/data/access/enrolment-keys.ts";
import { createToken } from "./secret-token.ts";

/** Makes a key that hosts enrol with. The key itself is answered here and never again. */
export async function createEnrolmentKey(key: {
  name: string;
  tags: readonly string[];
  uses: number | null;
  expiresAt: Date | null;
}): Promise<{ id: string; key: string }> {
  const { token, hash } = createToken("enrolment");
  const tags = [...new Set(key.tags.map((tag) => tag.toLowerCase()))];
  const { id } = await insertEnrolmentKey({
    name: key.name,
    keyHash: hash,
    tags,
    usesLeft: key.uses,
    expiresAt: key.expiresAt,
  });
  return { id, key: token };
}
