import { z } from "zod";
import { joinPath, MAX_WIRE_ERRORS, type WireError } from "./wire-error.ts";

/**
 * Lists the errors of a body that the schema rejected, and stops at the fiftieth. zod itself would create an issue for
 * every invalid value: four million of them fit into one hostile body.
 */
export function collectErrors(schema: z.ZodType, value: unknown): WireError[] {
  const errors: WireError[] = [];
  visit(schema, value, "", errors);
  return errors;
}

function visit(schema: z.ZodType, value: unknown, path: string, errors: WireError[]): void {
  if (errors.length >= MAX_WIRE_ERRORS) return;

  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    const isOptional = schema instanceof z.ZodDefault ? value === undefined : value === null;
    if (!isOptional) visit(asSchema(schema.def.innerType), value, path, errors);
  } else if (schema instanceof z.ZodPipe) {
    visit(asSchema(schema.def.in), value, path, errors);
  } else if (value === undefined) {
    errors.push({ path, message: "is required" });
  } else if (schema instanceof z.ZodObject) {
    visitObject(schema, value, path, errors);
  } else if (schema instanceof z.ZodArray) {
    visitArray(schema, value, path, errors);
  } else if (schema instanceof z.ZodRecord) {
    visitRecord(schema, value, path, errors);
  } else {
    const message = schema.safeParse(value).error?.issues[0]?.message;
    if (message !== undefined) errors.push({ path, message });
  }
}

function visitObject(schema: z.ZodObject, value: unknown, path: string, errors: WireError[]): void {
  if (!isPlainObject(value)) {
    errors.push({ path, message: "must be an object" });
    return;
  }
  for (const [key, child] of Object.entries<z.core.SomeType>(schema.shape)) {
    // Own keys only: `constructor` and its like are inherited by every object.
    const field = Object.hasOwn(value, key) ? value[key] : undefined;
    visit(asSchema(child), field, joinPath(path, key), errors);
  }
}

function visitArray(schema: z.ZodArray, value: unknown, path: string, errors: WireError[]): void {
  if (!Array.isArray(value)) {
    errors.push({ path, message: "must be an array" });
    return;
  }
  const rows: unknown[] = value;
  const limit = maxLengthOf(schema);
  if (rows.length > limit) {
    errors.push({ path, message: `must not contain more than ${limit} rows` });
    return;
  }
  for (const [index, row] of rows.entries()) {
    if (errors.length >= MAX_WIRE_ERRORS) return;
    visit(asSchema(schema.element), row, joinPath(path, index), errors);
  }
}

function maxLengthOf(schema: z.ZodArray): number {
  const check = schema.def.checks?.find((one) => one instanceof z.core.$ZodCheckMaxLength);
  // oxlint-disable-next-line no-underscore-dangle -- zod offers no other access to the definition of a check
  return check?._zod.def.maximum ?? Number.POSITIVE_INFINITY;
}

function visitRecord(schema: z.ZodRecord, value: unknown, path: string, errors: WireError[]): void {
  if (!isPlainObject(value)) {
    errors.push({ path, message: "must be an object" });
    return;
  }
  for (const [key, entry] of Object.entries(value)) {
    if (errors.length >= MAX_WIRE_ERRORS) return;
    if (key === "__proto__") continue; // zod drops it as well: our dictionaries cannot contain it
    visit(asSchema(schema.keyType), key, joinPath(path, key), errors);
    visit(asSchema(schema.valueType), entry, joinPath(path, key), errors);
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** zod types nested schemas as core schemas; all our schemas are built with its classic API. */
function asSchema(schema: z.core.SomeType): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new TypeError("a schema was not built by zod's classic builder");
}
