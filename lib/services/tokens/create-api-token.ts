import "server-only";
import { insertApiToken } from "@/lib/data/access/api-tokens.ts";
import { createToken } from "./secret-token.ts";

/** Creates a read-only token for scripts. The token itself is returned only here. */
export async function createApiToken(token: {
  name: string;
  role: string;
  /** Who created it; `null` for the command line. */
  madeBy?: string;
}): Promise<{ id: string; token: string }> {
  const made = createToken("api");
  const { id } = await insertApiToken({
    name: token.name,
    role: token.role,
    madeBy: token.madeBy ?? null,
    tokenHash: made.hash,
  });
  return { id, token: made.token };
}
