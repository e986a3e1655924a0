import { queryOptions } from "@tanstack/react-query";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { fetchJson } from "./fetch-json.ts";

export const fleetQueries = {
  /** The fleet in numbers. The shell reads it on every page, for its strips and for the age of the newest data. */
  view: () =>
    queryOptions({
      queryKey: ["fleet"],
      queryFn: ({ signal }) => fetchJson<FleetView>("/api/v1/fleet", {}, { signal }),
    }),
};
