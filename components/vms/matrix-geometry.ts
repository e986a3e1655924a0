import type { MatrixLine } from "./prepare-matrix.ts";

export interface Geometry {
  row: number;
  band: number;
  quiet: number;
  head: number;
}

/** Heights from the style sheet, for the virtual list, which must know them before anything is rendered. */
export function geometryOf(isNarrow: boolean, rowHeight: number): Geometry {
  return isNarrow
    ? { row: 52, band: 32, quiet: 32, head: 25 }
    : { row: rowHeight, band: 30, quiet: 24, head: 77 };
}

export function heightOf(line: MatrixLine | undefined, geometry: Geometry): number {
  return line ? geometry[line.kind === "vm" ? "row" : line.kind] : geometry.row;
}

/** The band of a line: the last one at or above it. */
export function bandAbove(bands: readonly number[], line: number): number | null {
  let low = 0;
  let high = bands.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bands[middle] ?? Infinity) <= line) low = middle + 1;
    else high = middle;
  }
  return bands[low - 1] ?? null;
}
