/** The cell that contains an element. */
export function cellAt(target: EventTarget): { cell: HTMLElement; line: number; column: string } | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[data-column]");
  const line = cell?.closest<HTMLElement>("[data-line]")?.dataset["line"];
  const column = cell?.dataset["column"];
  return cell && line !== undefined && column !== undefined ? { cell, line: Number(line), column } : null;
}
