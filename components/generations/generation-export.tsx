"use client";

import { useQueryClient } from "@tanstack/react-query";
import { CsvButton } from "@/components/ui/csv-button.tsx";
import { useNow } from "@/components/ui/now.tsx";
import { collectPages } from "@/lib/query/collect-pages.ts";
import { type GenerationListing, generationQueries } from "@/lib/query/generations.ts";
import { prepareGenerationCsv } from "./prepare-generation-csv.ts";

/** The list as a file: every VM that matches its filters, including those not loaded yet. */
export function GenerationExport({
  listing,
  titles,
}: {
  listing: GenerationListing;
  titles: ReadonlyMap<string, string>;
}) {
  const client = useQueryClient();
  const now = useNow(60_000);

  const take = async () => {
    const rows = await collectPages((cursor) => client.query(generationQueries.page(listing, cursor)));
    return prepareGenerationCsv(rows, { titles, isBanded: listing.sort === "conversion", nowMs: now });
  };

  return <CsvButton take={take} />;
}
