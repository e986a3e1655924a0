"use client";

import { useQuery } from "@tanstack/react-query";
import { ListFilter } from "lucide-react";
import { useQueryStates } from "nuqs";
import { CauseTable } from "@/components/fleet/causes-panel.tsx";
import { type CauseLine, prepareCauses } from "@/components/fleet/prepare-causes.ts";
import { toggle } from "@/components/hosts/prepare-host-facets.ts";
import { useCrumb } from "@/components/shell/crumb.tsx";
import { ToFirstHost } from "@/components/enrolment/to-first-host.tsx";
import { Button } from "@/components/ui/button.tsx";
import { classes } from "@/components/ui/classes.ts";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { FacetHead, FacetValue } from "@/components/ui/facet.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { ListSearch } from "@/components/ui/list-search.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { useNow } from "@/components/ui/now.tsx";
import { FilterToken } from "@/components/ui/filter-token.tsx";
import { PageHead } from "@/components/ui/page-head.tsx";
import { Popover } from "@/components/ui/popover.tsx";
import { Tabs } from "@/components/ui/tabs.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";
import { findingQueries } from "@/lib/query/findings.ts";
import { findingSearchParams, toCauseListing } from "./finding-search-params.ts";
import { narrowCauses, prepareCosts } from "./prepare-cause-list.ts";
import { type FindingFacet, type FindingFacetValue, prepareFindingFacets } from "./prepare-finding-facets.ts";
import { SettledFindings } from "./settled-findings.tsx";

const NO_FILTER = {
  severity: null,
  rule: null,
  cluster: null,
  host: null,
  search: null,
  cost: null,
} as const;
const STATUSES = ["open", "frozen", "resolved"] as const;

const STATUS_WORDS = { open: "Open", frozen: "Frozen", resolved: "Resolved" } as const;

const SETTLED_WORDS = {
  frozen: "there is no evidence now, for or against: usually because a host is silent",
  resolved: "fixed, or no longer applicable, within the last thirty days",
} as const;

/** All open findings by cause; beside them the frozen and the resolved ones. */
export function FindingsPage() {
  const [url, setUrl] = useQueryStates(findingSearchParams, { history: "replace" });
  const listing = toCauseListing(url);
  const causes = useQuery(findingQueries.causes(listing));
  const now = useNow(60_000);
  const lines = causes.data ? prepareCauses(causes.data, now) : [];
  const shown = narrowCauses(lines, url);
  const facets = causes.data ? prepareFindingFacets(causes.data.facets, url) : [];
  const isChosen = facets.some(({ values }) => values.some((value) => value.isChosen));
  const costs = url.status === "open" ? prepareCosts(lines, url) : [];
  const onToggle = (name: FindingFacet["name"], value: string) =>
    void setUrl({ [name]: toggle(url[name], value) });
  const onToggleCost = (value: string) => void setUrl({ cost: toggle(url.cost, value) });
  useCrumb(causes.data ? { note: `${formatCount(causes.data.findings)} open` } : {});

  return (
    <div className="grid min-h-full grid-cols-1 desk:grid-cols-[208px_minmax(0,1fr)]">
      <aside className="hidden border-r border-line pt-2 pb-6 desk:block" aria-label="Filters">
        <FacetLists facets={facets} onToggle={onToggle} costs={costs} onToggleCost={onToggleCost} />
      </aside>
      <div className="min-w-0">
        <PageHead
          title="Findings"
          sentence={
            url.status !== "open"
              ? SETTLED_WORDS[url.status]
              : causes.data
                ? `${formatCount(causes.data.findings)} open, ${formatPlural(lines.length, "cause")}${worthOf(lines)}`
                : undefined
          }
        />
        <Tabs
          id="findings"
          label="Status"
          isOfPage
          chosen={url.status}
          tabs={STATUSES.map((status) => ({
            value: status,
            label:
              status === "open" && causes.data
                ? `${STATUS_WORDS[status]} ${formatCount(causes.data.findings)}`
                : STATUS_WORDS[status],
          }))}
          onChoose={(value) => void setUrl({ status: STATUSES.find((status) => status === value) ?? null })}
        />
        <search
          className={classes(
            "flex flex-wrap items-center gap-1.5 px-2.5 py-[7px] tablet:px-4",
            url.status !== "open" && !isChosen && "desk:hidden",
          )}
        >
          {url.status === "open" ? (
            <ListSearch
              label="Search causes"
              placeholder="Words, rule or host"
              value={url.search}
              onSearch={(search) => void setUrl({ search })}
            />
          ) : null}
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
              <FacetLists facets={facets} onToggle={onToggle} costs={costs} onToggleCost={onToggleCost} />
            </Popover>
          </span>
          {facets.flatMap(({ name, values }) =>
            values
              .filter(({ isChosen }) => isChosen)
              .map(({ value, label }) => (
                <FilterToken
                  key={`${name} ${value}`}
                  words={`${name} = ${label}`}
                  onDrop={() => onToggle(name, value)}
                />
              )),
          )}
          {costs
            .filter(({ isChosen }) => isChosen)
            .map(({ value }) => (
              <FilterToken key={value} words={`costs ${value}`} onDrop={() => onToggleCost(value)} />
            ))}
        </search>
        <section
          id="findings-panel"
          role="tabpanel"
          aria-labelledby={`findings-tab-${url.status}`}
          className="border-t border-line bg-panel"
        >
          {url.status !== "open" ? (
            <SettledFindings key={url.status} listing={{ ...listing, status: url.status }} />
          ) : causes.data ? (
            <Causes
              lines={shown}
              isNarrowed={Object.keys(listing).length > 0 || shown.length < lines.length}
              onClear={() => void setUrl(NO_FILTER)}
            />
          ) : causes.isError ? (
            <UnreadableState
              title="The findings could not be loaded"
              raw={causes.error.message}
              actions={<Button onClick={() => void causes.refetch()}>Try again</Button>}
            >
              The page retries automatically.
            </UnreadableState>
          ) : (
            <LoadingRows rows={12} rowHeight={40} label="Loading findings" />
          )}
        </section>
      </div>
    </div>
  );
}

/** Fixes without cost are listed first. */
function worthOf(lines: readonly CauseLine[]): string {
  const free = lines.filter(({ cost }) => cost?.words === "nothing").length;
  if (free === 0) return "";
  if (lines.length === 1) return ", which costs nothing to fix";
  return `, ${formatCount(free)} of which ${free === 1 ? "costs" : "cost"} nothing to fix`;
}

function Causes({
  lines,
  isNarrowed,
  onClear,
}: {
  lines: readonly CauseLine[];
  isNarrowed: boolean;
  onClear: () => void;
}) {
  const { data: fleet } = useQuery(fleetQueries.view());
  if (lines.length > 0) return <CauseTable lines={lines} isBanded />;
  if (fleet?.hosts === 0)
    return (
      <EmptyState title="No host has reported yet" actions={<ToFirstHost />}>
        Findings and their fixes appear here after the first report.
      </EmptyState>
    );
  return isNarrowed ? (
    <EmptyState
      title="No open finding matches these filters"
      actions={<Button onClick={onClear}>Clear all filters</Button>}
    >
      Without filters, all open findings are shown.
    </EmptyState>
  ) : (
    <EmptyState title="No open findings">
      Frozen findings wait for evidence; resolved findings are kept for thirty days.
    </EmptyState>
  );
}

function FacetLists({
  facets,
  onToggle,
  costs,
  onToggleCost,
}: {
  facets: readonly FindingFacet[];
  onToggle: (name: FindingFacet["name"], value: string) => void;
  costs: readonly FindingFacetValue[];
  onToggleCost: (value: string) => void;
}) {
  const [severity, ...others] = facets.map(({ name, title, values, most }) => (
    <div key={name}>
      <FacetHead>{title}</FacetHead>
      <ul aria-label={`${title}, open findings`}>
        {values.map((value) => (
          <FacetValue
            key={value.value}
            value={value}
            most={most}
            glyph={<FacetGlyph value={value.value} isChosen={value.isChosen} />}
            onToggle={() => onToggle(name, value.value)}
          />
        ))}
      </ul>
    </div>
  ));
  return (
    <>
      {severity}
      {costs.length === 0 ? null : (
        <>
          <FacetHead>The fix costs</FacetHead>
          <ul aria-label="The fix costs, causes">
            {costs.map((value) => (
              <FacetValue
                key={value.value}
                value={value}
                most={Math.max(1, ...costs.map(({ count }) => count))}
                glyph={<FacetGlyph value={value.value} isChosen={value.isChosen} />}
                onToggle={() => onToggleCost(value.value)}
                isLong
              />
            ))}
          </ul>
        </>
      )}
      {others}
    </>
  );
}

function FacetGlyph({ value, isChosen }: { value: string; isChosen: boolean }) {
  if (value === "critical" || value === "warning" || value === "info") return <Glyph word={value} />;
  return <i className="tick-box" data-ticked={isChosen} aria-hidden />;
}
