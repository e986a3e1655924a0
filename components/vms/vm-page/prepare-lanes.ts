import { SERVICE_ORDER, SERVICE_WORDS } from "@/components/vms/service-words.ts";
import type { VmHistory } from "@/lib/contract/api/history.ts";

const LANE_STATUSES = [
  "failed",
  "degraded",
  "critical",
  "warning",
  "unknown",
  "disabled",
  "healthy",
  "not-applicable",
  "inactive",
] as const;

/** `no-report`: the host was silent. `not-seen-yet`: the VM was not known. */
export type LaneStatus = (typeof LANE_STATUSES)[number] | "no-report" | "not-seen-yet";

export interface LanePart {
  status: LaneStatus;
  fromMs: number;
  toMs: number;
}

export interface Lane {
  key: string;
  label: string;
  parts: LanePart[];
}

interface Span {
  fromMs: number;
  toMs: number;
}

const LANES = [
  { key: "health", label: "Health" },
  ...SERVICE_ORDER.map((key) => ({ key, label: SERVICE_WORDS[key].label })),
];

/**
 * The status of the VM and each of its services over a period. A lane has no holes: a time without reports is marked as
 * such, and never continues the last known status.
 */
export function prepareLanes(history: VmHistory, span: Span, firstSeenMs: number): Lane[] {
  const told = new Map(history.lanes.map(({ key, spans }) => [key, spans]));
  return LANES.map(({ key, label }) => ({
    key,
    label,
    parts: toParts(told.get(key) ?? [], span, firstSeenMs),
  }));
}

function toParts(
  spans: VmHistory["lanes"][number]["spans"],
  { fromMs, toMs }: Span,
  firstSeenMs: number,
): LanePart[] {
  const parts: LanePart[] = [];
  let at = fromMs;
  const fillUntil = (untilMs: number) => {
    const seenMs = Math.min(Math.max(firstSeenMs, at), untilMs);
    if (seenMs > at) parts.push({ status: "not-seen-yet", fromMs: at, toMs: seenMs });
    if (untilMs > seenMs) parts.push({ status: "no-report", fromMs: seenMs, toMs: untilMs });
    at = untilMs;
  };
  for (const told of spans) {
    const startMs = Math.max(Date.parse(told.from), at);
    const endMs = Math.min(Date.parse(told.to), toMs);
    if (endMs <= startMs) continue;
    if (startMs > at) fillUntil(startMs);
    const status = toStatus(told.status);
    const last = parts.at(-1);
    if (last?.status === status) last.toMs = endMs;
    else parts.push({ status, fromMs: startMs, toMs: endMs });
    at = endMs;
  }
  if (toMs > at) fillUntil(toMs);
  return parts;
}

function toStatus(word: string): LaneStatus {
  return LANE_STATUSES.find((known) => known === word) ?? "unknown";
}

/** Midnights in the viewer's time zone, thinned so that their labels do not touch. */
export function prepareMidnights({ fromMs, toMs }: Span, atMost = 5): number[] {
  const midnights: number[] = [];
  const day = new Date(fromMs);
  day.setHours(24, 0, 0, 0);
  while (day.getTime() < toMs) {
    midnights.push(day.getTime());
    day.setDate(day.getDate() + 1);
  }
  const step = Math.ceil(midnights.length / atMost);
  return midnights.filter((_, index) => (midnights.length - 1 - index) % step === 0);
}
