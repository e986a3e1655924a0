"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { useNow } from "@/components/ui/now.tsx";
import type { ChangeView } from "@/lib/contract/api/changes.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { formatDay } from "@/lib/format/list-day.ts";
import { formatClock, formatExact } from "@/lib/format/time.ts";
import { ChangeText } from "./change-text.tsx";
import { prepareChange } from "./prepare-change.ts";

const FIRST = 12;

/** Changes by day, newest first, in the viewer's time zone: drawn only in the browser, where the zone is known. */
export function EventList({
  changes,
  empty,
  more,
}: {
  changes: readonly ChangeView[];
  empty: string;
  /** Shown at the end if the log continues. */
  more: string | null;
}) {
  const now = useNow(60_000);
  const [isWhole, setIsWhole] = useState(false);
  if (changes.length === 0) return <p className="border-t border-line px-3 py-3 text-ink-2">{empty}</p>;
  const shown = isWhole ? changes : changes.slice(0, FIRST);
  const days = groupByDay(shown, now);
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <h3 className="border-y border-line bg-ground px-3 pt-[5px] pb-[3px] text-head font-semibold text-ink-2">
            {day}
          </h3>
          <ul>
            {ofDay.map((change) => (
              <li
                key={change.id}
                className="grid grid-cols-[52px_18px_minmax(0,1fr)] items-start px-3 py-[3px] text-sub"
              >
                <time dateTime={change.at} title={formatExact(change.at)} className="text-note text-ink-3">
                  {formatClock(change.at)}
                </time>
                <Glyph word={prepareChange(change).glyph} className="mt-0.5" />
                <ChangeText change={change} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {shown.length < changes.length ? (
        <p className="border-t border-line px-3 py-1.5">
          <Button size="small" onClick={() => setIsWhole(true)}>
            Show {formatPlural(changes.length - shown.length, "older change")}
          </Button>
        </p>
      ) : more === null ? null : (
        <p className="border-t border-line px-3 py-1.5 text-note text-ink-3">{more}</p>
      )}
    </>
  );
}

function groupByDay(changes: readonly ChangeView[], now: number): Map<string, ChangeView[]> {
  const days = new Map<string, ChangeView[]>();
  for (const change of changes) {
    const day = formatDay(change.at, now);
    const known = days.get(day);
    if (known) known.push(change);
    else days.set(day, [change]);
  }
  return days;
}
