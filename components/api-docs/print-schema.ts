import { type FactMap, isFactMap } from "@/components/facts/prepare-facts.ts";
import { readNumber, readText, readTexts } from "@/components/facts/read-fact.ts";

const MAX_DEPTH = 12;
const MAX_WORDS = 24;

/** A JSON Schema as an outline that is read at a glance: names, types, optional fields, limits. */
export function printSchema(schema: unknown, depth = 0): string {
  if (schema === true || !isFactMap(schema)) return "anything";
  if (depth > MAX_DEPTH) return "…";
  const reference = readText(schema, "$ref");
  if (reference !== null) return reference.split("/").at(-1) ?? reference;
  if (Object.hasOwn(schema, "const")) return JSON.stringify(schema["const"]);
  const words = schema["enum"];
  if (Array.isArray(words)) return printWords(words);
  for (const key of ["anyOf", "oneOf", "allOf"] as const) {
    const parts = schema[key];
    if (Array.isArray(parts)) {
      const printed = [...new Set(parts.map((part) => printSchema(part, depth)))];
      return printed.join(key === "allOf" ? " & " : " | ");
    }
  }
  const types = typeof schema["type"] === "string" ? [schema["type"]] : readTexts(schema, "type");
  if (types.length === 0 && isFactMap(schema["properties"])) return printObject(schema, depth);
  if (types.length === 0) return "anything";
  return types.map((type) => printType(type, schema, depth)).join(" | ");
}

function printType(type: string, schema: FactMap, depth: number): string {
  switch (type) {
    case "object":
      return printObject(schema, depth);
    case "array": {
      const items = printSchema(schema["items"], depth);
      const most = readNumber(schema, "maxItems");
      return `${items.includes(" | ") && !items.includes("\n") ? `(${items})` : items}[]${most === null ? "" : ` at most ${most}`}`;
    }
    case "string":
      return `${readText(schema, "format") ?? "text"}${limitOf(schema, "minLength", "maxLength", "characters")}`;
    case "integer":
    case "number":
      return `${type}${limitOf(schema, "minimum", "maximum", "")}`;
    default:
      return type;
  }
}

function printObject(schema: FactMap, depth: number): string {
  const properties = isFactMap(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const required = new Set(readTexts(schema, "required"));
  const pad = "  ".repeat(depth + 1);
  const lines = properties.map(([name, property]) => {
    const said = isFactMap(property) ? readText(property, "description") : null;
    return `${pad}${name}${required.has(name) ? "" : "?"}: ${printSchema(property, depth + 1)}${said === null ? "" : `  // ${said}`}`;
  });
  const others = schema["additionalProperties"];
  if (isFactMap(others) && Object.keys(others).length > 0)
    lines.push(`${pad}[name]: ${printSchema(others, depth + 1)}`);
  return lines.length === 0 ? "object" : `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
}

function printWords(words: readonly unknown[]): string {
  const shown = words.slice(0, MAX_WORDS).map((word) => JSON.stringify(word));
  const left = words.length - shown.length;
  return `${shown.join(" | ")}${left > 0 ? ` | ${left} more` : ""}`;
}

/** Limits that every number of a computer has are not worth printing. */
function limitOf(schema: FactMap, least: string, most: string, unit: string): string {
  const low = readNumber(schema, least);
  const high = readNumber(schema, most);
  const parts = [
    low === null || Math.abs(low) >= Number.MAX_SAFE_INTEGER || low === 0 ? null : `at least ${low}`,
    high === null || high >= Number.MAX_SAFE_INTEGER ? null : `at most ${high}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "" : ` (${parts.join(", ")}${unit === "" ? "" : ` ${unit}`})`;
}
