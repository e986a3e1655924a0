import type { CurrentVm } from "@/lib/data/ingest/vm-state.ts";
import type { Capacity, IdleCapacity } from "@/lib/domain/network/host/idle-capacity.ts";
import { fromOpenRule } from "@/lib/domain/open-rule.ts";
import {
  CAPABILITY_KEYS,
  SERVICE_KEYS,
  VM_TECHNOLOGIES,
  type AccelerationStatus,
  type CapabilityKey,
  type ConversionVerdict,
  type HostTechnology,
  type RuleId,
  type ServiceKey,
  type ServiceStatus,
  type Severity,
  type VmHealth,
  type VmTechnology,
} from "@/lib/domain/words.ts";

/** Counts of the VMs on one host, without gone VMs. Absent means none. */
export interface HostCounts {
  vms: number;
  health: Partial<Record<VmHealth, number>>;
  services: Partial<Record<ServiceKey, Partial<Record<ServiceStatus, number>>>>;
  /** Cells that cause a finding. */
  serviceFindings: Partial<Record<ServiceKey, Partial<Record<Severity, number>>>>;
  generation: Partial<Record<"1" | "2" | "unknown", number>>;
  state: Record<string, number>;
  guestOs: Record<string, number>;
  /** Compliant and non-compliant VMs with an open finding of the rule, by severity. */
  rules: Partial<Record<RuleId, Partial<Record<Severity, number>>>>;
  /** Health of the VMs that have each tag. */
  tags: Record<string, Partial<Record<VmHealth, number>>>;
  /** The worst status of each VM's adapters. */
  acceleration: Partial<Record<VmTechnology, Partial<Record<AccelerationStatus, number>>>>;
  /** For each ladder result in the VMs' rows: adapters, how many of these are incapable, and VMs. */
  ladders: Record<string, { adapters: number; incapable?: number; vms: number }>;
  /** Counts of generation 1 VMs. */
  conversion: Partial<Record<ConversionVerdict, number>>;
  /** Generation 1 VMs that need the same work: `<verdict> <check> <check>`. */
  conversionGroups: Record<string, number>;
  gains: Partial<Record<CapabilityKey, number>>;
  versions: Record<string, number>;
  /** The host side; `null` if no report contained it. */
  network: HostNetworkCounts | null;
}

/** Results of a host's own adapters. */
export interface HostNetworkCounts {
  acceleration: Partial<Record<HostTechnology, AccelerationStatus>>;
  ladders: Record<string, number>;
  /** What the ports have and use, without those for which this is unread. */
  idle: Record<keyof IdleCapacity, Omit<Capacity, "unread"> & Partial<Capacity>>;
  adapters: string;
}

/** The part of a host's counts that is stored for each day. */
export type DayCounts = Pick<
  HostCounts,
  "vms" | "health" | "services" | "generation" | "rules" | "tags" | "acceleration"
>;

export function dayCountsOf(counts: HostCounts): DayCounts {
  const { vms, health, services, generation, rules, tags, acceleration } = counts;
  return { vms, health, services, generation, rules, tags, acceleration };
}

/** The end of a ladder in a VM's row. */
export const INCAPABLE = " incapable";

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
    acceleration: {},
    ladders: {},
    conversion: {},
    conversionGroups: {},
    gains: {},
    versions: {},
    network: null,
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
      if (!Object.hasOwn(counts.tags, tag)) setOwn(counts.tags, tag, {});
      const byHealth = counts.tags[tag] ?? {};
      byHealth[vm.health] = (byHealth[vm.health] ?? 0) + 1;
    }
    if (vm.health !== "inactive" && vm.health !== "unknown")
      for (const open of vm.openRules) countRule(counts, open);
    countNetwork(counts, vm);
    if (vm.generation === 1) countConversion(counts, vm);
    raise(counts.versions, vm.configurationVersion ?? "");
    SERVICE_KEYS.forEach((key, index) => {
      const status = vm.services[index];
      if (status) {
        const byStatus = (counts.services[key] ??= {});
        byStatus[status] = (byStatus[status] ?? 0) + 1;
      }
      const ground = vm.grounds[key];
      if (ground && ground !== "follows") {
        const bySeverity = (counts.serviceFindings[key] ??= {});
        bySeverity[ground] = (bySeverity[ground] ?? 0) + 1;
      }
    });
  }
  return counts;
}

/**
 * Counts after some rows were replaced: the previous counts minus the old rows plus the new rows. Entries that become 0
 * are removed.
 */
export function rollupAfter(
  counts: HostCounts,
  before: Iterable<CurrentVm>,
  after: Iterable<CurrentVm>,
): HostCounts {
  const sum = emptyCounts();
  add(sum, counts, 1);
  add(sum, rollupOf(before), -1);
  add(sum, rollupOf(after), 1);
  return sum;
}

/** Counts are nested objects of numbers. Top-level entries are kept even if they are 0. */
function add(sum: object, counts: object, sign: 1 | -1, isWhole = true): void {
  for (const [key, value] of Object.entries(counts)) {
    // Own keys only, because guests and tags can have any name.
    const there: unknown = Object.getOwnPropertyDescriptor(sum, key)?.value;
    if (typeof value === "number") {
      const number = (typeof there === "number" ? there : 0) + sign * value;
      if (number === 0 && !isWhole) Reflect.deleteProperty(sum, key);
      else setOwn(sum, key, number);
    } else if (isObject(value)) {
      const below = isObject(there) ? there : {};
      add(below, value, sign, false);
      if (Object.keys(below).length === 0 && !isWhole) Reflect.deleteProperty(sum, key);
      else setOwn(sum, key, below);
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function raise(counts: Record<string, number>, key: string): void {
  setOwn(counts, key, (Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0) + 1);
}

/** Also works if a guest OS or a tag is named `__proto__`. */
function setOwn(counts: object, key: string, value: unknown): void {
  Object.defineProperty(counts, key, { value, enumerable: true, writable: true, configurable: true });
}

function countRule(counts: HostCounts, word: string): void {
  const open = fromOpenRule(word);
  if (!open) return;
  const bySeverity = (counts.rules[open.rule] ??= {});
  bySeverity[open.severity] = (bySeverity[open.severity] ?? 0) + 1;
}

function countNetwork(counts: HostCounts, vm: CurrentVm): void {
  VM_TECHNOLOGIES.forEach((technology, index) => {
    const word = vm.acceleration[index];
    if (!word) return;
    const byStatus = (counts.acceleration[technology] ??= {});
    byStatus[word] = (byStatus[word] ?? 0) + 1;
  });
  countLadders(counts.ladders, vm.ladders);
}

/** Adds the ladders of one VM. */
export function countLadders(counts: HostCounts["ladders"], ladders: readonly string[]): void {
  const seen = new Set<string>();
  for (const ladder of ladders) {
    const isIncapable = ladder.endsWith(INCAPABLE);
    const result = isIncapable ? ladder.slice(0, -INCAPABLE.length) : ladder;
    const count = (counts[result] ??= { adapters: 0, vms: 0 });
    count.adapters += 1;
    if (isIncapable) count.incapable = (count.incapable ?? 0) + 1;
    if (!seen.has(result)) count.vms += 1;
    seen.add(result);
  }
}

const GAIN = "gain:";

function countConversion(counts: HostCounts, vm: CurrentVm): void {
  counts.conversion[vm.conversion] = (counts.conversion[vm.conversion] ?? 0) + 1;
  raise(counts.conversionGroups, [vm.conversion, ...vm.conversionChecks].join(" "));
  const gained = new Set(
    vm.words.filter((word) => word.startsWith(GAIN)).map((word) => word.slice(GAIN.length)),
  );
  for (const key of CAPABILITY_KEYS) if (gained.has(key)) counts.gains[key] = (counts.gains[key] ?? 0) + 1;
}
