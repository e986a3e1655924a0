import { AppError } from "./app-error.ts";

/** Encodes a position in a list, opaque to callers and bound to the sort. */
export function encodeCursor(sort: string, keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([sort, ...keys])).toString("base64url");
}

/** @throws AppError `bad-request` if the cursor does not belong to this list and sort */
export function decodeCursor(cursor: string | undefined, sort: string, length: number): string[] | null {
  if (cursor === undefined) return null;
  try {
    const bytes = Buffer.from(cursor, "base64url");
    const parsed: unknown = JSON.parse(bytes.toString("utf8"));
    // Node ignores invalid base64url characters: only text that we produced ourselves is a cursor.
    const isOurs = bytes.toString("base64url") === cursor;
    if (isOurs && Array.isArray(parsed) && parsed.length === length + 1 && parsed[0] === sort) {
      const keys = parsed.slice(1).map(String);
      if (keys.every((key) => key.isWellFormed() && !key.includes("\0"))) return keys;
    }
  } catch {
    // Reported below, like any other invalid cursor.
  }
  throw badCursor();
}

export function badCursor(): AppError {
  return badParameter("cursor", "is not a valid cursor for this list");
}

const MAX_INT = 2 ** 31 - 1;

/** An integer in the range of Postgres's `int`. */
export function isWholeNumber(value: string): boolean {
  return /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) <= MAX_INT;
}

/** A time in our own ISO format in UTC, on an existing day. */
export function isMoment(value: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/.test(value)) return false;
  const at = new Date(value);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 19) === value.slice(0, 19);
}

export function badParameter(path: string, message: string): AppError {
  return new AppError("bad-request", `The parameter ${path} ${message}.`, { errors: [{ path, message }] });
}

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws AppError `bad-request` for the invalid parameter */
export function toVmId(word: string): string {
  if (!UUID.test(word)) throw badParameter("vm", "must be the id of a VM");
  return word.toLowerCase();
}
