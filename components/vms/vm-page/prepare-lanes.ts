import {
  SERVICE_ORDER,
  SERVICE_WORDS,
  type ServiceKey,
  type ServiceStatus,
} from "@/components/vms/service-words.ts";
import type { ChangeView } from "@/lib/contract/api/changes.ts";

export type LaneStatus = ServiceStatus | "not-known-yet";

export interface LanePart {
  status: LaneStatus;
  fromMs: number;
  toMs: number;
}

export interface Lane {
  key: ServiceKey;
  label: string;
  parts: LanePart[];
}

export interface LaneInput {
  changes: readonly ChangeView[];
  services: readonly { key: ServiceKey; status: ServiceStatus }[];
  fromMs: number;
  toMs: number;
  /** Before this nothing is told: the VM was not known, or the log goes no further back. */
  knownFromMs: number;
  /** Since then the host is silent, so that everything is unknown. */
  silentFromMs: number | null;
}

/**
 * What each service was over a span of time, told backwards from what it is now. The lane is whole: where nothing is
 * known it says so, and never goes on with what was known last.
 */
export function prepareLanes(input: LaneInput): Lane[] {
  const current = new Map(input.services.map(({ key, status }) => [key, status]));
  return SERVICE_ORDER.map((key) => ({
    key,
    label: SERVICE_WORDS[key].label,
    parts: laneParts(key, current.get(key) ?? "unknown", input),
  }));
}

function laneParts(key: ServiceKey, now: ServiceStatus, input: LaneInput): LanePart[] {
  const { fromMs, toMs, silentFromMs } = input;
  const knownFromMs = Math.max(fromMs, input.knownFromMs);
  const ofService = input.changes
    .filter(({ kind, field }) => kind === "service" && field === key)
    .map(({ at, from, to }) => ({ at: Date.parse(at), from: toStatus(from), to: toStatus(to) }))
    .toSorted((a, b) => b.at - a.at);

  const parts: LanePart[] = [];
  let until = toMs;
  if (silentFromMs !== null && silentFromMs < toMs) {
    parts.push({ status: "unknown", fromMs: Math.max(silentFromMs, knownFromMs), toMs });
    until = Math.max(silentFromMs, fromMs);
  }
  // While a host is silent its services are read as unknown: what was true before is what was told last.
  let status: LaneStatus = silentFromMs === null ? now : (ofService[0]?.to ?? now);
  for (const change of ofService) {
    if (change.at >= until) {
      status = change.from;
      continue;
    }
    if (change.at <= knownFromMs) break;
    parts.push({ status, fromMs: change.at, toMs: until });
    until = change.at;
    status = change.from;
  }
  if (until > knownFromMs) parts.push({ status, fromMs: knownFromMs, toMs: until });
  if (knownFromMs > fromMs)
    parts.push({ status: "not-known-yet", fromMs, toMs: Math.min(knownFromMs, toMs) });
  return joinEqual(parts.toReversed().filter((part) => part.toMs > part.fromMs));
}

function joinEqual(parts: readonly LanePart[]): LanePart[] {
  const joined: LanePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.status === part.status) last.toMs = part.toMs;
    else joined.push({ ...part });
  }
  return joined;
}

const STATUSES: ReadonlySet<string> = new Set<ServiceStatus>([
  "failed",
  "degraded",
  "unknown",
  "disabled",
  "healthy",
  "not-applicable",
]);

function toStatus(word: string | null): LaneStatus {
  if (word === null) return "not-known-yet";
  // Checked against the whole set of statuses.
  return STATUSES.has(word) ? (word as ServiceStatus) : "unknown";
}

/** Midnights of the viewer's days inside the span, thinned so that their words do not touch. */
export function prepareMidnights(fromMs: number, toMs: number, atMost = 5): number[] {
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
