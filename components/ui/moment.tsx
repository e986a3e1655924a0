"use client";

import { formatExact, formatMoment } from "@/lib/format/time.ts";
import { useIsHydrated, useNow } from "./now.tsx";

/** "08:33" today, "17 Nov" before. The viewer's zone is known only in the browser, so the server leaves the ISO day. */
export function Moment({ at, className }: { at: string; className?: string }) {
  const now = useNow();
  const isHydrated = useIsHydrated();
  return (
    <time dateTime={at} title={isHydrated ? formatExact(at) : undefined} className={className}>
      {isHydrated ? formatMoment(at, now) : at.slice(0, 10)}
    </time>
  );
}
