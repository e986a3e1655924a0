import { queryOptions } from "@tanstack/react-query";
import type { HostFacets, HostRow, HostView } from "@/lib/contract/api/hosts.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import { fetchJson } from "./fetch-json.ts";

export interface HostFilters {
  search?: string;
  cluster?: readonly string[];
  freshness?: readonly string[];
  tag?: readonly string[];
  /** Hosts with a finding of these rules. */
  rule?: readonly string[];
  health?: readonly string[];
  acceleration?: readonly string[];
  /** `<technology>:<rung that breaks it>`, or with `:<status>`. */
  rung?: readonly string[];
  section?: readonly string[];
  agent?: readonly string[];
  system?: readonly string[];
  apart?: boolean;
}

export interface HostListing extends HostFilters {
  sort?: string;
}

export const HOST_PAGE_SIZE = 500;

export const hostQueries = {
  list: (listing: HostListing = {}, cursor: string | null = null) =>
    queryOptions({
      queryKey: ["hosts", "list", listing, cursor],
      queryFn: ({ signal }) =>
        fetchJson<Page<HostRow>>(
          "/api/v1/hosts",
          { ...listing, ...(cursor === null ? {} : { cursor }), limit: HOST_PAGE_SIZE },
          { signal },
        ),
    }),

  /** Hosts that match a word, for the palette, which shows the best of them. */
  search: (word: string) =>
    queryOptions({
      queryKey: ["hosts", "search", word],
      queryFn: ({ signal }) =>
        fetchJson<Page<HostRow>>("/api/v1/hosts", { search: word, limit: 50 }, { signal }),
      refetchInterval: false,
    }),

  facets: (filters: HostFilters) =>
    queryOptions({
      queryKey: ["hosts", "facets", filters],
      queryFn: ({ signal }) => fetchJson<HostFacets>("/api/v1/hosts/facets", { ...filters }, { signal }),
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: ["hosts", "detail", id],
      queryFn: ({ signal }) => fetchJson<HostView>(`/api/v1/hosts/${encodeURIComponent(id)}`, {}, { signal }),
      // Another host's facts must never be shown under this one's name.
      placeholderData: undefined,
    }),
};
