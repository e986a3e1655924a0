import { queryOptions } from "@tanstack/react-query";
import type { ChangePage } from "@/lib/contract/api/changes.ts";
import { fetchJson } from "./fetch-json.ts";

export interface ChangeListing {
  host?: readonly string[];
  vm?: string;
  kind?: readonly string[];
  since?: string;
}

export const changeQueries = {
  list: (listing: ChangeListing = {}, cursor: string | null = null) =>
    queryOptions({
      queryKey: ["changes", "list", listing, cursor],
      queryFn: ({ signal }) =>
        fetchJson<ChangePage>(
          "/api/v1/changes",
          { ...listing, ...(cursor === null ? {} : { cursor }) },
          { signal },
        ),
    }),
};
