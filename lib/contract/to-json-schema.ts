import { z } from "zod";

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/**
 * Converts one schema to compact JSON Schema 2020-12: `null` is merged into a type, and default integer bounds are
 * omitted. `input` is for requests, `output` for answers.
 */
export function toJsonSchema(schema: z.ZodType, io: "input" | "output"): JsonObject {
  const { $schema: _dialect, ...rest } = asObject(plainJson(z.toJSONSchema(schema, { io })));
  return asObject(tidy(rest, io));
}

/** The same for named schemas; a schema that contains another one refers to it. */
export function toNamedJsonSchemas(
  schemas: Readonly<Record<string, z.ZodType>>,
  io: "input" | "output",
  toReference: (name: string) => string,
): JsonObject {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const { schemas: named } = z.toJSONSchema(registry, { io, uri: toReference });
  return Object.fromEntries(
    Object.entries(asObject(plainJson(named))).map(([name, schema]) => {
      const { $schema: _dialect, $id: _reference, ...rest } = asObject(schema);
      return [name, tidy(rest, io)];
    }),
  );
}

/** Copies a value through JSON text, so that its type is plain JSON. */
export function plainJson(value: object): Json {
  const text = JSON.stringify(value);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed from what was just written
  return JSON.parse(text) as Json;
}

export function asObject(value: Json | undefined): JsonObject {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new TypeError("not a JSON object");
}

function tidy(value: Json, io: "input" | "output"): Json {
  if (Array.isArray(value)) return value.map((item) => tidy(item, io));
  if (typeof value !== "object" || value === null) return value;
  const tidied = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, tidy(child, io)]));
  return joinNull(joinConstants(io === "output" ? dropNoise(tidied) : tidied));
}

/** Removes constraints that every answer meets anyway, or that a later version may loosen. */
function dropNoise(schema: JsonObject): JsonObject {
  const { minimum, maximum, additionalProperties, pattern, ...rest } = schema;
  const isNamedFormat = schema["format"] === "date-time" || schema["format"] === "uuid";
  return {
    ...rest,
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
    ...(additionalProperties === undefined || additionalProperties === false ? {} : { additionalProperties }),
    ...(pattern === undefined || isNamedFormat ? {} : { pattern }),
  };
}

/** Converts `anyOf` of constants to an enumeration. */
function joinConstants(schema: JsonObject): JsonObject {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf)) return schema;
  const constants = anyOf.map((option) => asObject(option)["const"]);
  if (constants.includes(undefined)) return schema;
  return { ...rest, enum: constants.flatMap((constant) => (constant === undefined ? [] : [constant])) };
}

/** Converts `anyOf` of one type and null to a list of types. */
function joinNull(schema: JsonObject): JsonObject {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return schema;
  const [option, nothing] = anyOf.map(asObject);
  if (option === undefined || nothing?.["type"] !== "null") return schema;
  if (Array.isArray(option["enum"])) {
    const { type: _type, ...words } = option;
    return { ...rest, ...words, enum: [...option["enum"], null] };
  }
  return typeof option["type"] === "string" && option["const"] === undefined
    ? { ...rest, ...option, type: [option["type"], "null"] }
    : schema;
}
