import { queryOptions } from "@tanstack/react-query";
import type { Page } from "@/lib/contract/api/page.ts";
import type { VmHistory } from "@/lib/contract/api/history.ts";
import type { VmBands, VmFacets, VmRow, VmView } from "@/lib/contract/api/vms.ts";
import { fetchJson, type Params } from "./fetch-json.ts";

/** The filters of a list of VMs. A list of values means any of them. */
export interface VmFilters {
  search?: string;
  host?: readonly string[];
  cluster?: readonly string[];
  tag?: readonly string[];
  state?: readonly string[];
  health?: readonly string[];
  generation?: readonly string[];
  guestOs?: readonly string[];
  /** `<service key>:<status>`. */
  service?: readonly string[];
  /** `<technology>:<status>`. */
  acceleration?: readonly string[];
  /** `<capability>:<status>`. */
  capability?: readonly string[];
  /** `<technology>:<rung that breaks it>`, or with `:<status>`. */
  rung?: readonly string[];
  rule?: readonly string[];
  /** Whether it can be converted to generation 2. */
  conversion?: readonly string[];
  /** `<check>:<status>`. */
  check?: readonly string[];
  configurationVersion?: readonly string[];
  /** Only VMs that no host lists any more. */
  gone?: true;
}

export interface VmListing extends VmFilters {
  sort?: string;
}

export const VM_PAGE_SIZE = 500;
/** The matrix' first page fills a tall screen and arrives quickly; the following ones fill the list. */
export const FIRST_PAGE_SIZE = 60;

/** The page of the matrix that contains a row. */
export function vmPageOf(row: number): number {
  return row < FIRST_PAGE_SIZE ? 0 : 1 + Math.floor((row - FIRST_PAGE_SIZE) / VM_PAGE_SIZE);
}

export const vmQueries = {
  /** One page of the list. Pages are separate queries: each is refreshed alone, and only while it is visible. */
  page: (listing: VmListing, cursor: string | null, limit = VM_PAGE_SIZE) =>
    queryOptions({
      queryKey: ["vms", "page", listing, cursor, limit],
      queryFn: ({ signal }) =>
        fetchJson<Page<VmRow>>(
          "/api/v1/vms",
          { ...toParams(listing), ...(cursor === null ? {} : { cursor }), limit },
          { signal },
        ),
    }),

  matrixPage: (listing: VmListing, cursor: string | null) =>
    vmQueries.page(listing, cursor, cursor === null ? FIRST_PAGE_SIZE : VM_PAGE_SIZE),

  /** Their hosts, worst first, with sums that no page of VMs could provide. */
  bands: (filters: VmFilters) =>
    queryOptions({
      queryKey: ["vms", "bands", filters],
      queryFn: ({ signal }) => fetchJson<VmBands>("/api/v1/vms/bands", toParams(filters), { signal }),
    }),

  facets: (filters: VmFilters) =>
    queryOptions({
      queryKey: ["vms", "facets", filters],
      queryFn: ({ signal }) => fetchJson<VmFacets>("/api/v1/vms/facets", toParams(filters), { signal }),
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: ["vms", "detail", id],
      queryFn: ({ signal }) => fetchJson<VmView>(`/api/v1/vms/${encodeURIComponent(id)}`, {}, { signal }),
      // Another VM's facts must never be shown under this one's name.
      placeholderData: undefined,
    }),

  history: (id: string) =>
    queryOptions({
      queryKey: ["vms", "history", id],
      queryFn: ({ signal }) =>
        fetchJson<VmHistory>(`/api/v1/vms/${encodeURIComponent(id)}/history`, {}, { signal }),
      placeholderData: undefined,
    }),

  /** The size of a listing, from its shortest page. */
  count: (listing: VmListing) =>
    queryOptions({
      queryKey: ["vms", "count", listing],
      queryFn: ({ signal }) =>
        fetchJson<Page<VmRow>>("/api/v1/vms", { ...toParams(listing), limit: 1 }, { signal }),
    }),

  /** The best matching VMs for a word, for the palette. */
  search: (word: string) =>
    queryOptions({
      queryKey: ["vms", "search", word],
      queryFn: ({ signal }) => fetchJson<Page<VmRow>>("/api/v1/vms", { search: word, limit: 6 }, { signal }),
      refetchInterval: false,
    }),
};

function toParams(listing: VmListing): Params {
  return { ...listing };
}
