import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { createFleet, type Fleet, type FleetHost } from "../fleet.ts";
import type { ScenarioName } from "../scenarios.ts";

export const NOW = new Date("2026-11-23T08:00:00Z");

export type VmWire = NonNullable<SnapshotV1["vms"]>[number];

/** The fleet of a scenario in its usual size, or a specified one. */
export function fleetOf(scenario: ScenarioName, size: { hosts?: number; vms?: number } = {}): Fleet {
  return createFleet({ scenario, now: NOW, ...size });
}

/** The VMs that a host lists at a tick. */
export function vmsAt(host: FleetHost, tick: number): VmWire[] {
  return host.snapshotAt(tick).vms ?? [];
}
