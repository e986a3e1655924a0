import type { HostView, WiringView } from "@/lib/contract/api/hosts.ts";
import { hostViewFixture } from "../host-view-fixture.ts";
import { prepareHostLadders } from "./prepare-host-ladders.ts";
import { prepareWiring, type WiringPlan } from "./prepare-wiring.ts";

/** Parts of a host's network for tests, as the API returns them. */
type Acceleration = HostView["acceleration"][number];
type WiredAdapter = NonNullable<WiringView["adapters"]>[number];
type WiredSwitch = NonNullable<WiringView["switches"]>[number];

export const ladder = (change: Partial<Acceleration>): Acceleration => ({
  adapterId: "nic-1",
  adapterName: "SLOT 1",
  technology: "sr-iov",
  status: "active",
  brokenRung: null,
  rungs: [],
  ...change,
});

const rung = (key: string) => ({
  key,
  title: `title of ${key}`,
  fault: `no ${key}`,
  status: "fail" as const,
  evidence: [],
  remedy: null,
});
export const broken = (key: string): Partial<Acceleration> => ({
  status: "configured",
  brokenRung: key,
  rungs: [rung(key)],
});

export const wiredAdapter = (change: Partial<WiredAdapter> = {}): WiredAdapter => ({
  id: "nic-1",
  isUp: true,
  feeds: "switch",
  team: null,
  isTeamNic: false,
  ...change,
});

export const wiredSwitch = (change: Partial<WiredSwitch> = {}): WiredSwitch => ({
  id: "sw-1",
  uplink: "single",
  team: null,
  adapterIds: ["nic-1"],
  isSomeAdapterUnread: false,
  use: { vms: 0, ports: 0, technologies: {} },
  ...change,
});

export const NIC_1 = {
  name: "SLOT 1",
  interfaceGuid: "nic-1",
  description: "ConnectX-5",
  linkSpeedBitsPerSecond: 25e9,
};
export const NIC_2 = { ...NIC_1, name: "SLOT 2", interfaceGuid: "nic-2" };
export const SWITCH = { id: "sw-1", name: "vSwitch-Prod", switchType: "External" };

export function planOf(change: Partial<HostView>): WiringPlan {
  const host = hostViewFixture(change);
  return prepareWiring(host, prepareHostLadders(host));
}
