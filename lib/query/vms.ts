import { queryOptions } from "@tanstack/react-query";
import type { Page } from "@/lib/contract/api/page.ts";
import type { VmHistory } from "@/lib/contract/api/history.ts";
import type { VmFacets, VmRow, VmView } from "@/lib/contract/api/vms.ts";
import { fetchJson, type Params } from "./fetch-json.ts";

/** What narrows a list of VMs. A list of values means any of them. */
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
  /** `<technology>:<rung that breaks it>`. */
  rung?: readonly string[];
  rule?: readonly string[];
  /** Whether it can move to generation 2. */
  conversion?: readonly string[];
  /** `<check>:<status>`. */
  check?: readonly string[];
  configurationVersion?: readonly string[];
}

export interface VmListing extends VmFilters {
  sort?: string;
  /** VMs that are gone, and only those. */
  gone?: true;
}

export const VM_PAGE_SIZE = 500;

export const vmQueries = {
  /** One page of the list. Pages are queries of their own: each is refreshed alone, and only while it is looked at. */
  page: (listing: VmListing, cursor: string | null) =>
    queryOptions({
      queryKey: ["vms", "page", listing, cursor],
      queryFn: ({ signal }) =>
        fetchJson<Page<VmRow>>(
          "/api/v1/vms",
          { ...toParams(listing), ...(cursor === null ? {} : { cursor }), limit: VM_PAGE_SIZE },
          { signal },
        ),
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
      // Another VM's facts must never stand under this one's name.
      placeholderData: undefined,
    }),

  history: (id: string) =>
    queryOptions({
      queryKey: ["vms", "history", id],
      queryFn: ({ signal }) =>
        fetchJson<VmHistory>(`/api/v1/vms/${encodeURIComponent(id)}/history`, {}, { signal }),
      placeholderData: undefined,
    }),

  /** How many a listing has: its shortest page. */
  count: (listing: VmListing) =>
    queryOptions({
      queryKey: ["vms", "count", listing],
      queryFn: ({ signal }) =>
        fetchJson<Page<VmRow>>("/api/v1/vms", { ...toParams(listing), limit: 1 }, { signal }),
    }),

  /** The few nearest VMs for a word, for the palette. */
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
