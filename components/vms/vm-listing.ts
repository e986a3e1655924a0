import { toUrl } from "@/lib/query/fetch-json.ts";
import type { VmFilters, VmListing } from "@/lib/query/vms.ts";
import type { VmUrl } from "./vm-search-params.ts";

export const FILTER_NAMES = [
  "search",
  "health",
  "service",
  "acceleration",
  "capability",
  "rung",
  "rule",
  "conversion",
  "check",
  "configurationVersion",
  "host",
  "cluster",
  "tag",
  "state",
  "generation",
  "guestOs",
  "gone",
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** A boolean filter has one value; any other counts as unset. */
export function isYes(value: string): boolean {
  return value === "true";
}

/** The active filters; empty ones are omitted, so that one request has one key. */
export function toFilters(url: VmUrl): VmFilters {
  const filters: VmFilters = url.search.trim() === "" ? {} : { search: url.search.trim() };
  for (const name of FILTER_NAMES) {
    if (name === "search") continue;
    if (name === "gone") {
      if (url.gone.some(isYes)) filters.gone = true;
      continue;
    }
    if (url[name].length > 0) filters[name] = url[name];
  }
  return filters;
}

/** The address of the matrix with these filters. */
export function toVmHref(filters: VmFilters): string {
  return toUrl("/vms", { ...filters });
}

/** Grouping needs the order by host; another sort order removes the groups. */
export function isGrouped(url: VmUrl): boolean {
  return url.group === "host" && url.sort === null;
}

export function toListing(url: VmUrl): VmListing {
  return { ...toFilters(url), sort: url.sort ?? (url.group === "host" ? "hostHealth" : "health") };
}

export function countFilters(filters: VmFilters): number {
  return Object.keys(filters).length;
}
