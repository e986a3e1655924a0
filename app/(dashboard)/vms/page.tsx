import type { Metadata } from "next";
import * as nuqs from "nuqs/server";
import { toFilters, toListing, makeVmSearchParams } from "@/components/vms/vm-search-params.ts";
import { Legend } from "@/components/vms/legend.tsx";
import { VmsScreen } from "@/components/vms/vms-screen.tsx";
import type { Page } from "@/lib/contract/api/page.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { Hydrate, prefetch } from "@/lib/query/server.tsx";
import { VM_PAGE_SIZE, vmQueries } from "@/lib/query/vms.ts";
import { listVms } from "@/lib/services/list-vms.ts";
import { vmFacets } from "@/lib/services/vm-facets.ts";

export const metadata: Metadata = { title: "VMs" };

const loadVmUrl = nuqs.createLoader(makeVmSearchParams(nuqs));

/** So many pages travel with the first answer: most fleets are then whole, and stand worst first from the first paint. */
const FIRST_PAGES = 3;

export default async function VmsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const url = await loadVmUrl(searchParams);
  const listing = toListing(url);
  const filters = toFilters(url);
  const now = new Date();

  const facets = prefetch(vmQueries.facets(filters), () => vmFacets(filters, now));
  let cursor: string | null = null;
  for (let page = 0; page < FIRST_PAGES; page += 1) {
    const after: string | null = cursor;
    const answer: Page<VmRow> | null = await prefetch(vmQueries.page(listing, after), () =>
      listVms({ ...listing, ...(after === null ? {} : { cursor: after }), limit: VM_PAGE_SIZE }, now),
    );
    cursor = answer?.nextCursor ?? null;
    if (cursor === null) break;
  }
  await facets;

  return (
    <Hydrate>
      <VmsScreen legend={<Legend />} />
    </Hydrate>
  );
}
