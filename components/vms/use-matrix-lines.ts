import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type CSSProperties, type RefObject, useCallback, useMemo, useRef } from "react";
import { bandAbove, type Geometry, heightOf } from "./matrix-geometry.ts";
import type { MatrixLine } from "./prepare-matrix.ts";

const OVERSCAN = 6;

export interface VisibleLines {
  items: VirtualItem[];
  /** The lines that are seen, without those that are only kept ready. */
  first: number;
  last: number;
  /** The band that stands over the first of them. */
  stuck: number | null;
  totalHeight: number;
  styleOf: (item: VirtualItem, at: number) => CSSProperties | undefined;
  scrollToLine: (line: number) => void;
  /** Keeps a line in the document wherever the list is scrolled: the one that holds the keyboard. */
  keep: (line: number | null) => void;
}

/** Which lines are in the document, and where: those that are seen, a few round them, the band above, and the kept one. */
export function useMatrixLines(
  lines: readonly MatrixLine[],
  geometry: Geometry,
  scroller: RefObject<HTMLElement | null>,
): VisibleLines {
  const kept = useRef<number | null>(null);
  const bands = useMemo(() => lines.flatMap((line, index) => (line.kind === "band" ? [index] : [])), [lines]);
  // Positions are made anew when the lines or their heights are; a new function tells the virtual list.
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
    // What most screens have room for: the server draws no more, and the browser the rest of a higher one.
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
  // Known only once the items are made.
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
      // Lines stand one under the other, as high as the style sheet makes them, so that most have no place of their own
      // that would change. Before the first and round a kept one there is room for those that are not there.
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
