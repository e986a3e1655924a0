import { ANY_SECTION } from "@/lib/contract/api/any-section.ts";
import { TECHNOLOGY_NAMES } from "@/lib/format/names.ts";
import type { HostFilterChange, HostTechnologyWord, HostUrl } from "./host-search-params.ts";
import { HOST_TECHNOLOGY_ORDER } from "./host-technologies.ts";
import { labelOf } from "./prepare-host-facets.ts";

export interface HostToken {
  words: string;
  /** The address without it. */
  without: HostFilterChange;
}

/** The active filters, each in words. */
export function prepareHostTokens(url: HostUrl): HostToken[] {
  return [
    ...tokensOf("freshness", url.freshness, (value) => value),
    ...tokensOf("health", url.health, (value) => `worst VM ${value}`),
    ...tokensOf("acceleration", url.acceleration, sayTechnology),
    ...tokensOf("rung", url.rung, sayRung),
    ...tokensOf("cluster", url.cluster, (value) => `cluster = ${labelOf("cluster", value)}`),
    ...tokensOf("section", url.section, (value) =>
      value === ANY_SECTION ? "not fully read" : `${value} not fully read`,
    ),
    ...tokensOf("agent", url.agent, (value) => `agent ${value}`),
    ...tokensOf("system", url.system, (value) => labelOf("system", value)),
    ...tokensOf("tag", url.tag, (value) => `tag = ${value}`),
    ...tokensOf("rule", url.rule, (value) => `rule = ${value}`),
    ...(url.apart === null
      ? []
      : [
          { words: url.apart ? "differs from its cluster" : "same as its cluster", without: { apart: null } },
        ]),
  ];
}

function sayTechnology(word: HostTechnologyWord): string {
  const technology = HOST_TECHNOLOGY_ORDER.find((key) => word.startsWith(`${key}:`));
  if (technology === undefined) return word;
  return `${TECHNOLOGY_NAMES[technology]} ${word.slice(technology.length + 1).replaceAll("-", " ")}`;
}

function sayRung(word: string): string {
  const [technology = "", rung = "", status] = word.split(":");
  const key = HOST_TECHNOLOGY_ORDER.find((known) => known === technology);
  return `${key === undefined ? technology : TECHNOLOGY_NAMES[key]} ${status === undefined ? "" : `${status}, `}broken at ${rung}`;
}

function tokensOf<Value extends string>(
  name: keyof HostFilterChange,
  values: readonly Value[],
  toWords: (value: Value) => string,
): HostToken[] {
  return values.map((value) => ({
    words: toWords(value),
    without: { [name]: values.filter((each) => each !== value) },
  }));
}
