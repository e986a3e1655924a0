"use client";

import { useSyncExternalStore } from "react";

interface Size {
  width: number;
  height: number;
}

const ON_SCREEN = { responsive: true, style: { width: "100%", height: "100%" } } as const;

let isPrinting = false;

/** The browser fires this before it lays out the page for print, and the chart drawn then is what is printed. */
function subscribe(listener: () => void): () => void {
  const begin = () => {
    isPrinting = true;
    listener();
  };
  const end = () => {
    isPrinting = false;
    listener();
  };
  addEventListener("beforeprint", begin);
  addEventListener("afterprint", end);
  return () => {
    removeEventListener("beforeprint", begin);
    removeEventListener("afterprint", end);
  };
}

/**
 * On screen a chart measures the available space. In print it is redrawn for the page: scaled down, its text would be
 * too small to read.
 */
export function useChartSize(onPaper: Size) {
  const isOnPaper = useSyncExternalStore(
    subscribe,
    () => isPrinting,
    () => false,
  );
  return isOnPaper ? { ...onPaper, responsive: false, style: {} } : ON_SCREEN;
}
