import type { Metadata } from "next";
import { createLoader } from "nuqs/server";
import { KeepPlace } from "@/app/keep-place.tsx";
import { Hydrate, prefetch } from "@/app/prefetch.tsx";
import { FindingsPage } from "@/components/findings/findings-page.tsx";
import { findingSearchParams, toCauseListing } from "@/components/findings/finding-search-params.ts";
import { FINDING_PAGE_SIZE, findingQueries } from "@/lib/query/findings.ts";
import { listCauses } from "@/lib/services/list-causes.ts";
import { listFindings } from "@/lib/services/list-findings.ts";

export const metadata: Metadata = { title: "Findings" };

const loadFindingUrl = createLoader(findingSearchParams);

export default async function FindingsRoute({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const url = await loadFindingUrl(searchParams);
  const listing = toCauseListing(url);
  const now = new Date();
  await prefetch(findingQueries.causes(listing), () => listCauses(listing, now));
  if (url.status !== "open") {
    const settled = { ...listing, status: url.status };
    await prefetch(findingQueries.page(settled), () =>
      listFindings({ ...settled, limit: FINDING_PAGE_SIZE }, now),
    );
  }

  return (
    <Hydrate>
      <FindingsPage />
      <KeepPlace />
    </Hydrate>
  );
}
