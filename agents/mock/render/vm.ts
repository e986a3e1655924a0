import type { HostPlan } from "../fleet/host-plan.ts";
import type { HostTexts } from "../fleet/host-texts.ts";
import type { HostWiring } from "../fleet/host-wiring.ts";
import { offloadOf } from "../fleet/offload.ts";
import { STATE_CODES, toHeartbeatName, type VmCondition } from "../fleet/vm-condition.ts";
import type { VmPlan } from "../fleet/vm-plan.ts";
import { noise } from "../random.ts";
import { addressesOf, renderAdapters, renderDisks } from "./vm-devices.ts";
import { renderServices, type VmWire } from "./vm-services.ts";

const DAY_MS = 86_400_000;

/** Host data needed to render its VMs. */
export interface Scene {
  readonly host: HostPlan;
  readonly wiring: HostWiring;
  readonly texts: HostTexts;
  readonly tick: number;
  /** Start time of the fleet. */
  readonly startMs: number;
}

/** Renders one VM in report format. `revision` counts how often its settings were changed. */
export function renderVm(vm: VmPlan, condition: VmCondition, revision: number, scene: Scene): VmWire {
  const { host, texts } = scene;
  const offload = offloadOf(vm, condition, host);
  const is2012 = host.system.build < 14393;
  const isReplica = vm.replicationMode === "Replica";

  return {
    id: vm.id,
    name: vm.name,
    generation: vm.generation,
    configurationVersion: vm.configurationVersion,
    vmType: condition.isPlanned ? "Planned" : "Realized",
    notes: notesOf(vm, revision),
    createdAt: dayOf(scene.startMs, vm.createdDaysAgo),
    isClustered: vm.isClustered,
    biosGuid: `${vm.id.slice(24, 32)}-${vm.id.slice(9, 23)}-${vm.id.slice(0, 8)}${vm.id.slice(32)}`,
    state: condition.state,
    stateCode: STATE_CODES[condition.state],
    statusText: texts[condition.status],
    operationalStatus: offload.missing
      ? [...condition.operationalStatus, offload.missing]
      : condition.operationalStatus,
    heartbeat: toHeartbeatName(condition),
    uptimeSeconds: condition.uptimeSeconds,
    ...runtimeOf(vm, condition, scene.tick),
    processorCount: vm.processorCount,
    exposeVirtualizationExtensions: is2012 ? null : false,
    ...memoryOf(vm, revision),
    automaticStartAction: vm.isClustered ? "StartIfRunning" : "Start",
    automaticStopAction: vm.flaws.has("stop-by-shutdown") ? "ShutDown" : "Save",
    checkpointType: is2012 ? null : "Production",
    checkpoints: checkpointsOf(vm, revision, scene.startMs),
    replicationMode: vm.replicationMode,
    replicationHealth: vm.replicationMode === "None" ? "NotApplicable" : "Normal",
    ...integrationVersionOf(vm, condition, scene),
    hasRemoteFx: false,
    integrationServices: renderServices(vm.id, condition, texts),
    guest: guestOf(vm, condition, host),
    firmware:
      vm.generation === 1
        ? null
        : {
            secureBoot: vm.isSecureBootOn ? "On" : "Off",
            secureBootTemplate: is2012 ? null : (vm.guest.secureBootTemplate ?? "MicrosoftWindows"),
          },
    security: is2012
      ? null
      : {
          tpmEnabled: vm.hasTpm,
          ksdEnabled: false,
          shielded: false,
          encryptStateAndVmMigrationTraffic: vm.hasTpm,
          virtualizationBasedSecurityOptOut: false,
        },
    disks: renderDisks(vm, isReplica ? 0 : revision),
    dvdDrives: [{ mediaType: "None", path: null }],
    floppyPath: null,
    comPortPaths: [],
    adapters: renderAdapters(vm, { ...scene, condition, offload }),
  };
}

function dayOf(startMs: number, daysAgo: number): string {
  return new Date(Math.floor((startMs - daysAgo * DAY_MS) / 1000) * 1000).toISOString();
}

/** Numbers that vary at every tick, which do not count as a change of the VM. */
function runtimeOf(vm: VmPlan, { state }: VmCondition, tick: number) {
  if (state !== "Running") {
    const isHeld = state === "Paused" || state === "RunningCritical" || state === "Stopping";
    return { cpuUsagePercent: 0, memoryAssignedBytes: isHeld ? vm.memoryBytes : 0, memoryDemandBytes: 0 };
  }
  const usual = 2 + 28 * noise(vm.seed, 0, 1) ** 2;
  const busy = noise(vm.seed, tick, 2) > 0.97 ? 40 : 0;
  const demandShare = 0.3 + 0.45 * noise(vm.seed, 0, 3) + 0.1 * noise(vm.seed, tick, 4);
  const demand = Math.floor((vm.memoryBytes * demandShare) / 1_048_576) * 1_048_576;
  return {
    cpuUsagePercent: Math.min(100, Math.round(usual * (0.5 + noise(vm.seed, tick, 5)) + busy)),
    memoryAssignedBytes: vm.isMemoryDynamic
      ? Math.floor((demand * 1.2) / 2_097_152) * 2_097_152
      : vm.memoryBytes,
    memoryDemandBytes: demand,
  };
}

function memoryOf(vm: VmPlan, revision: number) {
  const grown = revision % 6 >= 3 ? 1.5 : 1;
  return {
    dynamicMemoryEnabled: vm.isMemoryDynamic,
    memoryStartupBytes: vm.memoryBytes,
    memoryMinimumBytes: vm.isMemoryDynamic ? vm.memoryBytes / 4 : vm.memoryBytes,
    memoryMaximumBytes: vm.isMemoryDynamic ? vm.memoryBytes * 2 * grown : vm.memoryBytes,
  };
}

/** Backup software creates a checkpoint and merges it again; some are left behind. */
function checkpointsOf(vm: VmPlan, revision: number, startMs: number): VmWire["checkpoints"] {
  if (vm.flaws.has("old-checkpoint")) {
    return {
      count: 1 + (vm.seed % 3),
      oldestAt: dayOf(startMs, Math.min(vm.createdDaysAgo, 12 + (vm.seed % 400))),
    };
  }
  return revision % 2 === 1 ? { count: 1, oldestAt: dayOf(startMs, 0) } : { count: 0, oldestAt: null };
}

function notesOf(vm: VmPlan, revision: number): string {
  const tags = vm.tags.map((tag) => `#${tag}`).join(" ");
  const remark = vm.seed % 5 === 0 ? `Owner: team ${1 + (vm.seed % 9)}. ` : "";
  const change = revision > 0 ? `Changed by CHG${String(40_000 + (vm.seed % 9000) + revision)}. ` : "";
  return `${remark}${change}${tags}`.trim();
}

/** Hosts of 2016 and later report no version of the integration services; older ones evaluate it themselves. */
function integrationVersionOf(vm: VmPlan, { isGuestKnown, state }: VmCondition, { host, texts }: Scene) {
  if (host.system.build >= 14393) {
    return {
      integrationServicesVersion: "0.0",
      integrationServicesVersionState: 0,
      integrationServicesState: "",
    };
  }
  const isOutdated = vm.seed % 3 === 0;
  const isTold = state === "Running" && isGuestKnown && vm.guest.family === "windows";
  return {
    integrationServicesVersion: isTold ? (isOutdated ? "6.3.9600.17415" : "6.3.9600.18907") : "0.0",
    integrationServicesVersionState: isTold ? (isOutdated ? 2 : 1) : 0,
    integrationServicesState: isTold ? (isOutdated ? texts.updateRequired : texts.upToDate) : "",
  };
}

function guestOf(vm: VmPlan, { isGuestKnown }: VmCondition, host: HostPlan): VmWire["guest"] {
  if (!isGuestKnown) return null;
  const { guest } = vm;
  const domain = guest.family === "freebsd" ? "" : `.${host.site.domain}`;
  return {
    osName: guest.osName,
    osVersion: guest.osVersion,
    osMajorVersion: guest.osMajorVersion,
    osMinorVersion: guest.osMinorVersion,
    osBuildNumber: guest.osBuildNumber,
    processorArchitecture: guest.processorArchitecture,
    fqdn: `${vm.guestName}${domain}`,
    integrationServicesVersion: guest.integrationServicesVersion,
    ipAddresses: addressesOf(vm),
    // Only the product type shows that this is a domain controller.
    items: vm.role.code === "DC" ? { ...guest.items, ProductType: "2" } : { ...guest.items },
  };
}
