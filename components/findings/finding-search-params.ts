import { createLoader, parseAsNativeArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { inferParserType } from "nuqs/server";
import type { CauseListing } from "@/lib/query/findings.ts";

const many = parseAsNativeArrayOf(parseAsString);

/** What of the findings stands in the URL. */
export const findingSearchParams = {
  status: parseAsStringLiteral(["open", "frozen", "resolved"]).withDefault("open"),
  severity: many,
  rule: many,
  cluster: many,
  host: many,
  /** Words of a cause, and what its fix costs: all causes are at hand, so the browser looks through them itself. */
  search: parseAsString.withDefault(""),
  cost: many,
};

export type FindingUrl = inferParserType<typeof findingSearchParams>;

export const loadFindingUrl = createLoader(findingSearchParams);

export const FINDING_FILTERS = ["severity", "rule", "cluster", "host"] as const;

/** The question behind the URL; what is empty is left out, so that one question has one key. */
export function toCauseListing(url: Pick<FindingUrl, (typeof FINDING_FILTERS)[number]>): CauseListing {
  return Object.fromEntries(
    FINDING_FILTERS.filter((name) => url[name].length > 0).map((name) => [name, url[name]]),
  );
}
