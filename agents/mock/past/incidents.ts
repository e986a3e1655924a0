import type { HostPlan } from "../fleet/host-plan.ts";
import { canHaveFlaw, planVm } from "../fleet/vm-plan.ts";
import type { Flaw } from "../fleet/mix.ts";
import { Random } from "../random.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const YEAR_DAYS = 365;
const CONFIRMED_AFTER_MS = 10 * MINUTE_MS;
const SHORTEST_MS = 20 * MINUTE_MS;
const LONGEST_MS = 6 * DAY_MS;

/** A problem in one VM that was noticed and fixed: within the hour, or after some days. */
export interface Incident {
  readonly slot: number;
  readonly flaw: Flaw;
  readonly beganMs: number;
  readonly mendedMs: number;
}

/** A few per year on each host. Fixes have become faster: a year ago they took three times as long. */
export function incidentsOf(host: HostPlan, startMs: number, days: number): Incident[] {
  const random = new Random(host.seed, "incidents");
  const count = Math.round((random.int(4, 9) * days) / YEAR_DAYS);
  return Array.from({ length: count }, () => {
    const daysAgo = 1 + random.next() * (days - 2);
    const slot = random.int(0, Math.max(0, host.vmCount - 1));
    const flaw = random.pick(["lost", "backup-dead", "exchange-dead", "shutdown-dead"] as const);
    const slowness = 0.5 + daysAgo / days;
    const lastedMs = Math.min(
      LONGEST_MS,
      SHORTEST_MS * (LONGEST_MS / SHORTEST_MS) ** random.next() * slowness,
    );
    const beganMs = Math.round(startMs - daysAgo * DAY_MS);
    return { slot, flaw, beganMs, mendedMs: Math.round(beganMs + Math.max(SHORTEST_MS, lastedMs)) };
  }).filter(
    ({ slot, flaw, mendedMs }) => mendedMs < startMs - DAY_MS && canHaveFlaw(flaw, planVm(host, slot).guest),
  );
}

/** Times of the host's reports about it: when it was first seen, once more, and when it was fixed. */
export function toldAt({ beganMs, mendedMs }: Incident): number[] {
  return [beganMs, beganMs + CONFIRMED_AFTER_MS, mendedMs];
}

export function isOn({ beganMs, mendedMs }: Incident, atMs: number): boolean {
  return atMs >= beganMs && atMs < mendedMs;
}
