import type { DayCountsRow } from "@/lib/data/compliance/day-state.ts";
import type { RuleId, Severity } from "@/lib/domain/words.ts";
import { RULE_IDS, SEVERITIES, VM_HEALTHS, type VmHealth } from "@/lib/domain/words.ts";
import type { FleetDirectory } from "../fleet-directory.ts";
import { healthAsRead } from "../host-rows.ts";

export type CountsNow = DayCountsRow;

export interface ComplianceNow {
  fleet: CountsNow & { hosts: number; silentHosts: number };
  clusters: Map<string, CountsNow>;
  tags: Map<string, CountsNow>;
  /** By the host's id. */
  hosts: Map<string, CountsNow>;
  rules: Map<RuleId, Record<Severity, number>>;
}

/** The current sums, in the same form as for a past day, from the hosts' own counts. */
export function complianceNow({ hosts }: FleetDirectory): ComplianceNow {
  const now: ComplianceNow = {
    fleet: { ...nothing(), hosts: 0, silentHosts: 0 },
    clusters: new Map(),
    tags: new Map(),
    hosts: new Map(),
    rules: new Map(),
  };
  for (const host of hosts) {
    if (host.freshness === "retired") continue;
    const isSilent = host.freshness !== "fresh" && host.freshness !== "late";
    const health = healthAsRead(host);
    now.fleet.hosts += 1;
    if (isSilent) now.fleet.silentHosts += 1;
    for (const counts of [
      now.fleet,
      entry(now.clusters, host.cluster ?? "", nothing),
      entry(now.hosts, host.id, nothing),
    ])
      for (const word of VM_HEALTHS) counts[word] += health[word];
    for (const [tag, byHealth] of Object.entries(host.counts.tags)) {
      const counts = entry(now.tags, tag, nothing);
      for (const word of VM_HEALTHS) counts[asRead(word, isSilent)] += byHealth[word] ?? 0;
    }
    if (isSilent) continue;
    for (const rule of RULE_IDS) {
      const bySeverity = host.counts.rules[rule];
      if (!bySeverity) continue;
      const counts = entry(now.rules, rule, () => ({ critical: 0, warning: 0, info: 0 }));
      for (const severity of SEVERITIES) counts[severity] += bySeverity[severity] ?? 0;
    }
  }
  return now;
}

function asRead(word: VmHealth, isSilent: boolean): VmHealth {
  return isSilent ? "unknown" : word;
}

function nothing(): CountsNow {
  return { critical: 0, warning: 0, unknown: 0, healthy: 0, inactive: 0, excepted: 0 };
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
