import { AppError } from "./app-error.ts";

/** A place in a list, opaque to callers and bound to its sort. */
export function encodeCursor(sort: string, keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([sort, ...keys])).toString("base64url");
}

/** @throws AppError `bad-request` that names the parameter, where the cursor is not of this list and sort. */
export function decodeCursor(cursor: string | undefined, sort: string, length: number): string[] | null {
  if (cursor === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parsed) && parsed.length === length + 1 && parsed[0] === sort) {
      const keys = parsed.slice(1).map(String);
      if (keys.every((key) => key.isWellFormed() && !key.includes("\0"))) return keys;
    }
  } catch {
    // Said below, like any other cursor that is not ours.
  }
  throw badParameter("cursor", "is not a cursor of this list");
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
