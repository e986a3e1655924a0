import { queryOptions } from "@tanstack/react-query";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import { fetchJson } from "./fetch-json.ts";

export interface FindingListing {
  status?: string;
  severity?: readonly string[];
  rule?: readonly string[];
  host?: readonly string[];
  vm?: string;
}

export const findingQueries = {
  list: (listing: FindingListing = {}, cursor: string | null = null) =>
    queryOptions({
      queryKey: ["findings", "list", listing, cursor],
      queryFn: ({ signal }) =>
        fetchJson<Page<FindingView>>(
          "/api/v1/findings",
          { ...listing, ...(cursor === null ? {} : { cursor }) },
          { signal },
        ),
    }),
};
