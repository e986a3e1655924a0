"use client";

import { formatDuration } from "@/lib/format/duration.ts";
import { formatExact, secondsSince } from "@/lib/format/time.ts";
import { useIsHydrated, useNow } from "./now.tsx";

/** An age that keeps counting, with the exact time, in the viewer's time zone, on hover. */
export function TimeAgo({
  at,
  suffix = " ago",
  className,
}: {
  at: string;
  suffix?: string;
  className?: string;
}) {
  const now = useNow();
  const isHydrated = useIsHydrated();
  return (
    <time dateTime={at} title={isHydrated ? formatExact(at) : undefined} className={className}>
      {formatDuration(secondsSince(at, now))}
      {suffix}
    </time>
  );
}
