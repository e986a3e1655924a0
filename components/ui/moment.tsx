"use client";

import { formatExact, formatMoment, formatMomentUtc } from "@/lib/format/time.ts";
import { classes } from "./classes.ts";
import { useIsHydrated, useNow } from "./now.tsx";

/**
 * "08:33" today, "17 Nov" before. The viewer's time zone is known only in the browser: until then a day is shown in
 * UTC, and a time of day leaves its space empty, since another hour would be wrong and another width would shift the
 * line.
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
