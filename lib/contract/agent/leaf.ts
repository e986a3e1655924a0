import { z } from "zod";

/**
 * Maximum string length, in code points, as counted by zod, JSON Schema and Postgres. An agent that truncates by UTF-16
 * units, as .NET counts, is on the safe side. A VM's notes may be longer.
 */
export const MAX_STRING_LENGTH = 1024;
export const MAX_NOTES_LENGTH = 4096;

/** Postgres cannot store NUL, and a lone surrogate is not valid text: both are refused, never removed. */
function isStorableText(value: string): boolean {
  return value.isWellFormed() && !value.includes("\0");
}

function textUpTo(maxLength: number) {
  return z
    .string({ error: "must be a string" })
    .max(maxLength, { error: `must not be longer than ${maxLength} characters` })
    .refine(isStorableText, { error: "must not contain NUL or a lone surrogate" });
}

export const text = textUpTo(MAX_STRING_LENGTH);
export const notes = textUpTo(MAX_NOTES_LENGTH);

/** A name that identifies a machine. Unread values must not become empty strings, so an empty one is refused. */
export const identity = text.min(1, { error: "must not be empty" });

const integerError = `must be an integer from 0 to ${Number.MAX_SAFE_INTEGER}`;
export const integer = z.int({ error: integerError }).min(0, { error: integerError });
export const flag = z.boolean({ error: "must be true or false" });

const MONTH_AND_DAY =
  "(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])";
const LEAP_YEAR = "(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";

/**
 * A valid date and time in UTC, to the second or finer. Stricter than ISO 8601 where later readers would fail: Postgres
 * has no year 0 and limits fractional digits, and a time without seconds is not a `date-time` of JSON Schema.
 */
export const TIME_PATTERN = new RegExp(
  `^(?!0000)(?:\\d{4}-(?:${MONTH_AND_DAY})|${LEAP_YEAR}-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?Z$`,
);
export const time = z
  .string({ error: "must be a string" })
  .regex(TIME_PATTERN, { error: "must be an ISO 8601 time in UTC, ending in Z" })
  .meta({ format: "date-time" });

/** Any version of UUID, including nil: Windows gives some of its own devices ids that no RFC defines. */
export const guid = z
  .string({ error: "must be a string" })
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
    error: "must be a GUID in lower case without braces",
  });

export const mac = z
  .string({ error: "must be a string" })
  .regex(/^[0-9A-F]{12}$/, { error: "must be 12 upper-case hexadecimal digits" });

/** A fact that may be `null` or absent, both meaning "could not be read". */
export function fact<Type extends z.ZodType>(type: Type) {
  return type.nullable().default(null);
}

/** A list of leaf values. Only the list as a whole can be unread: if one row is `null`, the whole list counts as unread. */
export function facts<Value extends string | number>(row: z.ZodType<Value>) {
  return fact(
    z.array(row.nullable()).transform((rows) => {
      const read = rows.filter((each) => each !== null);
      return read.length === rows.length ? read : null;
    }),
  );
}

export const texts = facts(text);
