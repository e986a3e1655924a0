import type { Metadata } from "next";
import { createLoader } from "nuqs/server";
import { Hydrate, prefetch } from "@/app/prefetch.tsx";
import { toFilters, toListing } from "@/components/vms/vm-listing.ts";
import { vmSearchParams } from "@/components/vms/vm-search-params.ts";
import { Legend } from "@/components/vms/legend.tsx";
import { VmsScreen } from "@/components/vms/vms-screen.tsx";
import { CAPABILITY_NAMES } from "@/lib/format/names.ts";
import { FIRST_PAGE_SIZE, vmQueries } from "@/lib/query/vms.ts";
import { listVms } from "@/lib/services/list-vms.ts";
import { listVmBands } from "@/lib/services/vm-bands.ts";
import { vmFacets } from "@/lib/services/vm-facets.ts";

export const metadata: Metadata = { title: "VMs" };

const loadVmUrl = createLoader(vmSearchParams);

export default async function VmsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const url = await loadVmUrl(searchParams);
  const listing = toListing(url);
  const filters = toFilters(url);
  const now = new Date();

  // The first screen, and the sums over all VMs. The browser loads the rest of the list afterwards.
  await Promise.all([
    prefetch(vmQueries.matrixPage(listing, null), () => listVms({ ...listing, limit: FIRST_PAGE_SIZE }, now)),
    prefetch(vmQueries.bands(filters), () => listVmBands(filters, now)),
    prefetch(vmQueries.facets(filters), () => vmFacets(filters, now)),
  ]);

  return (
    <Hydrate>
      <VmsScreen legend={<Legend />} capabilityNames={namesOf(url.capability)} />
    </Hydrate>
  );
}

/** The browser's code has no names of capabilities: only other pages link to a list of VMs with one. */
function namesOf(capabilities: readonly string[]): ReadonlyMap<string, string> {
  const keys = new Set(capabilities.map((capability) => capability.split(":")[0]));
  return new Map(Object.entries(CAPABILITY_NAMES).filter(([key]) => keys.has(key)));
}
