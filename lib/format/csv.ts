export type CsvCell = string | number | null;

/**
 * Rows as a CSV file (RFC 4180) that spreadsheets open as it is: with a byte order mark, so that they read UTF-8, and
 * with a quotation mark before texts that they would run as a formula. What is not known stays empty.
 */
export function formatCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(formatCell).join(",")}\r\n`).join("")}`;
}

/**
 * The places before which a spreadsheet would find a formula: where a text begins, and behind what may begin a cell there.
 * Where numbers have a decimal comma, spreadsheets part cells by semicolons, and see our quotation marks as text.
 */
const BEFORE_FORMULA = /(?:^(?=\s*[=+\-@\t\r\n＝＋－＠])|(?<=[;\r\n])(?=[^\S\r\n]*[=+\-@＝＋－＠]))/g;

function formatCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = cell.replaceAll(BEFORE_FORMULA, "'");
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
