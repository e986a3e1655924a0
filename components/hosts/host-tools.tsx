"use client";

import { ListFilter } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { FilterToken } from "@/components/ui/filter-token.tsx";
import { ListSearch } from "@/components/ui/list-search.tsx";
import { OrderMenu } from "@/components/ui/order-menu.tsx";
import { Popover } from "@/components/ui/popover.tsx";
import { HostFacetLists, type SetHostUrl } from "./host-facets.tsx";
import { prepareHostTokens } from "./prepare-host-tokens.ts";
import { HOST_SORT_WORDS, type HostSort, type HostUrl } from "./host-search-params.ts";

const SORTS: readonly HostSort[] = ["cluster", "name", "-findings", "-vms", "lastReportedAt"];

/** Search, the active filters as text, and the sort order. */
export function HostTools({ url, setUrl }: { url: HostUrl; setUrl: SetHostUrl }) {
  const tokens = prepareHostTokens(url);
  return (
    <search className="flex flex-wrap items-center gap-1.5 border-b border-line px-2.5 py-[7px] tablet:px-3">
      <ListSearch
        label="Search the hosts by name, cluster, or an adapter’s name, description or MAC address"
        placeholder="Name, cluster, adapter or MAC"
        value={url.search}
        onSearch={(search) => setUrl({ search })}
      />
      <span className="desk:hidden">
        <Popover
          label="Filters"
          width={260}
          trigger={
            <Button>
              <ListFilter className="icon" aria-hidden />
              Filter
            </Button>
          }
        >
          <HostFacetLists url={url} setUrl={setUrl} />
        </Popover>
      </span>
      {tokens.map(({ words, without }) => (
        <FilterToken key={words} words={words} onDrop={() => setUrl(without)} />
      ))}
      <OrderMenu
        sorts={SORTS}
        words={HOST_SORT_WORDS}
        value={url.sort}
        onChoose={(sort) => setUrl({ sort })}
      />
    </search>
  );
}
