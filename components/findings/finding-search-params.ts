import { parseAsNativeArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { inferParserType } from "nuqs/server";
import type { CauseListing } from "@/lib/query/findings.ts";

const many = parseAsNativeArrayOf(parseAsString);

/** The state of the findings page in the URL. */
export const findingSearchParams = {
  status: parseAsStringLiteral(["open", "frozen", "resolved"]).withDefault("open"),
  severity: many,
  rule: many,
  cluster: many,
  host: many,
  /** Search words and the cost of the fix: all causes are loaded, so the browser filters them itself. */
  search: parseAsString.withDefault(""),
  cost: many,
};

export type FindingUrl = inferParserType<typeof findingSearchParams>;

export const FINDING_FILTERS = ["severity", "rule", "cluster", "host"] as const;

/** The request that the URL stands for; empty values are omitted, so that one request has one key. */
export function toCauseListing(url: Pick<FindingUrl, (typeof FINDING_FILTERS)[number]>): CauseListing {
  return Object.fromEntries(
    FINDING_FILTERS.filter((name) => url[name].length > 0).map((name) => [name, url[name]]),
  );
}
