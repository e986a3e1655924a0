import { z } from "zod";

/** The maximum length of a name in the wire contract, so that every name can be used as a filter. */
const MAX_FILTER_LENGTH = 1024;
const MAX_FILTER_VALUES = 50;

/** A single-valued text parameter, used unchanged. */
export function textUpTo(maxLength: number) {
  return z
    .string()
    .max(maxLength, { error: `must be at most ${maxLength} characters` })
    .refine((value) => value.isWellFormed() && !value.includes("\0"), {
      error: "must not contain NUL or a lone surrogate",
    });
}

export const oneText = textUpTo(MAX_FILTER_LENGTH);

/** A repeatable parameter that matches any of its values. */
export function anyOf<Value extends z.ZodType>(value: Value) {
  return z
    .array(value)
    .max(MAX_FILTER_VALUES, { error: `takes at most ${MAX_FILTER_VALUES} values` })
    .optional();
}

export function wordOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `must be one of ${words.join(", ")}` });
}

/** Two words separated by a colon, such as `heartbeat:failed`. */
export function pairOf(keys: readonly string[], words: readonly string[]) {
  return z.templateLiteral([z.enum(keys), ":", z.enum(words)], {
    error: `must be one of ${keys.join(", ")}, a colon, and one of ${words.join(", ")}`,
  });
}

export function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.int().min(least, { error }).max(most, { error }));
}

export const trueOrFalse = z
  .enum(["true", "false"], { error: "must be true or false" })
  .transform((word) => word === "true")
  .pipe(z.boolean());

export interface QueryError {
  path: string;
  message: string;
}

/**
 * Reads the parameters of a list. A repeated parameter matches any of its values; an empty one is ignored. An unknown
 * parameter is refused by name: ignoring a misspelt filter would show misleading results.
 */
export function parseQuery<Schema extends z.ZodObject>(
  schema: Schema,
  parameters: URLSearchParams,
): { ok: true; query: z.output<Schema> } | { ok: false; errors: QueryError[] } {
  const errors: QueryError[] = [];
  const given: Record<string, string | string[]> = {};
  for (const name of new Set(parameters.keys())) {
    const parameter: unknown = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    const values = parameters.getAll(name).filter((value) => value !== "");
    const [first] = values;
    if (parameter === undefined) {
      errors.push({ path: name.slice(0, 64), message: "is not a parameter of this list" });
    } else if (isRepeatable(parameter)) {
      if (first !== undefined) given[name] = values;
    } else if (values.length > 1) {
      errors.push({ path: name, message: "may be given only once" });
    } else if (first !== undefined) {
      given[name] = first;
    }
  }
  const parsed = schema.safeParse(given);
  if (parsed.success && errors.length === 0) return { ok: true, query: parsed.data };
  return { ok: false, errors: [...errors, ...errorsByName(parsed.error)] };
}

export function isRepeatable(parameter: unknown): boolean {
  return parameter instanceof z.ZodOptional
    ? isRepeatable(parameter.def.innerType)
    : parameter instanceof z.ZodArray;
}

/** One error for each parameter, even if several of its values are invalid. */
function errorsByName(error: z.ZodError | undefined): QueryError[] {
  const messages = new Map<string, string>();
  for (const { path, message } of error?.issues ?? []) {
    const name = String(path[0] ?? "");
    if (!messages.has(name)) messages.set(name, message);
  }
  return [...messages].map(([path, message]) => ({ path, message }));
}
