import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type CSSProperties, type RefObject, useCallback, useMemo, useRef } from "react";
import { bandAbove, type Geometry, heightOf } from "./matrix-geometry.ts";
import type { MatrixLine } from "./prepare-matrix.ts";

const OVERSCAN = 6;

export interface VisibleLines {
  items: VirtualItem[];
  /** The visible lines, without the overscan. */
  first: number;
  last: number;
  /** The band of the first of them. */
  stuck: number | null;
  totalHeight: number;
  styleOf: (item: VirtualItem, at: number) => CSSProperties | undefined;
  scrollToLine: (line: number) => void;
  /** Keeps the focused line in the document wherever the list is scrolled. */
  keep: (line: number | null) => void;
}

/**
 * Which lines are in the document, and where: the visible ones, a few around them, the band above, and the kept one.
 */
export function useMatrixLines(
  lines: readonly MatrixLine[],
  geometry: Geometry,
  scroller: RefObject<HTMLElement | null>,
): VisibleLines {
  const kept = useRef<number | null>(null);
  const bands = useMemo(() => lines.flatMap((line, index) => (line.kind === "band" ? [index] : [])), [lines]);
  // Positions are computed again when the lines or their heights change; a new function tells the virtual list.
  const keyOf = useCallback(
    (index: number) => lines[index]?.key ?? `${geometry.row}:${index}`,
    [lines, geometry.row],
  );

  // oxlint-disable-next-line react/incompatible-library -- nothing is compiled here that could memoise it wrongly
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(lines[index], geometry),
    getItemKey: keyOf,
    overscan: OVERSCAN,
    // As many as most screens have room for: the server renders no more, and the browser the rest on a taller one.
    initialRect: { width: 1200, height: 720 },
    scrollPaddingStart: bands.length > 0 ? geometry.band : 0,
    scrollPaddingEnd: geometry.head,
    rangeExtractor: (range: Range) => {
      const extra = [bandAbove(bands, range.startIndex), kept.current].filter((index) => index !== null);
      const within = extra.filter((index) => index < range.count);
      return [...new Set([...within, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();
  // Known only after the items exist.
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  const stuck = bandAbove(bands, first);

  return {
    items,
    first,
    last,
    stuck,
    totalHeight: virtualizer.getTotalSize(),
    styleOf: (item, at) => {
      // Lines are stacked, with the heights of the style sheet, so that most have no position of their own
      // that could change. Spacers stand in for missing lines before the first and around a kept one.
      const room = item.start - (items[at - 1]?.end ?? 0);
      const margin = room > 0 ? { marginTop: room } : undefined;
      return item.index === stuck ? { ...margin, top: geometry.head } : margin;
    },
    scrollToLine: (line) => virtualizer.scrollToIndex(line, { align: "auto" }),
    keep: (line) => {
      kept.current = line;
    },
  };
}
