import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type RefObject, useLayoutEffect, useMemo, useState } from "react";
import { useIsHydrated } from "@/components/ui/now.tsx";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import type { HostBand } from "./prepare-hosts.ts";

export type HostLine = { key: string; band: HostBand } | { key: string; host: HostRow };

const OVERSCAN = 8;
/** Pixels, until a line is measured: phones have taller ones. */
const USUAL = { band: 31, host: 41 };

/** The lines of the list that are in the document: the visible ones, some around them, and the band above. */
export function useHostLines(lines: readonly HostLine[], body: RefObject<HTMLElement | null>) {
  const isHydrated = useIsHydrated();
  const [scrollMargin, setScrollMargin] = useState(0);
  const bands = useMemo(() => lines.flatMap((line, index) => ("band" in line ? [index] : [])), [lines]);

  // The list starts below whatever is above it in the scrolling part of the page.
  useLayoutEffect(() => {
    const scroller = scrollerOf(body.current);
    if (!scroller || !body.current) return;
    const top = body.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    setScrollMargin(Math.round(top + scroller.scrollTop));
  }, [body, lines]);

  // oxlint-disable-next-line react/incompatible-library -- nothing is compiled here that could memoise it wrongly
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scrollerOf(body.current),
    estimateSize: (index) => USUAL["band" in (lines[index] ?? {}) ? "band" : "host"],
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: OVERSCAN,
    scrollMargin,
    initialRect: { width: 1200, height: 900 },
    rangeExtractor: (range: Range) => {
      const above = bands.findLast((index) => index <= range.startIndex);
      const seen = defaultRangeExtractor(range);
      return above === undefined || seen.includes(above) ? seen : [above, ...seen];
    },
  });
  const first = virtualizer.range?.startIndex ?? 0;
  const stuck = bands.findLast((index) => index <= first);

  return {
    items: virtualizer.getVirtualItems(),
    totalHeight: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    styleOf: (index: number, start: number): CSSProperties | undefined => {
      // Until the browser knows its width, lines are stacked.
      if (!isHydrated) return undefined;
      if (index === stuck) return { position: "sticky", top: "var(--host-head)", zIndex: 4 };
      return { position: "absolute", top: start - scrollMargin, left: 0, right: 0 };
    },
  };
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  return element?.closest("main") ?? null;
}
