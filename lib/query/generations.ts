import { queryOptions } from "@tanstack/react-query";
import type { GenerationRow, GenerationsView } from "@/lib/contract/api/generations.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import { fetchJson } from "./fetch-json.ts";

export interface GenerationListing {
  search?: string;
  conversion?: readonly string[];
  /** `<check>:<status>`. */
  check?: readonly string[];
  /** `<capability>:<status>`. */
  capability?: readonly string[];
  configurationVersion?: readonly string[];
  cluster?: readonly string[];
  host?: readonly string[];
  sort?: string;
}

export const GENERATION_PAGE_SIZE = 200;

export const generationQueries = {
  view: () =>
    queryOptions({
      queryKey: ["generations"],
      queryFn: ({ signal }) => fetchJson<GenerationsView>("/api/v1/generations", {}, { signal }),
    }),

  page: (listing: GenerationListing, cursor: string | null = null) =>
    queryOptions({
      queryKey: ["generations", "vms", listing, cursor],
      queryFn: ({ signal }) =>
        fetchJson<Page<GenerationRow>>(
          "/api/v1/generations/vms",
          { ...listing, ...(cursor === null ? {} : { cursor }), limit: GENERATION_PAGE_SIZE },
          { signal },
        ),
    }),
};
