"use client";

import { useQuery } from "@tanstack/react-query";
import { createSerializer } from "nuqs";
import Link from "next/link";
import { classes } from "@/components/ui/classes.ts";
import { formatCount } from "@/lib/format/count.ts";
import { hostQueries } from "@/lib/query/hosts.ts";
import { hostSearchParams, type HostUrl, toHostFilters, WHOLE_FLEET } from "./host-search-params.ts";
import { prepareHostViews } from "./prepare-host-views.ts";

const toAddress = createSerializer(hostSearchParams);

/** The questions that are asked of hosts again and again, with how many each finds. */
export function HostViews({ url }: { url: HostUrl }) {
  const { data: facets } = useQuery(hostQueries.facets(WHOLE_FLEET));
  const current = JSON.stringify(toHostFilters(url));
  return (
    <nav
      aria-label="Views"
      className="no-scrollbar flex overflow-x-auto border-b border-line px-1 tablet:px-4"
    >
      {prepareHostViews(facets).map(({ label, change, count }) => {
        const isCurrent = current === JSON.stringify(toHostFilters({ ...emptied(url), ...change }));
        return (
          <Link
            key={label}
            href={toAddress("/hosts", { ...change, sort: url.sort })}
            prefetch={false}
            aria-current={isCurrent ? "page" : undefined}
            className={classes(
              "focus-inside border-b-2 px-2.5 pt-[5px] pb-1.5 text-sub whitespace-nowrap",
              isCurrent ? "border-accent font-semibold" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {label}
            {count === null ? null : <span className="font-normal text-ink-3"> {formatCount(count)}</span>}
          </Link>
        );
      })}
    </nav>
  );
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
