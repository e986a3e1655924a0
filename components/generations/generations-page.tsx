"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { toggle } from "@/components/hosts/prepare-host-facets.ts";
import { toClusterWords } from "@/components/vms/cluster-words.ts";
import { useCrumb } from "@/components/shell/crumb.tsx";
import { ToFirstHost } from "@/components/enrolment/to-first-host.tsx";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { FilterToken } from "@/components/ui/filter-token.tsx";
import { ListSearch } from "@/components/ui/list-search.tsx";
import { OrderMenu } from "@/components/ui/order-menu.tsx";
import { PageHead } from "@/components/ui/page-head.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import type { GenerationsView } from "@/lib/contract/api/generations.ts";
import { formatCount } from "@/lib/format/count.ts";
import { generationQueries } from "@/lib/query/generations.ts";
import { GenerationExport } from "./generation-export.tsx";
import {
  GENERATION_FILTERS,
  type GenerationFilter,
  generationSearchParams,
  type GenerationUrl,
  SORT_WORDS,
  SORTS,
  toGenerationListing,
} from "./generation-search-params.ts";
import { GenerationSums } from "./generation-sums.tsx";
import { GenerationTable } from "./generation-table.tsx";
import { prepareCheckColumns } from "./prepare-check-columns.ts";
import { checkTitles, countBands } from "./prepare-generations.ts";

const NO_FILTER = {
  search: null,
  conversion: null,
  check: null,
  configurationVersion: null,
  cluster: null,
  host: null,
} as const;

/** Generation 1 VMs: what each would gain from a conversion, and what blocks it. */
export function GenerationsPage() {
  const [url, setUrl] = useQueryStates(generationSearchParams, { history: "replace" });
  const listing = toGenerationListing(url);
  const key = JSON.stringify(listing);
  // A cursor belongs to one query: another query starts with its first page.
  const [loaded, setLoaded] = useState<{ key: string; cursors: (string | null)[] }>({ key, cursors: [null] });
  const cursors = loaded.key === key ? loaded.cursors : [null];
  const { data: view } = useQuery(generationQueries.view());
  const results = useQueries({ queries: cursors.map((cursor) => generationQueries.page(listing, cursor)) });
  const [first] = results;
  const rows = results.flatMap(({ data }) => data?.items ?? []);
  const nextCursor = results.at(-1)?.data?.nextCursor ?? null;
  const titles = checkTitles(view);
  const isNarrowed = Object.keys(listing).length > 1;
  // The sums cover the whole fleet: with filters only the loaded VMs can be counted.
  const counts = nextCursor === null ? "whole" : view && !isNarrowed ? countBands(view) : null;
  const onToggle = (name: GenerationFilter, value: string) =>
    void setUrl({ [name]: toggle(url[name], value) });
  const isAnyReported = view === undefined || Object.values(view.generation).some((vms) => vms > 0);
  useCrumb(first?.data ? { note: formatCount(first.data.total) } : {});

  return (
    <div className="min-w-0">
      <PageHead
        title="Generation 1 VMs"
        sentence={view && isAnyReported ? sentenceOf(view) : undefined}
        actions={rows.length === 0 ? undefined : <GenerationExport listing={listing} titles={titles} />}
      />
      {view && isAnyReported ? <GenerationSums view={view} url={url} onToggle={onToggle} /> : null}
      <search className="flex flex-wrap items-center gap-1.5 border-y border-line px-2.5 py-[7px] tablet:px-4">
        <ListSearch
          label="Search generation 1 VMs"
          placeholder="Name, FQDN or address"
          value={url.search}
          onSearch={(search) => void setUrl({ search })}
        />
        <Tokens url={url} titles={titles} onToggle={onToggle} />
        <OrderMenu
          sorts={SORTS}
          words={SORT_WORDS}
          value={url.sort}
          onChoose={(sort) => void setUrl({ sort })}
        />
      </search>
      <div className="bg-panel">
        {first?.data ? (
          rows.length === 0 ? (
            <NoVm
              isAnyReported={isAnyReported}
              isNarrowed={isNarrowed}
              onClear={() => void setUrl(NO_FILTER)}
            />
          ) : (
            <GenerationTable
              rows={rows}
              titles={titles}
              counts={counts}
              checks={prepareCheckColumns(view)}
              gains={new Map(view?.gains.map(({ capability, vms }) => [capability, vms]))}
              sort={url.sort}
              onSort={(sort) => void setUrl({ sort })}
            />
          )
        ) : first?.isError ? (
          <UnreadableState
            title="The VMs could not be loaded"
            raw={first.error.message}
            actions={<Button onClick={() => void first.refetch()}>Try again</Button>}
          >
            The page retries automatically.
          </UnreadableState>
        ) : (
          <LoadingRows rows={12} rowHeight={40} label="Loading generation 1 VMs" />
        )}
      </div>
      {nextCursor === null ? null : (
        <p className="px-4 py-3">
          <Button onClick={() => setLoaded({ key, cursors: [...cursors, nextCursor] })}>More VMs</Button>
        </p>
      )}
    </div>
  );
}

function sentenceOf({ generation, silent }: GenerationsView): string {
  if (silent > 0 && silent === generation["1"])
    return `${formatCount(silent)}, all on hosts that are not reporting: whether they can be converted is unknown`;
  const reporting = formatCount(generation["1"] - silent);
  const rest = silent === 0 ? "" : `, ${formatCount(silent)} more on hosts that are not reporting`;
  return `${reporting}${rest} · supported, not a fault; shown here is what each VM would gain and what blocks its conversion`;
}

function Tokens({
  url,
  titles,
  onToggle,
}: {
  url: GenerationUrl;
  titles: ReadonlyMap<string, string>;
  onToggle: (name: GenerationFilter, value: string) => void;
}) {
  return GENERATION_FILTERS.flatMap((name) =>
    url[name].map((value) => {
      const [check = "", status] = value.split(":");
      const words =
        name === "check"
          ? `${titles.get(check) ?? check}: ${status ?? "any"}`
          : `${name === "configurationVersion" ? "version" : name} = ${name === "cluster" ? toClusterWords(value) : value}`;
      return <FilterToken key={`${name} ${value}`} words={words} onDrop={() => onToggle(name, value)} />;
    }),
  );
}

function NoVm({
  isAnyReported,
  isNarrowed,
  onClear,
}: {
  isAnyReported: boolean;
  isNarrowed: boolean;
  onClear: () => void;
}) {
  if (!isAnyReported)
    return (
      <EmptyState title="No VM has been reported yet" actions={<ToFirstHost />}>
        What each generation 1 VM would gain and what blocks its conversion appears here after the first
        report.
      </EmptyState>
    );
  return isNarrowed ? (
    <EmptyState
      title="No generation 1 VM matches these filters"
      actions={<Button onClick={onClear}>Clear all filters</Button>}
    >
      Without filters, every generation 1 VM is shown.
    </EmptyState>
  ) : (
    <EmptyState title="There are no generation 1 VMs">Nothing needs to be converted.</EmptyState>
  );
}
