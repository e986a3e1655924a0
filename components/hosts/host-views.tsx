"use client";

import { useQuery } from "@tanstack/react-query";
import { createSerializer } from "nuqs";
import { ViewLinks } from "@/components/ui/view-links.tsx";
import { hostQueries } from "@/lib/query/hosts.ts";
import { hostSearchParams, type HostUrl, toHostFilters, WHOLE_FLEET } from "./host-search-params.ts";
import { prepareHostViews } from "./prepare-host-views.ts";

const toAddress = createSerializer(hostSearchParams);

/** Frequently used views of the hosts, with the number of matches. */
export function HostViews({ url }: { url: HostUrl }) {
  const { data: facets } = useQuery(hostQueries.facets(WHOLE_FLEET));
  const current = JSON.stringify(toHostFilters(url));
  const views = prepareHostViews(facets).map(({ label, change, count }) => ({
    label,
    count,
    href: toAddress("/hosts", { ...change, sort: url.sort }),
    isCurrent: current === JSON.stringify(toHostFilters({ ...emptied(url), ...change })),
  }));
  return <ViewLinks views={views} />;
}

function emptied(url: HostUrl): HostUrl {
  return {
    ...url,
    search: "",
    cluster: [],
    freshness: [],
    tag: [],
    rule: [],
    health: [],
    acceleration: [],
    section: [],
    agent: [],
    system: [],
    apart: null,
  };
}
