import "server-only";

/**
 * Formats an array of our own ids, words, numbers and booleans for Postgres. These values never need quoting, which the
 * library would check in each of them; values from guests or agents must not be passed here.
 */
export function plainArray(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map((value) => value ?? "NULL").join(",")}}`;
}
