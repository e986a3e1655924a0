import { queryOptions } from "@tanstack/react-query";
import type { NetworkView } from "@/lib/contract/api/network.ts";
import { fetchJson } from "./fetch-json.ts";

export const networkQueries = {
  /** Technologies over the whole fleet: where they are in effect, and what stops them. */
  view: () =>
    queryOptions({
      queryKey: ["network"],
      queryFn: ({ signal }) => fetchJson<NetworkView>("/api/v1/network", {}, { signal }),
    }),
};
