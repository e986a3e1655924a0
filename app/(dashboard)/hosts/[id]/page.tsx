import type { Metadata } from "next";
import { cache } from "react";
import { loadOrNotFound } from "@/app/(dashboard)/load-or-not-found.ts";
import { KeepPlace } from "@/app/keep-place.tsx";
import { Hydrate, prefetch } from "@/app/prefetch.tsx";
import { hostVmListing } from "@/components/hosts/host-page/host-vm-listing.ts";
import { HostPage } from "@/components/hosts/host-page/host-page.tsx";
import { hostQueries } from "@/lib/query/hosts.ts";
import { VM_PAGE_SIZE, vmQueries } from "@/lib/query/vms.ts";
import { getHost } from "@/lib/services/get-host.ts";
import { listVms } from "@/lib/services/list-vms.ts";

interface Props {
  params: Promise<{ id: string }>;
}

/** Read once for the title and for the page. */
const loadHost = cache((id: string) => loadOrNotFound(() => getHost(id, new Date())));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const host = await loadHost((await params).id);
  return { title: host?.name ?? "Host" };
}

export default async function HostRoute({ params }: Props) {
  const { id } = await params;
  const host = await loadHost(id);
  if (host !== null) {
    const listing = hostVmListing(host);
    await Promise.all([
      prefetch(hostQueries.detail(id), () => Promise.resolve(host)),
      prefetch(vmQueries.page(listing, null), () => listVms({ ...listing, limit: VM_PAGE_SIZE }, new Date())),
    ]);
  }

  return (
    <Hydrate>
      <HostPage id={id} />
      <KeepPlace />
    </Hydrate>
  );
}
