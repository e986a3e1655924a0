import { type FactMap, isFactMap } from "./prepare-facts.ts";

/** A fact by its path, if it is a nonempty text. Facts are stored as reported, so nothing is taken for granted. */
export function readText(facts: FactMap, ...path: readonly string[]): string | null {
  const value = readFact(facts, path);
  return typeof value === "string" && value !== "" ? value : null;
}

export function readNumber(facts: FactMap, ...path: readonly string[]): number | null {
  const value = readFact(facts, path);
  return typeof value === "number" ? value : null;
}

export function readFlag(facts: FactMap, ...path: readonly string[]): boolean | null {
  const value = readFact(facts, path);
  return typeof value === "boolean" ? value : null;
}

/** The texts of a list; none if it was not read. */
export function readTexts(facts: FactMap, ...path: readonly string[]): string[] {
  const value = readFact(facts, path);
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

function readFact(facts: FactMap, path: readonly string[]): unknown {
  let value: unknown = facts;
  for (const key of path) {
    if (!isFactMap(value) || !Object.hasOwn(value, key)) return null;
    value = value[key];
  }
  return value;
}
