import "server-only";
import { listApiTokenRows } from "@/lib/data/access/api-tokens.ts";
import type { ApiTokens } from "@/lib/contract/api/access.ts";

export async function listApiTokens(): Promise<ApiTokens> {
  return { items: await listApiTokenRows() };
}
