import "server-only";

/**
 * An array of ids, words, numbers and truths of ours, as Postgres reads it. No value of these needs quotes, which the
 * library would look for in each of them; what a guest or an agent says does not belong here.
 */
export function plainArray(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map((value) => value ?? "NULL").join(",")}}`;
}
