export interface GridPlace {
  line: number;
  column: number;
}

export interface GridSize {
  lines: number;
  columns: number;
  /** Lines that fit on a screen. */
  page: number;
}

interface GridKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Where a key leads in a grid, as the pattern for grids says; `null` where it is no key of movement. */
export function prepareGridMove(at: GridPlace, pressed: GridKey, size: GridSize): GridPlace | null {
  const isFar = pressed.ctrlKey || pressed.metaKey;
  const lastLine = Math.max(0, size.lines - 1);
  const lastColumn = Math.max(0, size.columns - 1);
  const line = (to: number) => ({ line: clamp(to, lastLine), column: at.column });
  const column = (to: number) => ({ line: at.line, column: clamp(to, lastColumn) });

  switch (pressed.key) {
    case "ArrowDown":
      return isFar ? line(lastLine) : line(at.line + 1);
    case "ArrowUp":
      return isFar ? line(0) : line(at.line - 1);
    case "ArrowRight":
      return isFar ? column(lastColumn) : column(at.column + 1);
    case "ArrowLeft":
      return isFar ? column(0) : column(at.column - 1);
    case "Home":
      return isFar ? { line: 0, column: 0 } : column(0);
    case "End":
      return isFar ? { line: lastLine, column: lastColumn } : column(lastColumn);
    case "PageDown":
      return line(at.line + size.page);
    case "PageUp":
      return line(at.line - size.page);
    default:
      return null;
  }
}

/** The next place after this one, in reading order and round the end, of which something holds. */
export function prepareGridSearch(
  at: GridPlace,
  direction: 1 | -1,
  size: Pick<GridSize, "lines" | "columns">,
  holds: (place: GridPlace) => boolean,
): GridPlace | null {
  const count = size.lines * size.columns;
  const start = at.line * size.columns + at.column;
  for (let step = 1; step <= count; step += 1) {
    const index = (((start + direction * step) % count) + count) % count;
    const place = { line: Math.floor(index / size.columns), column: index % size.columns };
    if (holds(place)) return place;
  }
  return null;
}

function clamp(value: number, last: number): number {
  return Math.min(last, Math.max(0, value));
}
