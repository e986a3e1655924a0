export interface CsvFile {
  name: string;
  text: string;
}

/** Downloads a file that is created in the browser, from the displayed data. */
export function downloadCsv({ name, text }: CsvFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
