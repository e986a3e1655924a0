import { createLoader, parseAsNativeArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { inferParserType } from "nuqs/server";
import type { HostListing } from "@/lib/query/hosts.ts";

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
/** Those that are retired are out of it, and in the list only where they are asked for. */
const IN_THE_FLEET = ["fresh", "late", "stale", "missing"] as const;
const many = parseAsNativeArrayOf(parseAsString);

/** What of the hosts' list stands in the URL. A key is never in it. */
export const hostSearchParams = {
  search: parseAsString.withDefault(""),
  cluster: many,
  freshness: parseAsNativeArrayOf(parseAsStringLiteral(["fresh", "late", "stale", "missing", "retired"])),
  tag: many,
  rule: many,
  sort: parseAsStringLiteral(SORTS).withDefault("cluster"),
  /** `1`: the sheet for enrolling hosts is open. */
  enrol: parseAsStringLiteral(["1"]),
};

export type HostUrl = inferParserType<typeof hostSearchParams>;

export const loadHostUrl = createLoader(hostSearchParams);

/** The question behind the URL; what is empty is left out, so that one question has one key. */
export function toHostListing(url: HostUrl): HostListing {
  const search = url.search.trim();
  return {
    ...(search === "" ? {} : { search }),
    ...(url.cluster.length === 0 ? {} : { cluster: url.cluster }),
    freshness: url.freshness.length === 0 ? IN_THE_FLEET : url.freshness,
    ...(url.tag.length === 0 ? {} : { tag: url.tag }),
    ...(url.rule.length === 0 ? {} : { rule: url.rule }),
    sort: url.sort,
  };
}
