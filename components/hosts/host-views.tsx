"use client";

import { useQuery } from "@tanstack/react-query";
import { ViewLinks } from "@/components/ui/view-links.tsx";
import { toUrl } from "@/lib/query/fetch-json.ts";
import { hostQueries } from "@/lib/query/hosts.ts";
import { DEFAULT_HOST_SORT, type HostUrl, toHostFilters, WHOLE_FLEET } from "./host-search-params.ts";
import { prepareHostViews } from "./prepare-host-views.ts";

/** Frequently used views of the hosts, with the number of matches. */
export function HostViews({ url }: { url: HostUrl }) {
  const { data: facets } = useQuery(hostQueries.facets(WHOLE_FLEET));
  const current = JSON.stringify(toHostFilters(url));
  const views = prepareHostViews(facets).map(({ label, change, count }) => ({
    label,
    count,
    href: toUrl("/hosts", { ...change, sort: url.sort === DEFAULT_HOST_SORT ? null : url.sort }),
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
    rung: [],
    section: [],
    agent: [],
    system: [],
    apart: null,
  };
}
