"use client";

import { useQueryClient } from "@tanstack/react-query";
import { CsvButton } from "@/components/ui/csv-button.tsx";
import { useNow } from "@/components/ui/now.tsx";
import { collectPages } from "@/lib/query/collect-pages.ts";
import { hostQueries, type HostListing } from "@/lib/query/hosts.ts";
import { prepareHostCsv } from "./prepare-host-csv.ts";

/** The list as a file: every host that matches its filters, including those not loaded yet. */
export function HostExport({ listing }: { listing: HostListing }) {
  const client = useQueryClient();
  const now = useNow(60_000);

  const take = async () => {
    const hosts = await collectPages((cursor) => client.query(hostQueries.list(listing, cursor)));
    return prepareHostCsv(hosts, listing.sort === "cluster", now);
  };

  return <CsvButton take={take} />;
}
