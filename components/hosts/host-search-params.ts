import { parseAsBoolean, parseAsNativeArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { inferParserType } from "nuqs/server";
import { HEALTH_ORDER } from "@/components/vms/service-words.ts";
import { ANY_SECTION } from "@/lib/contract/api/any-section.ts";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import type { HostFilters, HostListing } from "@/lib/query/hosts.ts";
import { HOST_TECHNOLOGY_ORDER } from "./host-technologies.ts";
import { SECTIONS } from "./prepare-hosts.ts";

export const HOST_SORT_WORDS = {
  cluster: "cluster, then worst first",
  name: "name",
  "-findings": "most findings",
  "-vms": "most VMs",
  lastReportedAt: "longest silent",
} as const;
export type HostSort = keyof typeof HOST_SORT_WORDS;

const SORTS = [
  "cluster",
  "name",
  "-findings",
  "-vms",
  "lastReportedAt",
] as const satisfies readonly HostSort[];
export const DEFAULT_HOST_SORT = "cluster" satisfies HostSort;
export const FRESHNESS_ORDER = [
  "fresh",
  "late",
  "stale",
  "missing",
  "retired",
] as const satisfies readonly HostRow["freshness"][];
/** Retired hosts are not among them, and are listed only on request. */
const IN_THE_FLEET = ["fresh", "late", "stale", "missing"] as const;
const TECHNOLOGY_WORDS = HOST_TECHNOLOGY_ORDER.flatMap((technology) =>
  (["configured", "blocked", "ready", "active", "unknown", "not-applicable"] as const).map(
    (status) => `${technology}:${status}` as const,
  ),
);
const many = parseAsNativeArrayOf(parseAsString);

/** The state of the hosts list in the URL. Keys are never in it. */
export const hostSearchParams = {
  search: parseAsString.withDefault(""),
  cluster: many,
  freshness: parseAsNativeArrayOf(parseAsStringLiteral(FRESHNESS_ORDER)),
  tag: many,
  rule: many,
  /** The worst health of a VM on it. */
  health: parseAsNativeArrayOf(parseAsStringLiteral(HEALTH_ORDER)),
  acceleration: parseAsNativeArrayOf(parseAsStringLiteral(TECHNOLOGY_WORDS)),
  /** `<technology>:<rung>[:<status>]` of an adapter's ladder. */
  rung: many,
  section: parseAsNativeArrayOf(parseAsStringLiteral([ANY_SECTION, ...SECTIONS])),
  agent: many,
  system: many,
  apart: parseAsBoolean,
  sort: parseAsStringLiteral(SORTS).withDefault(DEFAULT_HOST_SORT),
  /** `1`: the sheet for enrolling hosts is open. */
  enrol: parseAsStringLiteral(["1"]),
};

export type HostUrl = inferParserType<typeof hostSearchParams>;

/** The filters of the list; empty values are omitted, so that one request has one key. */
export function toHostFilters(url: HostUrl): HostFilters {
  const search = url.search.trim();
  return {
    ...(search === "" ? {} : { search }),
    freshness: url.freshness.length === 0 ? IN_THE_FLEET : url.freshness,
    ...toFilled("cluster", url.cluster),
    ...toFilled("tag", url.tag),
    ...toFilled("rule", url.rule),
    ...toFilled("health", url.health),
    ...toFilled("acceleration", url.acceleration),
    ...toFilled("rung", url.rung),
    ...toFilled("section", url.section),
    ...toFilled("agent", url.agent),
    ...toFilled("system", url.system),
    ...(url.apart === null ? {} : { apart: url.apart }),
  };
}

function toFilled(name: keyof HostFilters, values: readonly string[]): HostFilters {
  return values.length === 0 ? {} : { [name]: values };
}

/** The request that the URL stands for. */
export function toHostListing(url: HostUrl): HostListing {
  return { ...toHostFilters(url), sort: url.sort };
}

/** Without any filter, retired hosts omitted. */
export const WHOLE_FLEET: HostFilters = { freshness: IN_THE_FLEET };

export type HostTechnologyWord = (typeof TECHNOLOGY_WORDS)[number];

export function isTechnologyWord(word: string): word is HostTechnologyWord {
  return TECHNOLOGY_WORDS.some((known) => known === word);
}

export type HostFilterChange = Partial<Pick<HostUrl, FilterName>>;
type FilterName = keyof Omit<typeof hostSearchParams, "sort" | "enrol">;

/** No filter is set. */
export const NO_FILTER = {
  search: null,
  cluster: null,
  freshness: null,
  tag: null,
  rule: null,
  health: null,
  acceleration: null,
  rung: null,
  section: null,
  agent: null,
  system: null,
  apart: null,
} as const satisfies Record<FilterName, null>;
