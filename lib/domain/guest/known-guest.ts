import type { GuestFacts, IsoTime } from "../facts.ts";
import type { VmMemory } from "../judgement.ts";
import { type Guest, recogniseGuest, tellsSystem } from "./recognise-guest.ts";

/** The guest that a VM's verdicts may rely on. */
export interface KnownGuest {
  facts: GuestFacts | null;
  system: Guest;
  /** It reports its OS now; otherwise this is the last known guest, or none was ever known. */
  isTold: boolean;
  /** When the last known guest was last reported; `null` while it is reported, and if none is known. */
  lastToldAt: IsoTime | null;
}

const NEVER_KNOWN: KnownGuest = {
  facts: null,
  system: recogniseGuest(null),
  isTold: false,
  lastToldAt: null,
};

export function knownGuest(told: GuestFacts | null, memory: VmMemory): KnownGuest {
  if (tellsSystem(told)) return { facts: told, system: recogniseGuest(told), isTold: true, lastToldAt: null };
  if (memory.guest === null) return NEVER_KNOWN;
  const { facts, at } = memory.guest;
  return { facts, system: recogniseGuest(facts), isTold: false, lastToldAt: at };
}

/** Whether the VM's OS was never known. */
export function isNeverKnown(guest: KnownGuest): boolean {
  return guest.facts === null;
}
