import { formatBytes, formatSpeed } from "@/lib/format/bytes.ts";
import { formatDuration } from "@/lib/format/duration.ts";

export type FactMap = Readonly<Record<string, unknown>>;

/** One fact as reported: its path inside its group, the value in the wire's words, and its meaning. */
export interface FactLine {
  path: string;
  value: string;
  /** `false` where the agent could not read it. */
  isRead: boolean;
  /** The same in a readable unit, where that helps. */
  inWords: string | null;
}

export interface FactGroup {
  name: string;
  lines: FactLine[];
}

const OWN = "itself";

/** Where `null` is a statement of the report, and not a gap in it. */
const NULL_WORDS: ReadonlyMap<string, string> = new Map([
  ["floppyPath", "none"],
  ["guest", "nothing reported"],
  ["cluster", "none"],
  ["rssOnHostVPorts", "no such keyword"],
]);
const NULL_WORDS_OF_GENERATION_1: ReadonlyMap<string, string> = new Map([
  ...NULL_WORDS,
  ["firmware", "none"],
]);

/**
 * A report as groups of lines: first the entity's own facts, then one group for each part. A list of texts is one line;
 * in a list of parts each has its own number, and its name if it has one.
 */
export function prepareFacts(facts: FactMap): FactGroup[] {
  const own: FactLine[] = [];
  const groups: FactGroup[] = [];
  const nullWords = facts["generation"] === 1 ? NULL_WORDS_OF_GENERATION_1 : NULL_WORDS;
  for (const [key, value] of inOrder(facts)) {
    if (isFactMap(value) || isListOfParts(value)) groups.push(...groupsOf(key, value));
    else own.push(lineOf(key, value, nullWords));
  }
  return own.length === 0 ? groups : [{ name: OWN, lines: own }, ...groups];
}

/** Groups and lines that contain every word of the search, in the path or in the value. */
export function searchFacts(groups: readonly FactGroup[], search: string): FactGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...groups];
  return groups.flatMap((group) => {
    const lines = group.lines.filter((line) => {
      const text = `${group.name}.${line.path} ${line.value} ${line.inWords ?? ""}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return lines.length === 0 ? [] : [{ ...group, lines }];
  });
}

export function countFacts(groups: readonly FactGroup[]): number {
  return groups.reduce((sum, group) => sum + group.lines.length, 0);
}

/** A value as text: `null` was not read, which is not the same as empty. */
export function formatFact(value: unknown): string {
  if (value === null || value === undefined) return "not read";
  if (value === "") return "empty text";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "true" : "false";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(formatFact).join(", ");
  return JSON.stringify(value);
}

function groupsOf(name: string, value: FactMap | readonly FactMap[]): FactGroup[] {
  if (!isList(value)) return [{ name, lines: linesOf(value, "") }];
  return value.map((part, index) => {
    const own = part["name"] ?? part["path"] ?? part["friendlyName"];
    const said = typeof own === "string" && own !== "" ? ` ${own}` : "";
    return { name: `${name}[${index}]${said}`, lines: linesOf(part, "") };
  });
}

function linesOf(part: FactMap, prefix: string): FactLine[] {
  return inOrder(part).flatMap(([key, value]) => {
    const path = `${prefix}${key}`;
    if (isFactMap(value)) return linesOf(value, `${path}.`);
    if (isListOfParts(value)) return value.flatMap((each, index) => linesOf(each, `${path}[${index}].`));
    return [lineOf(path, value)];
  });
}

/** By name: the order of the wire is not stored. */
function inOrder(part: FactMap): [string, unknown][] {
  return Object.entries(part).toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
}

function lineOf(path: string, value: unknown, nullWords = NULL_WORDS): FactLine {
  const said = value === null ? nullWords.get(path) : undefined;
  return {
    path,
    value: said ?? formatFact(value),
    isRead: said !== undefined || (value !== null && value !== undefined),
    inWords: typeof value === "number" ? numberInWords(path, value) : null,
  };
}

/** On the wire the unit is always the end of the name. */
function numberInWords(path: string, value: number): string | null {
  if (path.endsWith("BitsPerSecond")) return formatSpeed(value);
  if (path.endsWith("Bytes") && value >= 1024) return formatBytes(value);
  if (path.endsWith("Seconds") && value >= 90) return formatDuration(value);
  return null;
}

export function isFactMap(value: unknown): value is FactMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: FactMap | readonly FactMap[]): value is readonly FactMap[] {
  return Array.isArray(value);
}

function isListOfParts(value: unknown): value is readonly FactMap[] {
  return Array.isArray(value) && value.length > 0 && value.every(isFactMap);
}
