"use client";

import { toStatusWords } from "@/components/vms/service-words.ts";
import { classes } from "@/components/ui/classes.ts";
import { useIsHydrated } from "@/components/ui/now.tsx";
import { formatDay } from "@/lib/format/list-day.ts";
import { formatExact } from "@/lib/format/time.ts";
import { type Lane, type LanePart, prepareMidnights } from "./prepare-lanes.ts";

/** Healthy is a thin line, anything else a full block, so that problems stand out. */
export function Lanes({
  lanes,
  span: { fromMs, toMs },
}: {
  lanes: readonly Lane[];
  span: { fromMs: number; toMs: number };
}) {
  const isHydrated = useIsHydrated();
  const length = toMs - fromMs;
  return (
    <figure className="px-3 pt-2.5 pb-2">
      <figcaption className="sr-only">
        Status of each integration service over time; the events below list the changes.
      </figcaption>
      <div className="grid grid-cols-[104px_minmax(0,1fr)] items-center gap-x-2 gap-y-[3px] text-note text-ink-2">
        {lanes.map((lane) => (
          <div key={lane.key} className="contents">
            <span>
              <span aria-hidden>{lane.label}</span>
              <span className="sr-only">{sayLane(lane)}</span>
            </span>
            <div className="relative h-3.5 overflow-hidden" aria-hidden>
              {lane.parts.map((part) => (
                <i
                  key={part.fromMs}
                  className={classes("absolute block", LOOKS[part.status])}
                  style={{
                    left: `${((part.fromMs - fromMs) / length) * 100}%`,
                    width: `max(2px, ${((part.toMs - part.fromMs) / length) * 100}%)`,
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
            ? prepareMidnights({ fromMs, toMs }).map((at) => {
                const share = (at - fromMs) / length;
                return share > 0.82 || share < 0.04 ? null : (
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

const THREAD = "bar-part top-[5.5px] h-[3px]";
const BLOCK = "bar-part top-0 h-full";
const LOOKS: Record<LanePart["status"], string> = {
  healthy: `${THREAD} bar-healthy`,
  disabled: `${THREAD} bar-disabled`,
  "not-applicable": `${THREAD} bar-not-applicable`,
  inactive: `${THREAD} bar-inactive`,
  failed: `${BLOCK} bar-failed`,
  critical: `${BLOCK} bar-critical`,
  degraded: `${BLOCK} bar-degraded`,
  warning: `${BLOCK} bar-warning`,
  unknown: `${BLOCK} bar-unknown`,
  "no-report": "hatched top-0 h-full border-y border-line",
  "not-seen-yet": "top-[6px] h-0 border-t-2 border-dotted border-line-strong",
};

function sayLane(lane: Lane): string {
  return `${lane.label}: ${lane.parts.map(({ status }) => toStatusWords(status)).join(", then ")}`;
}

function sayPart(part: LanePart): string {
  return `${toStatusWords(part.status)}, ${formatExact(new Date(part.fromMs).toISOString())} to ${formatExact(new Date(part.toMs).toISOString())}`;
}
