import "server-only";
import { insertApiToken } from "@/lib/data/access/api-tokens.ts";
import { createToken } from "./secret-token.ts";

/** Makes a token for scripts that read. The token itself is answered here and never again. */
export async function createApiToken(token: {
  name: string;
  role: string;
  /** Who made it; nobody by the command line. */
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
