import type { CurrentVm } from "@/lib/data/ingest/vm-state.ts";
import { SERVICE_KEYS, type ServiceKey, type ServiceStatus, type VmHealth } from "@/lib/domain/words.ts";

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
  tags: Record<string, number>;
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
    for (const tag of vm.tags) raise(counts.tags, tag);
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
