import type { VmScene } from "../vm/vm-scene.ts";
import type { WorkInProgress } from "../vm/work-in-progress.ts";
import { type ComponentRows, componentRows } from "./component-rows.ts";
import { type GuestSilence, guestSilence } from "./guest-silence.ts";
import { COMPONENT_KEYS } from "./service-catalogue.ts";

/** The first host build that offers guest services. */
const FIRST_HOST_WITH_GUEST_SERVICES = 9600;

/** Why a service may be silent without a fault. */
export type Excuse = { kind: "starting" } | { kind: "at-work"; work: WorkInProgress };

/** The six services of a running VM considered together, before each is evaluated. */
export interface ServicesScene extends VmScene {
  /** `null` if the list was unread or empty: then nothing is known about any of the six. */
  rows: ComponentRows | null;
  silence: GuestSilence;
  excuse: Excuse | null;
  /** Another finding that explains why nothing responds. */
  cause: "is.guest-silent" | "vm.state-critical" | null;
  /** Every service is disabled, which is assumed intentional. */
  isAllOff: boolean;
  hasNoGuestServices: boolean;
}

const STARTING: Excuse = { kind: "starting" };

export function servicesScene(scene: VmScene): ServicesScene {
  const listed = scene.vm.integrationServices;
  const rows = listed === null || listed.length === 0 ? null : componentRows(listed);
  const silence = rows ? guestSilence(rows, scene.guest.system) : "untold";
  const excuse = excuseOf(scene);
  const hasNoGuestServices = scene.hostBuild !== null && scene.hostBuild < FIRST_HOST_WITH_GUEST_SERVICES;
  const isAllOff = rows !== null && areAllOff(rows, hasNoGuestServices);
  const cause = excuse === null && !isAllOff ? causeOf(scene, silence) : null;
  return { ...scene, rows, silence, excuse, cause, isAllOff, hasNoGuestServices };
}

/** There is no report about a running VM's guest: its health is then unknown, whatever its service settings are. */
export function isNothingReported({ rows }: ServicesScene): boolean {
  return rows === null || COMPONENT_KEYS.every((key) => (rows[key]?.primaryStatus ?? null) === null);
}

function excuseOf({ isInGrace, work }: VmScene): Excuse | null {
  if (isInGrace) return STARTING;
  return work.current && { kind: "at-work", work: work.current };
}

function causeOf({ state }: VmScene, silence: GuestSilence): ServicesScene["cause"] {
  if (silence === "answers") return null;
  if (state.isCritical) return "vm.state-critical";
  return silence === "silent" ? "is.guest-silent" : null;
}

function areAllOff(rows: ComponentRows, hasNoGuestServices: boolean): boolean {
  return COMPONENT_KEYS.every((key) => {
    const row = rows[key];
    return row ? row.enabled === false : key === "guest-services" && hasNoGuestServices;
  });
}
