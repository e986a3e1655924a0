import type { ComponentKey } from "@/lib/domain/words.ts";
import type { HostPlan } from "./host-plan.ts";
import type { HostTexts } from "./host-texts.ts";
import type { VmPlan } from "./vm-plan.ts";

/** The state of one integration service: the setting on the host, and the two numbers that the host reports. */
interface ServiceCondition {
  enabled: boolean;
  primary: number | null;
  secondary: number | null;
}

/** The condition of a VM at one time. A story can change it before it is rendered. */
export interface VmCondition {
  state: VmStateName;
  status: StatusKey;
  operationalStatus: string[];
  uptimeSeconds: number;
  services: Record<ComponentKey, ServiceCondition>;
  /** Whether the guest's data exchange responds, so that the host knows the guest's system and addresses. */
  isGuestKnown: boolean;
  isPlanned: boolean;
}

/** Numbers of the states in the module of 2016 and later. */
export const STATE_CODES = {
  Running: 2,
  Off: 3,
  Stopping: 4,
  Saved: 6,
  Paused: 9,
  Starting: 10,
  RunningCritical: 32785,
} as const;
type VmStateName = keyof typeof STATE_CODES;

type StatusKey = keyof Pick<
  HostTexts,
  | "operating"
  | "off"
  | "saved"
  | "paused"
  | "starting"
  | "stopping"
  | "storageLost"
  | "backingUp"
  | "migrating"
>;

export const COMPONENTS: readonly ComponentKey[] = [
  "heartbeat",
  "shutdown",
  "time-sync",
  "data-exchange",
  "vss",
  "guest-services",
];

const NO_CONTACT = 12;
const LOST_COMMUNICATION = 13;
const PROTOCOL_MISMATCH = 32775;

/** A guest responds to its host about a minute and a half after it was turned on. */
const BOOT_SECONDS = 90;

function on(): ServiceCondition {
  return { enabled: true, primary: 2, secondary: null };
}

function allServices(): VmCondition["services"] {
  return {
    heartbeat: on(),
    shutdown: on(),
    "time-sync": on(),
    "data-exchange": on(),
    vss: on(),
    // Disabled from the start, and still reported as OK.
    "guest-services": { enabled: false, primary: 2, secondary: null },
  };
}

/** Settings on the host: they do not change while the VM is off. */
function applySwitches(services: VmCondition["services"], vm: VmPlan): void {
  const { flaws } = vm;
  if (flaws.has("heartbeat-off")) services.heartbeat.enabled = false;
  if (flaws.has("shutdown-off")) services.shutdown.enabled = false;
  if (flaws.has("time-off")) services["time-sync"].enabled = false;
  if (flaws.has("exchange-off")) services["data-exchange"].enabled = false;
  if (flaws.has("backup-off")) services.vss.enabled = false;
  if (flaws.has("guest-services-on") || flaws.has("file-copy-dead"))
    services["guest-services"].enabled = true;
  if (flaws.has("everything-off")) for (const key of COMPONENTS) services[key].enabled = false;
}

/** Effects of the guest, while the VM runs and the guest is up. */
function applyGuest(services: VmCondition["services"], vm: VmPlan, host: HostPlan): void {
  const { flaws, guest } = vm;
  if (guest.isDownLevel && host.system.build >= 14393) {
    services["time-sync"].secondary = PROTOCOL_MISMATCH;
    if (vm.seed % 3 === 0) services["time-sync"].primary = 3;
  }
  if (guest.family === "windows" && vm.isClustered && vm.seed % 2 === 0) services.heartbeat.secondary = 2;
  if (guest.family === "appliance") {
    services["data-exchange"].primary = NO_CONTACT;
    services.vss.primary = NO_CONTACT;
  }
  if (flaws.has("heartbeat-dead")) services.heartbeat.primary = NO_CONTACT;
  if (flaws.has("shutdown-dead")) services.shutdown.primary = NO_CONTACT;
  if (flaws.has("exchange-dead")) services["data-exchange"].primary = NO_CONTACT;
  if (flaws.has("backup-dead")) services.vss.primary = NO_CONTACT;
  if (flaws.has("backup-mismatch")) services.vss.secondary = PROTOCOL_MISMATCH;
  if (flaws.has("file-copy-dead")) services["guest-services"].primary = NO_CONTACT;
  if (flaws.has("application-critical")) services.heartbeat.secondary = 32782;
  if (flaws.has("heartbeat-error")) services.heartbeat.primary = 6;
  if (flaws.has("protocol-refused")) services["time-sync"].primary = 7;
  // A service that is disabled on the host reports OK, whatever the guest would report.
  for (const key of COMPONENTS) {
    if (!services[key].enabled) Object.assign(services[key], { primary: 2, secondary: null });
  }
}

/** Makes the whole guest silent: every service that is on reports the same number. */
export function silence(condition: VmCondition, status: number): void {
  for (const key of COMPONENTS) {
    const service = condition.services[key];
    // A disabled service still reports OK.
    if (service.enabled) Object.assign(service, { primary: status, secondary: null });
  }
  condition.isGuestKnown = false;
}

function clearStatuses(condition: VmCondition): void {
  for (const key of COMPONENTS) Object.assign(condition.services[key], { primary: null, secondary: null });
  condition.isGuestKnown = false;
}

/** A VM that was turned on this long ago, and is otherwise healthy: until its guest is up, nothing responds. */
export function restart(condition: VmCondition, vm: VmPlan, host: HostPlan, secondsAgo: number): void {
  const fresh = toRunning(vm, host, secondsAgo);
  Object.assign(condition, fresh);
}

function toRunning(vm: VmPlan, host: HostPlan, uptimeSeconds: number): VmCondition {
  const services = allServices();
  applySwitches(services, vm);
  applyGuest(services, vm, host);
  const condition: VmCondition = {
    state: "Running",
    status: "operating",
    operationalStatus: ["Ok"],
    uptimeSeconds,
    services,
    isGuestKnown:
      vm.guest.family !== "appliance" &&
      services["data-exchange"].enabled &&
      services["data-exchange"].primary !== NO_CONTACT,
    isPlanned: false,
  };
  if (uptimeSeconds < BOOT_SECONDS || vm.flaws.has("silent")) silence(condition, NO_CONTACT);
  else if (vm.flaws.has("lost")) silence(condition, LOST_COMMUNICATION);
  return condition;
}

/** The condition of a VM without the effects of a story, `seconds` after the fleet was started. */
export function toCondition(vm: VmPlan, host: HostPlan, seconds: number): VmCondition {
  const condition = toRunning(vm, host, vm.bootedSecondsAgo + seconds);
  switch (vm.rest) {
    case "running":
      if (vm.flaws.has("backing-up")) {
        condition.operationalStatus = ["Ok", "BackingUpVirtualMachine"];
        condition.status = "backingUp";
      }
      if (vm.flaws.has("unread-statuses")) clearStatuses(condition);
      if (vm.flaws.has("stuck")) {
        condition.state = "Stopping";
        condition.status = "stopping";
        clearStatuses(condition);
      }
      break;
    case "paused":
      Object.assign(condition, { state: "Paused", status: "paused", isGuestKnown: false });
      for (const key of COMPONENTS) Object.assign(condition.services[key], { primary: 15, secondary: null });
      break;
    case "off":
    case "saved":
      Object.assign(condition, rest(vm.rest));
      clearStatuses(condition);
      break;
  }
  return condition;
}

function rest(kind: "off" | "saved"): Partial<VmCondition> {
  return {
    state: kind === "off" ? "Off" : "Saved",
    status: kind,
    uptimeSeconds: 0,
    operationalStatus: ["Ok"],
  };
}

/** The VM's heartbeat summary, as `Get-VM` names it. */
export function toHeartbeatName({ state, services }: VmCondition): string | null {
  if (state === "Paused") return "Paused";
  const { enabled, primary, secondary } = services.heartbeat;
  if (primary === null) return null;
  if (!enabled) return "Disabled";
  switch (primary) {
    case NO_CONTACT:
      return "NoContact";
    case LOST_COMMUNICATION:
      return "LostCommunication";
    case 6:
      return "Error";
    default:
      if (secondary === 32782) return "OkApplicationsCritical";
      return secondary === 2 ? "OkApplicationsHealthy" : "OkApplicationsUnknown";
  }
}
