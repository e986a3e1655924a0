"use client";

import { formatExact, formatMoment, formatMomentUtc } from "@/lib/format/time.ts";
import { classes } from "./classes.ts";
import { useIsHydrated, useNow } from "./now.tsx";

/**
 * "08:33" today, "17 Nov" before. The viewer's zone is known only in the browser: until then a day stands there as it is
 * in UTC, and a time of day keeps its place free, since another hour would be wrong and another width would move the line.
 */
export function Moment({ at, className }: { at: string; className?: string }) {
  const now = useNow();
  const isHydrated = useIsHydrated();
  const words = isHydrated ? formatMoment(at, now) : formatMomentUtc(at, now);
  return (
    <time
      dateTime={at}
      title={isHydrated ? formatExact(at) : undefined}
      className={classes(className, !isHydrated && words.includes(":") && "invisible")}
    >
      {words}
    </time>
  );
}
