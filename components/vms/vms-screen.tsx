"use client";

import { useQuery } from "@tanstack/react-query";
import { debounce, useQueryStates } from "nuqs";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useCrumb } from "@/components/shell/crumb.tsx";
import { Button } from "@/components/ui/button.tsx";
import { lazily } from "@/components/ui/lazily.tsx";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import type { VmBand } from "@/lib/contract/api/vms.ts";
import { NoContactError } from "@/lib/query/fetch-json.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { type FacetName, Facets } from "./facets.tsx";
import { InGrid } from "./in-grid.tsx";
import { Matrix } from "./matrix.tsx";
import { type FilterToken, prepareTokens, toggleValue, withoutToken } from "./prepare-filters.ts";
import { judgedTechnologies, orderRows, prepareLines, sumBands } from "./prepare-matrix.ts";
import type { Selection } from "./prepare-selection.ts";
import { NoContact } from "./no-contact.tsx";
import { isTechnologyKey } from "./service-words.ts";
import { Tools } from "./tools.tsx";
import { useSteadyRows } from "./use-steady-rows.ts";
import { useVmPages } from "./use-vm-pages.ts";
import { Views } from "./views.tsx";
import { countFilters, FILTER_NAMES, isGrouped, toFilters, toListing } from "./vm-listing.ts";
import { SORTS, vmSearchParams, type VmUrl } from "./vm-search-params.ts";

// Parts that most visits do not show load when needed.
const SelectionBar = lazily(() => import("./selection-bar.tsx").then((module) => module.SelectionBar));
const FacetSheet = lazily(() => import("./facet-sheet.tsx").then((module) => module.FacetSheet));
const LoadingLines = lazily(() => import("./loading-lines.tsx").then((module) => module.LoadingLines));
const NoMatch = lazily(() => import("./vms-states.tsx").then((module) => module.NoMatch));
const NotRead = lazily(() => import("./vms-states.tsx").then((module) => module.NotRead));
const NoVms = lazily(() => import("./vms-states.tsx").then((module) => module.NoVms));

const SEARCH_WAIT_MS = 200;
const NO_BANDS: readonly VmBand[] = [];

/** The fleet matrix: every VM, every service, and the problems of each. All of its state is in the URL. */
export function VmsScreen({
  legend,
  capabilityNames,
}: {
  legend: ReactNode;
  /** Names of the capabilities in the URL, which only other pages link to. */
  capabilityNames: ReadonlyMap<string, string>;
}) {
  const [url, setUrl] = useQueryStates(vmSearchParams, { history: "push", clearOnDefault: true });
  const listing = useMemo(() => toListing(url), [url]);
  const filters = useMemo(() => toFilters(url), [url]);
  const question = JSON.stringify(listing);
  const pages = useVmPages(listing);
  const { data: fleet } = useQuery(fleetQueries.view());

  const grouped = isGrouped(url);
  const ordered = useMemo(() => orderRows(pages.rows, grouped), [pages.rows, grouped]);
  const { data: told, isPlaceholderData: areBandsOld } = useQuery(vmQueries.bands(filters));
  // Sums of another query would be shown above the VMs of this one.
  const bands = (areBandsOld ? undefined : told?.bands) ?? NO_BANDS;
  const whole = useMemo(() => (bands === NO_BANDS ? null : sumBands(bands)), [bands]);
  const [isBeingRead, setIsBeingRead] = useState(false);
  const steady = useSteadyRows(
    ordered,
    `${question} ${grouped} ${pages.isOfAnotherQuestion}`,
    pages.loadedPages,
    isBeingRead,
  );

  const judged = judgedTechnologies(steady.rows, fleet?.acceleration).join(" ");
  const technologies = useMemo(() => judged.split(" ").filter(isTechnologyKey), [judged]);

  const [unfoldedQuiet, setUnfoldedQuiet] = useState<ReadonlySet<string>>(new Set());
  const [selection, setSelection] = useState<Selection>({});
  const [areFiltersOpen, setAreFiltersOpen] = useState(false);

  const lines = useMemo(
    () =>
      prepareLines(steady.rows, {
        isGrouped: grouped,
        bands,
        areQuietFolded: url.quiet === "folded",
        foldedHosts: new Set(url.fold),
        unfoldedQuiet,
      }),
    [steady.rows, grouped, bands, url.quiet, url.fold, unfoldedQuiet],
  );

  const total = pages.total ?? 0;
  const ofFleet = fleet?.vms ?? total;
  const note =
    filters.gone === true
      ? `${formatCount(total)} gone`
      : countFilters(filters) === 0
        ? formatCount(total)
        : `${formatCount(total)} of ${formatCount(Math.max(ofFleet, total))}`;
  useCrumb(pages.total === null ? {} : { note });

  const hostName = useCallback(
    (id: string) => fleet?.hostMap.find((host) => host.id === id)?.name ?? id,
    [fleet],
  );
  const tokens = useMemo(
    () => prepareTokens(url, hostName, capabilityNames),
    [url, hostName, capabilityNames],
  );

  const openFilters = useCallback(() => setAreFiltersOpen(true), []);
  const change = useCallback((to: Partial<VmUrl>) => void setUrl(to), [setUrl]);
  const search = useCallback(
    (word: string) =>
      void setUrl({ search: word }, { history: "replace", limitUrlUpdates: debounce(SEARCH_WAIT_MS) }),
    [setUrl],
  );
  const drop = useCallback((token: FilterToken) => change(withoutToken(url, token)), [change, url]);
  const clear = useCallback(
    () => change(Object.fromEntries(FILTER_NAMES.map((name) => [name, name === "search" ? "" : []]))),
    [change],
  );
  const sort = useCallback(
    (column: string) => {
      const steps = firstDown(column) ? [`-${column}`, column] : [column, `-${column}`];
      const next = steps[steps.indexOf(url.sort ?? "") + 1] ?? null;
      change({ sort: SORTS.find((known) => known === next) ?? null });
    },
    [change, url.sort],
  );
  const fold = useCallback(
    (hostId: string) =>
      void setUrl(
        (before) => ({
          fold: before.fold.includes(hostId)
            ? before.fold.filter((id) => id !== hostId)
            : [...before.fold, hostId],
        }),
        { history: "replace" },
      ),
    [setUrl],
  );
  const showQuiet = useCallback(
    (hostId: string) => setUnfoldedQuiet((before) => new Set([...before, hostId])),
    [],
  );
  const { look } = pages;
  const onLook = useCallback(
    (from: number, to: number, isRead: boolean) => {
      look(from, to);
      setIsBeingRead(isRead);
    },
    [look],
  );
  const choose = useCallback(
    (name: FacetName, value: string, isAdding: boolean) =>
      change({ [name]: toggleValue(url[name], value, isAdding) }),
    [change, url],
  );

  const selected = useMemo(() => steady.rows.filter((row) => selection[row.id]), [steady.rows, selection]);
  const facets = <Facets filters={filters} onChoose={choose} />;
  const instead =
    pages.total === null ? (
      pages.error instanceof NoContactError ? (
        <NoContact onRetry={pages.refetch} />
      ) : pages.error ? (
        <NotRead error={pages.error} onRetry={pages.refetch} onClear={clear} />
      ) : (
        <LoadingLines />
      )
    ) : lines.length > 0 ? null : countFilters(filters) > 0 ? (
      <NoMatch url={url} tokens={tokens} onDrop={drop} onSearch={search} onClear={clear} />
    ) : (
      <NoVms hosts={fleet?.hosts ?? 0} />
    );

  return (
    <div className="vms">
      <h1 className="sr-only">VMs</h1>
      {facets}
      <div className="vms-pane">
        <Views url={url} />
        <Tools
          url={url}
          tokens={tokens}
          onSearch={search}
          onDrop={drop}
          onChange={change}
          onFilters={openFilters}
        />
        <div className="relative flex min-h-0 flex-1 flex-col">
          {steady.changes > 0 ? (
            <div className="pointer-events-none absolute inset-x-0 top-[84px] z-10 flex justify-center">
              <Button
                className="pointer-events-auto border-accent! bg-panel shadow-float"
                onClick={() => {
                  steady.show();
                }}
              >
                {formatPlural(steady.changes, "change")}, <b>show</b>
              </Button>
            </div>
          ) : null}
          <Matrix
            rows={steady.rows}
            lines={lines}
            whole={whole}
            technologies={technologies}
            leftIds={steady.leftIds}
            total={total}
            isComplete={pages.isComplete}
            sort={url.sort}
            rowHeight={Number(url.rows)}
            selection={selection}
            onSelection={setSelection}
            onSort={sort}
            onFold={fold}
            onShowQuiet={showQuiet}
            onLook={onLook}
          >
            {instead === null ? null : <InGrid>{instead}</InGrid>}
          </Matrix>
        </div>
        {selected.length > 0 ? <SelectionBar vms={selected} onClear={() => setSelection({})} /> : null}
        {legend}
      </div>
      {areFiltersOpen ? (
        <FacetSheet total={formatCount(total)} onClose={() => setAreFiltersOpen(false)}>
          {facets}
        </FacetSheet>
      ) : null}
    </div>
  );
}

/** Columns that are sorted in descending order first. */
function firstDown(column: string): boolean {
  return column === "findings";
}
