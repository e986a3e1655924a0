/** One line a row, its parts below one another. */
export function toLines(rows: readonly (readonly string[])[], none: string): string {
  if (rows.length === 0) return none;
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((part, column) => part.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
