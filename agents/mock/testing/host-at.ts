import type { Fleet, FleetHost } from "../fleet.ts";

/** The host at an index of a fleet; a test that requests a missing one is wrong. */
export function hostAt(fleet: Fleet, place: number): FleetHost {
  const host = fleet.hosts[place];
  if (!host) throw new RangeError(`no host ${place}`);
  return host;
}
