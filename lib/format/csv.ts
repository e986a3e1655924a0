export type CsvCell = string | number | null;

/**
 * Rows as a CSV file (RFC 4180) that spreadsheets open directly: with a byte order mark, so that they read UTF-8, and
 * with a quotation mark before texts that they would run as a formula. Unknown values stay empty.
 */
export function formatCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(formatCell).join(",")}\r\n`).join("")}`;
}

/**
 * The places where a spreadsheet would detect a formula: at the start of a text, and after characters that may start a
 * cell there. Where numbers have a decimal comma, spreadsheets separate cells by semicolons, and treat our quotation
 * marks as text.
 */
const BEFORE_FORMULA = /(?:^(?=\s*[=+\-@\t\r\n＝＋－＠])|(?<=[;\r\n])(?=[^\S\r\n]*[=+\-@＝＋－＠]))/g;

function formatCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = cell.replaceAll(BEFORE_FORMULA, "'");
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
