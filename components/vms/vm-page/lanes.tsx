"use client";

import { toStatusWords } from "@/components/vms/service-words.ts";
import { classes } from "@/components/ui/classes.ts";
import { useIsHydrated } from "@/components/ui/now.tsx";
import { formatDay, formatExact } from "@/lib/format/time.ts";
import { type Lane, type LanePart, prepareMidnights } from "./prepare-lanes.ts";

/** Well is a thread, anything else a full block, so that trouble stands out. */
export function Lanes({ lanes, fromMs, toMs }: { lanes: readonly Lane[]; fromMs: number; toMs: number }) {
  const isHydrated = useIsHydrated();
  const span = toMs - fromMs;
  return (
    <figure className="px-3 pt-2.5 pb-2">
      <figcaption className="sr-only">
        What each integration service was; the events below say it in words.
      </figcaption>
      <div className="grid grid-cols-[104px_minmax(0,1fr)] items-center gap-x-2 gap-y-[3px] text-note text-ink-2">
        {lanes.map((lane) => (
          <div key={lane.key} className="contents">
            <span>{lane.label}</span>
            <div className="relative h-3.5 overflow-hidden" role="img" aria-label={sayLane(lane)}>
              {lane.parts.map((part) => (
                <i
                  key={part.fromMs}
                  className={classes("absolute block", lookOf(part.status))}
                  style={{
                    left: `${((part.fromMs - fromMs) / span) * 100}%`,
                    width: `max(2px, ${((part.toMs - part.fromMs) / span) * 100}%)`,
                  }}
                  title={isHydrated ? sayPart(part) : undefined}
                />
              ))}
            </div>
          </div>
        ))}
        <span />
        <div className="relative h-4 text-tiny text-ink-3" aria-hidden>
          {isHydrated
            ? prepareMidnights(fromMs, toMs).map((at) => {
                const share = (at - fromMs) / span;
                return share > 0.9 || share < 0.04 ? null : (
                  <span
                    key={at}
                    className="absolute -translate-x-1/2 whitespace-nowrap"
                    style={{ left: `${share * 100}%` }}
                  >
                    {formatDay(new Date(at).toISOString(), toMs)}
                  </span>
                );
              })
            : null}
          <span className="absolute right-0">now</span>
        </div>
      </div>
    </figure>
  );
}

function lookOf(status: LanePart["status"]): string {
  switch (status) {
    case "healthy":
      return "bar-part bar-healthy top-[5.5px] h-[3px]";
    case "disabled":
    case "not-applicable":
      return `bar-part bar-${status} top-[5.5px] h-[3px]`;
    case "not-known-yet":
      return "top-[6px] h-[2px] border-t border-dotted border-line-strong";
    case "failed":
    case "degraded":
    case "unknown":
      return `bar-part bar-${status} top-0 h-full`;
  }
}

function sayLane(lane: Lane): string {
  return `${lane.label}: ${lane.parts.map(({ status }) => toStatusWords(status)).join(", then ")}`;
}

function sayPart(part: LanePart): string {
  return `${toStatusWords(part.status)}, ${formatExact(new Date(part.fromMs).toISOString())} to ${formatExact(new Date(part.toMs).toISOString())}`;
}
