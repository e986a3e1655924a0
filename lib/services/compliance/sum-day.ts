import type { GroupDayTotal, HostAtDayEnd, HostDayTotal } from "@/lib/data/compliance/day-state.ts";
import { freshnessOf, isReporting } from "@/lib/domain/freshness.ts";
import { VM_HEALTHS, type VmHealth } from "@/lib/domain/words.ts";
import type { DayCounts } from "../ingest/rollup.ts";

type Health = Record<VmHealth, number>;

export interface DaySums {
  hosts: HostDayTotal[];
  groups: GroupDayTotal[];
}

/**
 * The sums of one day, from each host's newest row at its end. A host that was silent at the end adds its VMs as
 * unknown, regardless of earlier reports; a host retired by then adds nothing.
 */
export function sumDay(day: string, rows: readonly HostAtDayEnd[]): DaySums {
  const end = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
  const hosts: HostDayTotal[] = [];
  const groups = new Map<string, GroupDayTotal>();
  const group = (kind: GroupDayTotal["kind"], key: string) => {
    const name = `${kind} ${key}`;
    let found = groups.get(name);
    if (!found) {
      found = { kind, key, hosts: 0, silentHosts: 0, info: 0, excepted: 0, ...noHealth() };
      groups.set(name, found);
    }
    return found;
  };
  group("fleet", "");
  for (const { hostId, cluster, retiredAt, counts, lastReportedAt, intervalSeconds } of rows) {
    if ((retiredAt !== null && Date.parse(retiredAt) < end.getTime()) || !isDayCounts(counts)) continue;
    const freshness = freshnessOf({ lastReportedAt, intervalSeconds, retiredAt: null, now: end });
    const isSilent = !isReporting(freshness);
    const health = healthOf(counts.health, isSilent);
    hosts.push({ hostId, isSilent, excepted: 0, ...health });
    for (const total of [group("fleet", ""), group("cluster", cluster ?? "")]) {
      add(total, health);
      total.hosts += 1;
      if (isSilent) total.silentHosts += 1;
    }
    for (const [tag, byHealth] of Object.entries(counts.tags ?? {}))
      add(group("tag", tag), healthOf(byHealth, isSilent));
    if (isSilent) continue;
    for (const [rule, bySeverity] of Object.entries(counts.rules ?? {})) {
      const total = group("rule", rule);
      total.critical += bySeverity.critical ?? 0;
      total.warning += bySeverity.warning ?? 0;
      total.info += bySeverity.info ?? 0;
    }
  }
  return { hosts, groups: [...groups.values()] };
}

export function noHealth(): Health {
  return { critical: 0, warning: 0, unknown: 0, healthy: 0, inactive: 0 };
}

function healthOf(counts: Partial<Health>, isSilent: boolean): Health {
  const health = noHealth();
  for (const word of VM_HEALTHS) health[isSilent ? "unknown" : word] += counts[word] ?? 0;
  return health;
}

function add(total: Health, more: Health): void {
  for (const word of VM_HEALTHS) total[word] += more[word];
}

/** Stored by this server's own roll-up. Rows of the first release contain neither rules nor health by tag. */
function isDayCounts(
  counts: unknown,
): counts is Pick<DayCounts, "health"> & Partial<Pick<DayCounts, "rules" | "tags">> {
  return typeof counts === "object" && counts !== null && "health" in counts;
}
