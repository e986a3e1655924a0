"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { EnrolmentSheet } from "@/components/enrolment/enrolment-sheet.tsx";
import { useCrumb } from "@/components/shell/crumb.tsx";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { PageHead } from "@/components/ui/page-head.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";
import { hostQueries } from "@/lib/query/hosts.ts";
import { AwaitedHosts } from "./awaited-hosts.tsx";
import { HostExport } from "./host-export.tsx";
import { HostFacetsAside } from "./host-facets.tsx";
import { HostList } from "./host-list.tsx";
import { HostTools } from "./host-tools.tsx";
import { HostLegend } from "./host-legend.tsx";
import { HostViews } from "./host-views.tsx";
import { prepareHostTokens } from "./prepare-host-tokens.ts";
import {
  hostSearchParams,
  type HostUrl,
  NO_FILTER,
  toHostFilters,
  toHostListing,
} from "./host-search-params.ts";
import { isUnreadInPart, weightOf } from "./prepare-hosts.ts";

/** Every host, by cluster, with its last report and the health of its VMs. */
export function HostsPage() {
  const [url, setUrl] = useQueryStates(hostSearchParams, { history: "replace" });
  const listing = toHostListing(url);
  const key = JSON.stringify(listing);
  // A cursor belongs to one query: another query starts with its first page.
  const [loaded, setLoaded] = useState<{ key: string; cursors: (string | null)[] }>({ key, cursors: [null] });
  const cursors = loaded.key === key ? loaded.cursors : [null];
  const { data: facets } = useQuery(hostQueries.facets(toHostFilters(url)));
  const results = useQueries({ queries: cursors.map((cursor) => hostQueries.list(listing, cursor)) });
  const [first] = results;
  const pages = results.map(({ data }) => data).filter((page): page is Page<HostRow> => page !== undefined);
  const hosts = pages.flatMap(({ items }) => items);
  const total = pages[0]?.total ?? null;
  const nextCursor = pages.at(-1)?.nextCursor ?? null;
  useCrumb(total === null ? {} : { note: formatCount(total) });

  return (
    <div className="grid min-h-full grid-cols-1 desk:grid-cols-[208px_minmax(0,1fr)]">
      <HostFacetsAside url={url} setUrl={(change) => void setUrl(change)} />
      <div className="min-w-0">
        <PageHead
          title="Hosts"
          sentence={hosts.length > 0 ? sentenceOf(hosts, total) : undefined}
          actions={
            <>
              {hosts.length === 0 ? null : <HostExport listing={listing} />}
              <Button look="primary" onClick={() => void setUrl({ enrol: "1" })} aria-haspopup="dialog">
                <Plus className="icon" aria-hidden />
                Enrol a host
              </Button>
            </>
          }
        />
        <HostViews url={url} />
        <HostTools url={url} setUrl={(change) => void setUrl(change)} />
        <AwaitedHosts />
        {first?.data ? (
          hosts.length === 0 ? (
            <NoHost
              url={url}
              onClear={() => void setUrl(NO_FILTER)}
              onEnrol={() => void setUrl({ enrol: "1" })}
              onShowRetired={() => void setUrl({ freshness: ["retired"] })}
            />
          ) : (
            <>
              <HostList hosts={hosts} isBanded={url.sort === "cluster"} drift={facets?.drift ?? []} />
              <HostLegend />
              {nextCursor === null && url.freshness.length === 0 ? (
                <RetiredLeftOut onShow={() => void setUrl({ freshness: ["retired"] })} />
              ) : null}
            </>
          )
        ) : first?.isError ? (
          <UnreadableState
            title="The hosts could not be loaded"
            raw={first.error.message}
            actions={<Button onClick={() => void first.refetch()}>Try again</Button>}
          >
            The page retries automatically. The hosts keep reporting.
          </UnreadableState>
        ) : (
          <div className="bg-panel">
            <LoadingRows rows={12} rowHeight={40} dots={7} label="Loading hosts" />
          </div>
        )}
        {nextCursor === null ? null : (
          <p className="px-4 py-3">
            <Button onClick={() => setLoaded({ key, cursors: [...cursors, nextCursor] })}>More hosts</Button>
          </p>
        )}
      </div>
      <EnrolmentSheet isOpen={url.enrol === "1"} onClose={() => void setUrl({ enrol: null })} />
    </div>
  );
}

/** They are few and rarely needed: one line mentions them. */
function RetiredLeftOut({ onShow }: { onShow: () => void }) {
  const { data: fleet } = useQuery(fleetQueries.view());
  const retired = fleet?.freshness.retired ?? 0;
  if (retired === 0) return null;
  return (
    <p className="flex items-center gap-2 px-4 py-2.5 text-sub text-ink-2">
      <Glyph word="retired" />
      {formatPlural(retired, "retired host")} {retired === 1 ? "is" : "are"} not in this list.
      <Button size="small" onClick={onShow}>
        Show {retired === 1 ? "it" : "them"}
      </Button>
    </p>
  );
}

function sentenceOf(hosts: readonly HostRow[], total: number | null): string {
  const notFresh = hosts.filter(({ freshness }) => freshness !== "fresh" && freshness !== "retired").length;
  const notWell = hosts.filter((host) => weightOf(host) !== "quiet").length;
  const vms = hosts.reduce((sum, host) => sum + host.vms, 0);
  if (hosts.every(({ retired }) => retired !== null))
    return `${formatCount(total ?? hosts.length)} retired, out of the fleet with ${hosts.length === 1 ? "its" : "their"} VMs`;
  const notRead = hosts.filter(isUnreadInPart).length;
  const late = notFresh === 0 ? "all report on time" : `${notFresh} not on time`;
  const unread = notRead === 0 ? "" : `, ${notRead} not fully read`;
  return `${formatCount(total ?? hosts.length)}: ${late}${unread}, ${notWell} with something to fix; ${formatPlural(vms, "VM")}`;
}

function NoHost({
  url,
  onClear,
  onEnrol,
  onShowRetired,
}: {
  url: HostUrl;
  onClear: () => void;
  onEnrol: () => void;
  onShowRetired: () => void;
}) {
  const { data: fleet } = useQuery(fleetQueries.view());
  const search = url.search.trim();
  const words = [
    ...(search === "" ? [] : [`“${search}”`]),
    ...prepareHostTokens(url).map((token) => token.words),
  ];
  if (words.length === 0 && (fleet?.freshness.retired ?? 0) > 0)
    return (
      <EmptyState title="There are no hosts in the fleet">
        <RetiredLeftOut onShow={onShowRetired} />
      </EmptyState>
    );
  if (words.length === 0)
    return (
      <EmptyState
        title="No host has reported yet"
        actions={<Button onClick={onEnrol}>Enrol the first host</Button>}
      >
        An agent on each Hyper-V host posts what it reads; the first report appears here automatically.
      </EmptyState>
    );
  return (
    <EmptyState
      title={`No host matches ${words.join(" and ")}`}
      actions={<Button onClick={onClear}>Clear all filters</Button>}
    >
      Without filters, every host in the fleet is shown.
      {url.freshness.length === 0 ? <RetiredLeftOut onShow={onShowRetired} /> : null}
    </EmptyState>
  );
}
