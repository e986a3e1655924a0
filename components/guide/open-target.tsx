"use client";

import { useEffect } from "react";

/** Opens the folded list that the address points into: not every browser and no link within the page does. */
export function OpenTarget() {
  useEffect(() => {
    const open = () => {
      const target = document.getElementById(location.hash.slice(1));
      const folded = target?.closest("details");
      if (!target || !folded) return;
      folded.open = true;
      target.scrollIntoView();
    };
    open();
    addEventListener("hashchange", open);
    return () => removeEventListener("hashchange", open);
  }, []);
  return null;
}
