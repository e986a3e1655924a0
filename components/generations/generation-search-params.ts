import { createLoader, parseAsNativeArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
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

/** What of the VMs of generation 1 stands in the URL. */
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

export const loadGenerationUrl = createLoader(generationSearchParams);

export const GENERATION_FILTERS = ["conversion", "check", "configurationVersion", "cluster", "host"] as const;
export type GenerationFilter = (typeof GENERATION_FILTERS)[number];

/** The question behind the URL; what is empty is left out, so that one question has one key. */
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
