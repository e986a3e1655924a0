import type { Metadata } from "next";
import { HostsPage } from "@/components/hosts/hosts-page.tsx";
import { loadHostUrl, toHostListing } from "@/components/hosts/host-search-params.ts";
import { accessQueries } from "@/lib/query/access.ts";
import { HOST_PAGE_SIZE, hostQueries } from "@/lib/query/hosts.ts";
import { Hydrate, prefetch } from "@/lib/query/server.tsx";
import { listAwaitedHosts } from "@/lib/services/agents/list-awaited-hosts.ts";
import { listHosts } from "@/lib/services/list-hosts.ts";

export const metadata: Metadata = { title: "Hosts" };

export default async function HostsRoute({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const listing = toHostListing(await loadHostUrl(searchParams));
  await Promise.all([
    prefetch(hostQueries.list(listing), () => listHosts({ ...listing, limit: HOST_PAGE_SIZE }, new Date())),
    prefetch(accessQueries.awaitedHosts(), () => listAwaitedHosts()),
  ]);

  return (
    <Hydrate>
      <HostsPage />
    </Hydrate>
  );
}
