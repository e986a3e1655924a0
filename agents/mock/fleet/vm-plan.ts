import { noise, Random } from "../random.ts";
import { guestSystem, type GuestSystem } from "./guest-systems.ts";
import type { HostPlan } from "./host-plan.ts";
import { FLAWS, type Flaw } from "./mix.ts";
import { ROLES, type Role } from "./roles.ts";
import { nameVm, toGuestHostName } from "./vm-names.ts";
import { WORKLOADS } from "./workloads.ts";

const GIB = 2 ** 30;
const DAY_SECONDS = 86_400;

/** All VM data that does not change while the fleet runs. It is recalculated whenever it is needed. */
export interface VmPlan {
  readonly id: string;
  /** Seed of the values that change at each tick. */
  readonly seed: number;
  /** The host it belongs to; a move takes it to a different one. */
  readonly home: number;
  readonly slot: number;
  readonly name: string;
  readonly guestName: string;
  readonly role: Role;
  readonly guest: GuestSystem;
  readonly generation: 1 | 2;
  readonly configurationVersion: string;
  readonly createdDaysAgo: number;
  readonly bootedSecondsAgo: number;
  readonly rest: "running" | "off" | "saved" | "paused";
  readonly flaws: ReadonlySet<Flaw>;
  readonly processorCount: number;
  readonly memoryBytes: number;
  readonly isMemoryDynamic: boolean;
  readonly dataDisks: number;
  readonly isClustered: boolean;
  readonly hasTpm: boolean;
  readonly isSecureBootOn: boolean;
  readonly vlanId: number;
  readonly ip: string;
  readonly tags: readonly string[];
  readonly replicationMode: "None" | "Primary" | "Replica";
}

const DEPENDS: Readonly<Partial<Record<Flaw, (guest: GuestSystem) => boolean>>> = {
  "heartbeat-dead": ({ family }) => family !== "appliance",
  "exchange-dead": ({ family }) => family !== "appliance",
  "backup-dead": ({ family }) => family === "windows" || family === "linux",
  "backup-mismatch": ({ family }) => family === "linux",
  "file-copy-dead": ({ family }) => family === "linux",
  "application-critical": ({ family }) => family === "windows",
  "protocol-refused": ({ isDownLevel }) => isDownLevel,
  "everything-off": ({ family }) => family !== "windows",
  "guest-services-on": ({ family }) => family === "windows",
};

/** Whether a guest can have the flaw at all. */
export function canHaveFlaw(flaw: Flaw, guest: GuestSystem): boolean {
  return DEPENDS[flaw]?.(guest) ?? true;
}

function drawFlaws(host: HostPlan, guest: GuestSystem, random: Random): Set<Flaw> {
  const flaws = new Set<Flaw>();
  for (const flaw of FLAWS) {
    // Drawn even if it does not apply, so that an additional flaw in a mix leaves the others unchanged.
    const isDrawn = random.chance(host.mix.flaws[flaw] ?? 0);
    if (isDrawn && canHaveFlaw(flaw, guest)) flaws.add(flaw);
  }
  return flaws;
}

function drawGeneration(host: HostPlan, guest: GuestSystem, random: Random): 1 | 2 {
  const drawn = random.chance(
    guest.isDownLevel ? Math.max(0.85, host.mix.generation1) : host.mix.generation1,
  );
  if (guest.generation2 === "never") return 1;
  if (guest.generation2 === "always") return 2;
  return drawn ? 1 : 2;
}

function drawRest(host: HostPlan, random: Random): VmPlan["rest"] {
  const { off, saved, paused } = host.mix;
  return random.weighted([
    ["off", off],
    ["saved", saved],
    ["paused", paused],
    ["running", Math.max(0, 1 - off - saved - paused)],
  ] as const);
}

/** Nodes of a cluster run each other's VMs, so the version must be supported by the whole cluster. */
function drawConfigurationVersion(host: HostPlan, random: Random): string {
  return random.chance(host.mix.oldConfiguration)
    ? random.pick(host.system.olderVmVersions)
    : host.system.newestVmVersion;
}

/** Plans the VM in one slot of a host. */
export function planVm(host: HostPlan, slot: number): VmPlan {
  const random = new Random(host.seed, slot);
  const id = random.guid();
  const seed = random.word();
  const roleKey = random.weighted(WORKLOADS[host.workload]);
  const role: Role = ROLES[roleKey];
  const guest = guestSystem(random.weighted(role.guests));
  const flaws = drawFlaws(host, guest, random);
  const generation = drawGeneration(host, guest, random);
  const rest = drawRest(host, random);
  const isStranded = random.chance(host.mix.strandedConfiguration) && host.system.build >= 20348;
  const number = slot * host.siteHosts + host.siteOrdinal + 1;
  const isDefault = random.chance(host.mix.defaultName);
  const name = nameVm(
    { site: host.site, role, number, isLinux: guest.family === "linux", isDefault },
    random,
  );
  const isDc = roleKey === "domainController";
  // Best practice is to disable time synchronization on a domain controller.
  if (isDc) flaws.add("time-off");
  const configurationVersion = isStranded ? "5.0" : drawConfigurationVersion(host, random);

  return {
    id,
    seed,
    home: host.index,
    slot,
    name,
    guestName: toGuestHostName(name, seed),
    role,
    guest,
    generation,
    configurationVersion,
    createdDaysAgo: random.int(20, guest.isDownLevel ? 3200 : 1500),
    bootedSecondsAgo: flaws.has("booting") ? random.int(20, 60) : drawUptime(host, random),
    rest: isStranded ? "off" : rest,
    flaws,
    processorCount: Math.min(random.pick(role.cpus), host.hardware.logicalProcessors),
    memoryBytes: random.pick(role.memoryGib) * GIB,
    isMemoryDynamic: random.chance(role.code === "SQL" || role.code === "SAP" ? 0.05 : 0.5),
    dataDisks: random.pick(role.dataDisks),
    isClustered: host.cluster !== null && random.chance(0.97),
    ...security(generation, guest, configurationVersion, flaws),
    vlanId: random.pick([0, 110, 120, 120, 210, 310]),
    ip: `10.${20 + (host.index % 200)}.${1 + Math.floor(slot / 240)}.${10 + (slot % 240)}`,
    tags: random.chance(0.6) ? role.tags : [],
    replicationMode: slot < host.replicatedSlots && rest === "running" ? "Primary" : "None",
  };
}

function drawUptime(host: HostPlan, random: Random): number {
  const days = random.weighted([
    [random.int(1, 6), 3],
    [random.int(7, 35), 6],
    [random.int(36, 200), 1],
  ]);
  const seconds = days * DAY_SECONDS + random.int(0, DAY_SECONDS - 1);
  // A VM on a standalone host cannot have run longer than its host; in a cluster it may have moved in.
  return host.cluster ? seconds : Math.min(seconds, host.bootedDaysAgo * DAY_SECONDS - random.int(120, 900));
}

function security(
  generation: 1 | 2,
  guest: GuestSystem,
  configurationVersion: string,
  flaws: ReadonlySet<Flaw>,
) {
  // Hosts of 2012 R2 support only version 5.0, which has neither a TPM nor the template for Linux.
  const isModern = generation === 2 && configurationVersion !== "5.0";
  const isWindows = guest.family === "windows";
  return {
    hasTpm: isModern && isWindows && Number(guest.osBuildNumber) >= 20348 && !flaws.has("no-tpm"),
    isSecureBootOn:
      generation === 2 &&
      guest.secureBootTemplate !== null &&
      (isModern || isWindows) &&
      !flaws.has("secure-boot-off"),
  };
}

/** The Hyper-V Replica copy of a VM on another host: same id and name, never running. */
export function toReplica(primary: VmPlan): VmPlan {
  return { ...primary, rest: "off", isClustered: false, replicationMode: "Replica" };
}

/** A number from 0 up to 1, fixed for a VM and a purpose: decides which VMs an event affects. */
export function drawOfVm(vm: VmPlan, purpose: number): number {
  return noise(vm.seed, purpose, 77);
}
