import type { Metadata } from "next";
import { createLoader } from "nuqs/server";
import { KeepPlace } from "@/app/keep-place.tsx";
import { Hydrate, prefetch } from "@/app/prefetch.tsx";
import { HostsPage } from "@/components/hosts/hosts-page.tsx";
import {
  hostSearchParams,
  toHostFilters,
  toHostListing,
  WHOLE_FLEET,
} from "@/components/hosts/host-search-params.ts";
import { accessQueries } from "@/lib/query/access.ts";
import { HOST_PAGE_SIZE, hostQueries } from "@/lib/query/hosts.ts";
import { listAwaitedHosts } from "@/lib/services/agents/list-awaited-hosts.ts";
import { hostFacets } from "@/lib/services/host-facets.ts";
import { listHosts } from "@/lib/services/list-hosts.ts";

export const metadata: Metadata = { title: "Hosts" };

const loadHostUrl = createLoader(hostSearchParams);

export default async function HostsRoute({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const url = await loadHostUrl(searchParams);
  const listing = toHostListing(url);
  const filters = toHostFilters(url);
  await Promise.all([
    prefetch(hostQueries.list(listing), () => listHosts({ ...listing, limit: HOST_PAGE_SIZE }, new Date())),
    prefetch(hostQueries.facets(filters), () => hostFacets(filters, new Date())),
    prefetch(hostQueries.facets(WHOLE_FLEET), () => hostFacets(WHOLE_FLEET, new Date())),
    prefetch(accessQueries.awaitedHosts(), () => listAwaitedHosts()),
  ]);

  return (
    <Hydrate>
      <HostsPage />
      <KeepPlace />
    </Hydrate>
  );
}
