import type * as nuqs from "nuqs/server";
import type { inferParserType } from "nuqs/server";
import { toUrl } from "@/lib/query/fetch-json.ts";
import type { VmFilters, VmListing } from "@/lib/query/vms.ts";

const SORTABLE = ["health", "name", "guestOs", "findings", "generation", "lastReportedAt"] as const;
export const SORTS = [...SORTABLE, ...SORTABLE.map((column) => `-${column}` as const)] as const;
export const ROW_HEIGHTS = ["24", "28", "32"] as const;

type Parsers = Pick<
  typeof nuqs,
  "parseAsArrayOf" | "parseAsNativeArrayOf" | "parseAsString" | "parseAsStringLiteral"
>;

/**
 * The state of the matrix in the URL: which VMs, in which order, and what is folded. The parsers are passed in, because
 * the library has them twice, for the server and for the browser, and one copy is enough there.
 */
export function makeVmSearchParams(parsers: Parsers) {
  const { parseAsArrayOf, parseAsNativeArrayOf, parseAsString, parseAsStringLiteral } = parsers;
  const many = parseAsNativeArrayOf(parseAsString);
  return {
    search: parseAsString.withDefault(""),
    host: many,
    cluster: many,
    tag: many,
    state: many,
    health: many,
    generation: many,
    guestOs: many,
    service: many,
    acceleration: many,
    capability: many,
    rung: many,
    rule: many,
    conversion: many,
    check: many,
    configurationVersion: many,
    /** `true`: only VMs that no host lists any more. */
    gone: many,
    sort: parseAsStringLiteral(SORTS),
    group: parseAsStringLiteral(["host", "none"]).withDefault("host"),
    quiet: parseAsStringLiteral(["shown", "folded"]).withDefault("shown"),
    /** Hosts whose VMs are folded. */
    fold: parseAsArrayOf(parseAsString).withDefault([]),
    rows: parseAsStringLiteral(ROW_HEIGHTS).withDefault("28"),
  };
}

export type VmUrl = inferParserType<ReturnType<typeof makeVmSearchParams>>;

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
