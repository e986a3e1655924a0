import { keepPreviousData, useQueries, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Page } from "@/lib/contract/api/page.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { nextPollMs } from "@/lib/query/contact.ts";
import { type VmListing, vmPageOf, vmQueries } from "@/lib/query/vms.ts";

/** Loaded automatically: enough for most fleets to be complete, few enough to be quick. */
const EAGER_PAGES = 10;
/** Kept as fresh as the visible rows; pages beyond are refreshed when they are visible. */
const STEADY_PAGES = 4;

export interface VmPages {
  rows: VmRow[];
  total: number | null;
  /** Every VM of the list is loaded. */
  isComplete: boolean;
  loadedPages: number;
  error: Error | null;
  /** Old rows are shown while the first page of another query loads. */
  isOfAnotherQuestion: boolean;
  /** Reports which rows are visible, and loads more when their end is near. */
  look: (from: number, to: number) => void;
  refetch: () => void;
}

/**
 * A list of any length, page after page by its cursors. Each page is a query of its own: visible pages are kept fresh,
 * and refreshing a page far down does not request all those above it.
 */
export function useVmPages(listing: VmListing): VmPages {
  const client = useQueryClient();
  const key = JSON.stringify(listing);
  const [seen, setSeen] = useState({ key, firstPage: 0, lastPage: 0 });
  const { firstPage, lastPage } = seen.key === key ? seen : { firstPage: 0, lastPage: 0 };
  // The page after the last visible one is requested before it is reached.
  const wantedPages = Math.max(EAGER_PAGES, lastPage + 2);

  // The chain of cursors follows from the loaded pages; each response makes it one longer.
  const cursors: (string | null)[] = [null];
  while (cursors.length < wantedPages) {
    const last = client.getQueryData<Page<VmRow>>(
      vmQueries.matrixPage(listing, cursors.at(-1) ?? null).queryKey,
    );
    if (!last?.nextCursor) break;
    cursors.push(last.nextCursor);
  }

  const results = useQueries({
    queries: cursors.map((cursor, index) => ({
      ...vmQueries.matrixPage(listing, cursor),
      refetchInterval: () =>
        index < STEADY_PAGES || (index >= firstPage && index <= lastPage) ? nextPollMs() : false,
      placeholderData: index === 0 ? keepPreviousData : undefined,
    })),
    combine: combinePages,
  });

  useEffect(() => {
    // Pages that become visible after a while are requested again at once.
    for (const cursor of cursors.slice(firstPage, lastPage + 1))
      void client.refetchQueries({
        queryKey: vmQueries.matrixPage(listing, cursor).queryKey,
        stale: true,
        type: "active",
      });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only what becomes visible counts, not each new response
  }, [key, firstPage, lastPage]);

  const look = useCallback(
    (from: number, to: number) => {
      const next = { key, firstPage: vmPageOf(from), lastPage: vmPageOf(to) };
      setSeen((before) =>
        before.key === key && before.firstPage === next.firstPage && before.lastPage === next.lastPage
          ? before
          : next,
      );
    },
    [key],
  );
  const refetch = useCallback(
    () => void client.refetchQueries({ queryKey: ["vms", "page"], type: "active" }),
    [client],
  );

  const rows = useMemo(() => joinPages(results.pages), [results.pages]);
  const last = results.pages.at(-1);
  return {
    rows,
    total: results.pages[0]?.total ?? null,
    isComplete: last !== undefined && last.nextCursor === null,
    loadedPages: results.pages.length,
    error: results.error,
    isOfAnotherQuestion: results.isPlaceholder,
    look,
    refetch,
  };
}

interface Combined {
  pages: Page<VmRow>[];
  error: Error | null;
  isPlaceholder: boolean;
}

/** Pages up to the first gap: a page beyond one has no known position. */
function combinePages(results: UseQueryResult<Page<VmRow>>[]): Combined {
  const pages: Page<VmRow>[] = [];
  for (const result of results) {
    if (!result.data) break;
    pages.push(result.data);
  }
  return {
    pages,
    error: results.find((result) => result.error)?.error ?? null,
    isPlaceholder: results[0]?.isPlaceholderData ?? false,
  };
}

/** A row that moved across a page boundary between two responses appears twice: the first time counts. */
function joinPages(pages: readonly Page<VmRow>[]): VmRow[] {
  if (pages.length === 1) return pages[0]?.items ?? [];
  const rows = new Map<string, VmRow>();
  for (const page of pages) for (const row of page.items) if (!rows.has(row.id)) rows.set(row.id, row);
  return [...rows.values()];
}
