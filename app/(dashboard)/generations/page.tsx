import type { Metadata } from "next";
import { createLoader } from "nuqs/server";
import { KeepPlace } from "@/app/keep-place.tsx";
import { Hydrate, prefetch } from "@/app/prefetch.tsx";
import { GenerationsPage } from "@/components/generations/generations-page.tsx";
import {
  generationSearchParams,
  toGenerationListing,
} from "@/components/generations/generation-search-params.ts";
import { GENERATION_PAGE_SIZE, generationQueries } from "@/lib/query/generations.ts";
import { getGenerations } from "@/lib/services/get-generations.ts";
import { listGenerations } from "@/lib/services/list-generations.ts";

export const metadata: Metadata = { title: "Generations" };

const loadGenerationUrl = createLoader(generationSearchParams);

export default async function GenerationsRoute({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const listing = toGenerationListing(await loadGenerationUrl(searchParams));
  const now = new Date();
  await Promise.all([
    prefetch(generationQueries.view(), () => getGenerations(now)),
    prefetch(generationQueries.page(listing), () =>
      listGenerations({ ...listing, limit: GENERATION_PAGE_SIZE }, now),
    ),
  ]);

  return (
    <Hydrate>
      <GenerationsPage />
      <KeepPlace />
    </Hydrate>
  );
}
