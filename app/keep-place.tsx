"use client";

import { useLayoutEffect } from "react";

/** How far each entry of the history was scrolled. */
const tops = new Map<string, number>();

/**
 * Back and Forward return to where a page was scrolled: browsers do that only for the window, and here only `main` scrolls.
 * Stands after the page's content, so that this has its height. A browser without the history's keys starts at the top.
 */
export function KeepPlace() {
  useLayoutEffect(() => {
    const main = document.getElementById("main");
    if (!main || !("navigation" in window)) return;
    const { navigation } = window;
    const kept = tops.get(navigation.currentEntry?.key ?? "");
    if (kept !== undefined) main.scrollTop = kept;
    const note = () => {
      const key = navigation.currentEntry?.key;
      if (key !== undefined) tops.set(key, main.scrollTop);
    };
    main.addEventListener("scroll", note);
    return () => main.removeEventListener("scroll", note);
  }, []);
  return null;
}
