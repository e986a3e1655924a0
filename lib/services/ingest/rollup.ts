import type { CurrentVm } from "@/lib/data/ingest/vm-state.ts";
import {
  RULE_IDS,
  SERVICE_KEYS,
  SEVERITIES,
  type RuleId,
  type ServiceKey,
  type ServiceStatus,
  type Severity,
  type VmHealth,
} from "@/lib/domain/words.ts";

/** Counts over the VMs that are on one host, gone ones left out. Absent means none. */
export interface HostCounts {
  vms: number;
  health: Partial<Record<VmHealth, number>>;
  services: Partial<Record<ServiceKey, Partial<Record<ServiceStatus, number>>>>;
  /** Cells that are the cause of a finding. */
  serviceFindings: Partial<Record<ServiceKey, { critical: number; warning: number; info: number }>>;
  generation: Partial<Record<"1" | "2" | "unknown", number>>;
  state: Record<string, number>;
  guestOs: Record<string, number>;
  /** VMs that are weighed for compliance and have an open finding of the rule, by its severity. */
  rules: Partial<Record<RuleId, Partial<Record<Severity, number>>>>;
  /** Health of the VMs that have each tag. */
  tags: Record<string, Partial<Record<VmHealth, number>>>;
}

/** What of a host's counts is kept for each day. */
export type DayCounts = Pick<HostCounts, "vms" | "health" | "services" | "generation" | "rules" | "tags">;

export function dayCountsOf({ vms, health, services, generation, rules, tags }: HostCounts): DayCounts {
  return { vms, health, services, generation, rules, tags };
}

/** How an open finding stands in a VM's row: `warning is.vss`. */
export function toOpenRule({ rule, severity }: { rule: RuleId; severity: Severity }): string {
  return `${severity} ${rule}`;
}

export function emptyCounts(): HostCounts {
  return {
    vms: 0,
    health: {},
    services: {},
    serviceFindings: {},
    generation: {},
    state: {},
    guestOs: {},
    rules: {},
    tags: {},
  };
}

export function rollupOf(vms: Iterable<CurrentVm>): HostCounts {
  const counts = emptyCounts();
  for (const vm of vms) {
    if (vm.goneAt !== null) continue;
    counts.vms += 1;
    counts.health[vm.health] = (counts.health[vm.health] ?? 0) + 1;
    const generation = vm.generation === 1 ? "1" : vm.generation === 2 ? "2" : "unknown";
    counts.generation[generation] = (counts.generation[generation] ?? 0) + 1;
    raise(counts.state, vm.state);
    raise(counts.guestOs, vm.guestOs ?? "");
    for (const tag of vm.tags) {
      if (!Object.hasOwn(counts.tags, tag)) counts.tags[tag] = {};
      const byHealth = counts.tags[tag] ?? {};
      byHealth[vm.health] = (byHealth[vm.health] ?? 0) + 1;
    }
    if (vm.health !== "inactive" && vm.health !== "unknown")
      for (const open of vm.openRules) countRule(counts, open);
    SERVICE_KEYS.forEach((key, index) => {
      const status = vm.services[index];
      if (status) {
        const byStatus = (counts.services[key] ??= {});
        byStatus[status] = (byStatus[status] ?? 0) + 1;
      }
      const ground = vm.grounds[key];
      if (ground && ground !== "follows") {
        const bySeverity = (counts.serviceFindings[key] ??= { critical: 0, warning: 0, info: 0 });
        bySeverity[ground] += 1;
      }
    });
  }
  return counts;
}

function raise(counts: Record<string, number>, key: string): void {
  counts[key] = (Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0) + 1;
}

function countRule(counts: HostCounts, open: string): void {
  const [first, id] = open.split(" ");
  const severity = SEVERITIES.find((word) => word === first);
  const rule = RULE_IDS.find((word) => word === id);
  if (!severity || !rule) return;
  const bySeverity = (counts.rules[rule] ??= {});
  bySeverity[severity] = (bySeverity[severity] ?? 0) + 1;
}
