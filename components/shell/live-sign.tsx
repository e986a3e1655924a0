"use client";

import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { Glyph } from "@/components/ui/glyph.tsx";
import { useNow } from "@/components/ui/now.tsx";
import { formatDuration } from "@/lib/format/duration.ts";
import { secondsSince } from "@/lib/format/time.ts";
import { readContact, readUntriedContact, subscribeContact } from "@/lib/query/contact.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";

/** Whether the page is live, and how old its newest data is. */
export function LiveSign() {
  const { data: fleet, isError } = useQuery(fleetQueries.view());
  const contact = useSyncExternalStore(subscribeContact, readContact, readUntriedContact);
  const now = useNow(1000);

  if (contact.isLost && !contact.isServerThere)
    return <Sign word="unknown" text="Not live" short="No connection to the server" />;
  if (contact.isLost || (!fleet && isError))
    return <Sign word="unknown" text="Not live" short="The server could not respond" />;
  if (!fleet) return <Sign word="unknown" text="loading" />;
  if (fleet.hosts === 0) return <Sign word="missing" text="No host yet" />;
  const { newestReportAt: newestAt } = fleet;
  if (newestAt === null) return <Sign word="fresh" text="Live" />;
  const age = formatDuration(secondsSince(newestAt, now));
  // The server responds, but has no current data.
  if (fleet.freshness.fresh === 0) {
    const isLate = fleet.freshness.late > 0;
    return (
      <Sign
        word={isLate ? "late" : "stale"}
        text={isLate ? "All hosts late" : "No host is reporting"}
        age={`${age} ago`}
        short={`The newest report came ${age} ago`}
      />
    );
  }
  return <Sign word="fresh" text="Live" age={`${age} ago`} short={`Live, newest report ${age} ago`} />;
}

function Sign({
  word,
  text,
  age,
  short = text,
}: {
  word: "fresh" | "late" | "stale" | "unknown" | "missing";
  text: string;
  /** Shown where there is room; the title contains it anyway. */
  age?: string;
  /** The title, if it says more. */
  short?: string;
}) {
  return (
    <div className="flex items-center gap-1.5 text-note whitespace-nowrap text-ink-2" title={short}>
      <Glyph word={word} />
      <span className="sr-only tablet:not-sr-only tablet:whitespace-nowrap">
        {text}
        {age === undefined ? null : (
          <span className="tablet:sr-only desk:not-sr-only desk:whitespace-nowrap"> · {age}</span>
        )}
      </span>
    </div>
  );
}
