import { AppError } from "./app-error.ts";

/** A place in a list, opaque to callers and bound to its sort. */
export function encodeCursor(sort: string, keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([sort, ...keys])).toString("base64url");
}

/** @throws AppError `bad-request` that names the parameter, where the cursor is not of this list and sort. */
export function decodeCursor(cursor: string | undefined, sort: string, length: number): string[] | null {
  if (cursor === undefined) return null;
  try {
    const bytes = Buffer.from(cursor, "base64url");
    const parsed: unknown = JSON.parse(bytes.toString("utf8"));
    // Node reads past what is no base64url: only what we wrote ourselves is a cursor.
    const isOurs = bytes.toString("base64url") === cursor;
    if (isOurs && Array.isArray(parsed) && parsed.length === length + 1 && parsed[0] === sort) {
      const keys = parsed.slice(1).map(String);
      if (keys.every((key) => key.isWellFormed() && !key.includes("\0"))) return keys;
    }
  } catch {
    // Said below, like any other cursor that is not ours.
  }
  throw badCursor();
}

export function badCursor(): AppError {
  return badParameter("cursor", "is not a valid cursor for this list");
}

const MAX_INT = 2 ** 31 - 1;

/** An integer that Postgres takes as an `int`. */
export function isWholeNumber(value: string): boolean {
  return /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) <= MAX_INT;
}

/** A time of ours, as an ISO string in UTC, on a day that there is. */
export function isMoment(value: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/.test(value)) return false;
  const at = new Date(value);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 19) === value.slice(0, 19);
}

export function badParameter(path: string, message: string): AppError {
  return new AppError("bad-request", `The parameter ${path} ${message}.`, { errors: [{ path, message }] });
}

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws AppError `bad-request` that names the parameter */
export function toVmId(word: string): string {
  if (!UUID.test(word)) throw badParameter("vm", "must be the id of a VM");
  return word.toLowerCase();
}
