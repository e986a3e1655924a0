import type { GuestFacts, IsoTime } from "../facts.ts";
import type { VmMemory } from "../judgement.ts";
import { type Guest, recogniseGuest, tellsSystem } from "./recognise-guest.ts";

/** The guest that a VM's verdicts may lean on. */
export interface KnownGuest {
  facts: GuestFacts | null;
  system: Guest;
  /** It tells its system now; else this is the last known one, or nobody was ever known. */
  isTold: boolean;
  /** When the last known one was last told; `null` while it is told, and where none is known. */
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

/** Whether anybody ever learnt what runs in the VM. */
export function isNeverKnown(guest: KnownGuest): boolean {
  return guest.facts === null;
}
