import { z } from "zod";

export type RawRow = Record<string, unknown>;

const row = z.record(z.string(), z.unknown());
const recording = z.record(z.string(), z.unknown());

/** Rows of one cmdlet or class, in the order of the recording; one object counts as a list of one. */
export function rowsOf(raw: unknown, source: string): RawRow[] {
  const value = recording.parse(raw)[source];
  return z.array(row).parse(Array.isArray(value) ? value : [value]);
}

export function onlyRowOf(raw: unknown, source: string): RawRow {
  const [only] = rowsOf(raw, source);
  if (only === undefined) throw new Error(`nothing was recorded of ${source}`);
  return only;
}

/** The same value under the report's key: `{ vmqWeight: "VMQWeight" }`. A missing property fails the test. */
export function copy(from: RawRow, keys: Record<string, string>): RawRow {
  return Object.fromEntries(
    Object.entries(keys).map(([key, property]) => {
      if (!(property in from)) throw new Error(`${property} was not recorded`);
      return [key, from[property]];
    }),
  );
}

/** The name of an enum's number; `null` where there is no number. */
export function nameOf(names: Record<number, string>, value: unknown): string | null {
  if (value === null) return null;
  const number = z.int().parse(value);
  const name = names[number];
  if (name === undefined) throw new Error(`no name for ${number}`);
  return name;
}

export function namesOf(names: Record<number, string>, values: unknown): (string | null)[] {
  return z
    .array(z.int())
    .parse(values)
    .map((value) => nameOf(names, value));
}

/** `/Date(1700000000000)/` as a time to the second. */
export function timeOf(value: unknown): string {
  const [, milliseconds] = /^\/Date\((\d+)\)\/$/.exec(z.string().parse(value)) ?? [];
  return new Date(Number(milliseconds)).toISOString().replace(".000Z", "Z");
}

export function guidOf(value: unknown): string | null {
  return value === null ? null : z.string().parse(value).replace(/[{}]/g, "").toLowerCase();
}

export function macOf(value: unknown): string {
  return z.string().parse(value).replaceAll("-", "").toUpperCase();
}

/** `Microsoft:` and GUIDs in lower case, as all GUIDs in reports are. */
export function deviceIdOf(value: unknown): string {
  const [prefix, ...guids] = z.string().parse(value).split(":");
  return [prefix, ...guids.map((guid) => guid.toLowerCase())].join(":");
}
