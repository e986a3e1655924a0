import {
  SERVICE_WORDS,
  TECHNOLOGY_WORDS,
  isServiceKey,
  isTechnologyKey,
  toStatusWords,
} from "./service-words.ts";
import { toClusterWords } from "./cluster-words.ts";
import type { FilterName } from "./vm-listing.ts";
import { FILTER_NAMES, isYes } from "./vm-listing.ts";
import type { VmUrl } from "./vm-search-params.ts";

/** An active filter, in words: the URL in readable form. */
export interface FilterToken {
  name: FilterName;
  value: string;
  words: string;
}

/** Hosts are in the URL by id; a token shows their names. */
export function prepareTokens(
  url: VmUrl,
  hostName: (id: string) => string,
  capabilityNames: ReadonlyMap<string, string>,
): FilterToken[] {
  const tokens: FilterToken[] = [];
  for (const name of FILTER_NAMES) {
    if (name === "search") {
      const word = url.search.trim();
      if (word !== "") tokens.push({ name, value: word, words: `name ~ ${word}` });
      continue;
    }
    for (const value of name === "gone" ? url.gone.filter(isYes) : url[name])
      tokens.push({ name, value, words: wordsOf(name, value, hostName, capabilityNames) });
  }
  return tokens;
}

function wordsOf(
  name: Exclude<FilterName, "search">,
  value: string,
  hostName: (id: string) => string,
  capabilityNames: ReadonlyMap<string, string>,
): string {
  if (name === "host") return `host = ${hostName(value)}`;
  if (name === "cluster") return `cluster = ${toClusterWords(value)}`;
  if (name === "guestOs") return `guest OS = ${value}`;
  if (name === "gone") return "gone";
  if (name === "state") return `state = ${value.toLowerCase()}`;
  const [key = "", status = "", ofRung] = value.split(":");
  if (name === "acceleration" || name === "rung") {
    const technology = isTechnologyKey(key) ? TECHNOLOGY_WORDS[key].label : key;
    if (name === "acceleration") return `${technology} = ${toStatusWords(status)}`;
    return `${technology} ${ofRung === undefined ? "" : `${toStatusWords(ofRung)}, `}broken at ${status}`;
  }
  if (name === "capability") return `${capabilityNames.get(key) ?? key} = ${toStatusWords(status)}`;
  if (name === "configurationVersion") return `configuration version = ${value}`;
  if (name === "conversion") return `conversion to generation 2 = ${toStatusWords(value)}`;
  if (name === "check") return `check ${key} = ${status}`;
  if (name !== "service") return `${name} = ${value}`;
  return `${isServiceKey(key) ? SERVICE_WORDS[key].label : key} = ${toStatusWords(status)}`;
}

/** A filter without one of its values; the search has only one. */
export function withoutToken(url: VmUrl, token: FilterToken): Partial<VmUrl> {
  if (token.name === "search") return { search: "" };
  return { [token.name]: url[token.name].filter((value) => value !== token.value) };
}

/** A click selects only this value, or removes it if it is the only one; with Ctrl it adds or removes the value. */
export function toggleValue(values: readonly string[], value: string, isAdding: boolean): string[] {
  const isOn = values.includes(value);
  if (isAdding) return isOn ? values.filter((each) => each !== value) : [...values, value];
  return isOn && values.length === 1 ? [] : [value];
}
