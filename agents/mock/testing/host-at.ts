import type { Fleet, FleetHost } from "../fleet.ts";

/** The host at a place of a fleet; a test that asks for one that is not there is wrong. */
export function hostAt(fleet: Fleet, place: number): FleetHost {
  const host = fleet.hosts[place];
  if (!host) throw new RangeError(`no host ${place}`);
  return host;
}
