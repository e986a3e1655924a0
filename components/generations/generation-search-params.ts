import { parseAsNativeArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { inferParserType } from "nuqs/server";
import type { GenerationListing } from "@/lib/query/generations.ts";

export const SORT_WORDS = {
  conversion: "the work needed",
  name: "name",
  host: "host",
  cluster: "cluster",
  guestOs: "guest OS",
  configurationVersion: "oldest configuration version",
} as const;
export type GenerationSort = keyof typeof SORT_WORDS;

export const SORTS = [
  "conversion",
  "name",
  "host",
  "cluster",
  "guestOs",
  "configurationVersion",
] as const satisfies readonly GenerationSort[];
const many = parseAsNativeArrayOf(parseAsString);

/** The state of the generation 1 list in the URL. */
export const generationSearchParams = {
  search: parseAsString.withDefault(""),
  conversion: many,
  check: many,
  configurationVersion: many,
  cluster: many,
  host: many,
  sort: parseAsStringLiteral(SORTS).withDefault("conversion"),
};

export type GenerationUrl = inferParserType<typeof generationSearchParams>;

export const GENERATION_FILTERS = ["conversion", "check", "configurationVersion", "cluster", "host"] as const;
export type GenerationFilter = (typeof GENERATION_FILTERS)[number];

/** The request that the URL stands for; empty values are omitted, so that one request has one key. */
export function toGenerationListing(url: GenerationUrl): GenerationListing {
  const search = url.search.trim();
  return {
    ...(search === "" ? {} : { search }),
    ...Object.fromEntries(
      GENERATION_FILTERS.filter((name) => url[name].length > 0).map((name) => [name, url[name]]),
    ),
    sort: url.sort,
  };
}
