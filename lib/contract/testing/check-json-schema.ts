import { asObject, type Json, type JsonObject } from "../to-json-schema.ts";

/**
 * Checks a value against the part of JSON Schema 2020-12 that our documents use, as an independent validator would, and
 * returns the paths with errors. An unknown keyword is an error, so that nothing is skipped.
 */
export function checkJsonSchema(schema: JsonObject, value: Json, path = "$"): string[] {
  return Object.entries(schema).flatMap(([keyword, rule]) => {
    if (ANNOTATIONS.has(keyword)) return [];
    const check = CHECKS.get(keyword);
    if (check === undefined) throw new Error(`${keyword} at ${path} is not a supported keyword`);
    return check(rule, value, path, schema);
  });
}

type Check = (rule: Json, value: Json, path: string, schema: JsonObject) => string[];

const ANNOTATIONS = new Set(["$schema", "$id", "title", "description", "default", "format"]);

const isMap = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function typeOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function isOfType(value: Json, type: Json): boolean {
  if (type === "integer") return typeof value === "number" && Number.isInteger(value);
  return typeOf(value) === type;
}

const when = (isWrong: boolean, path: string): string[] => (isWrong ? [path] : []);
const asNumber = (rule: Json): number => (typeof rule === "number" ? rule : Number.NaN);

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["type", (rule, value, path) => when(![rule].flat().some((type) => isOfType(value, type)), path)],
  ["const", (rule, value, path) => when(rule !== value, path)],
  ["enum", (rule, value, path) => when(!(Array.isArray(rule) && rule.includes(value)), path)],
  ["minimum", (rule, value, path) => when(typeof value === "number" && value < asNumber(rule), path)],
  ["maximum", (rule, value, path) => when(typeof value === "number" && value > asNumber(rule), path)],
  [
    "minLength",
    (rule, value, path) => when(typeof value === "string" && Array.from(value).length < asNumber(rule), path),
  ],
  [
    "maxLength",
    (rule, value, path) => when(typeof value === "string" && Array.from(value).length > asNumber(rule), path),
  ],
  ["maxItems", (rule, value, path) => when(Array.isArray(value) && value.length > asNumber(rule), path)],
  [
    "pattern",
    (rule, value, path) =>
      when(typeof value === "string" && typeof rule === "string" && !new RegExp(rule, "u").test(value), path),
  ],
  [
    "items",
    (rule, value, path) =>
      Array.isArray(value)
        ? value.flatMap((item, index) => checkJsonSchema(asObject(rule), item, `${path}[${index}]`))
        : [],
  ],
  [
    "required",
    (rule, value, path) =>
      isMap(value) && Array.isArray(rule)
        ? rule.flatMap((key) =>
            typeof key === "string" ? when(!Object.hasOwn(value, key), `${path}.${key}`) : [],
          )
        : [],
  ],
  [
    "properties",
    (rule, value, path) =>
      isMap(value)
        ? Object.entries(asObject(rule)).flatMap(([key, schema]) => {
            const child = Object.hasOwn(value, key) ? value[key] : undefined;
            return child === undefined ? [] : checkJsonSchema(asObject(schema), child, `${path}.${key}`);
          })
        : [],
  ],
  [
    "additionalProperties",
    (rule, value, path, schema) =>
      isMap(value)
        ? Object.entries(value)
            .filter(([key]) => !Object.hasOwn(asObject(schema["properties"] ?? {}), key))
            .flatMap(([key, child]) => checkJsonSchema(asObject(rule), child, `${path}.${key}`))
        : [],
  ],
  [
    "propertyNames",
    (rule, value, path) =>
      isMap(value)
        ? Object.keys(value).flatMap((key) => checkJsonSchema(asObject(rule), key, `${path}.${key}`))
        : [],
  ],
]);
