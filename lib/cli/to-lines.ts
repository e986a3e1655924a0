import { toPrintable } from "./printable.ts";

/** One line per row, with aligned columns. */
export function toLines(rows: readonly (readonly string[])[], none: string): string {
  if (rows.length === 0) return none;
  const shown = rows.map((row) => row.map(toPrintable));
  const widths = (shown[0] ?? []).map((_, column) =>
    Math.max(...shown.map((row) => row[column]?.length ?? 0)),
  );
  return shown
    .map((row) =>
      row
        .map((part, column) => part.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
