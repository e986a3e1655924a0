import { queryOptions } from "@tanstack/react-query";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import type { CausesView } from "@/lib/contract/api/fleet.ts";
import type { LongPage } from "@/lib/contract/api/page.ts";
import { fetchJson } from "./fetch-json.ts";

export interface CauseListing {
  severity?: readonly string[];
  rule?: readonly string[];
  cluster?: readonly string[];
  host?: readonly string[];
}

export interface FindingListing extends CauseListing {
  status: "frozen" | "resolved";
}

export const FINDING_PAGE_SIZE = 100;

export const findingQueries = {
  causes: (listing: CauseListing) =>
    queryOptions({
      queryKey: ["findings", "causes", listing],
      queryFn: ({ signal }) => fetchJson<CausesView>("/api/v1/findings/causes", { ...listing }, { signal }),
    }),

  page: (listing: FindingListing, cursor: string | null = null) =>
    queryOptions({
      queryKey: ["findings", "page", listing, cursor],
      queryFn: ({ signal }) =>
        fetchJson<LongPage<FindingView>>(
          "/api/v1/findings",
          { ...listing, ...(cursor === null ? {} : { cursor }), limit: FINDING_PAGE_SIZE },
          { signal },
        ),
      // Findings of another query must not be shown under this one's status.
      placeholderData: undefined,
    }),
};
