import type { Metadata } from "next";
import { Hydrate, prefetch } from "@/app/prefetch.tsx";
import { TokensPage } from "@/components/settings/tokens-page.tsx";
import { accessQueries } from "@/lib/query/access.ts";
import { listApiTokens } from "@/lib/services/tokens/list-api-tokens.ts";
import { requireAdminPage } from "../require-admin-page.ts";

export const metadata: Metadata = { title: "API tokens" };

export default async function TokensRoute() {
  await requireAdminPage();
  await prefetch(accessQueries.apiTokens(), () => listApiTokens());
  return (
    <Hydrate>
      <TokensPage />
    </Hydrate>
  );
}
