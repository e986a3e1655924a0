import { Random } from "../random.ts";
import type { HostPlan } from "./host-plan.ts";
import { HOST_TEXTS } from "./host-texts.ts";
import { BROADCOM, I350, type AdapterModel } from "./uplinks.ts";

/** A network port of the machine, with the identity in its facts. */
export interface WiredPort {
  readonly model: AdapterModel;
  /** Suffix of the model in the Windows description: the second port of a model is `#2`. */
  readonly suffix: string;
  readonly name: string;
  readonly guid: string;
  readonly interfaceIndex: number;
  readonly mac: string;
  readonly use: "uplink" | "team-member" | "multiplexor" | "management" | "spare";
}

interface WiredSwitch {
  readonly id: string;
  readonly name: string;
}

/** A network adapter of the management operating system on the main switch. */
interface WiredHostAdapter {
  readonly name: string;
  readonly interfaceIndex: number;
  readonly mac: string;
  readonly vlanId: number;
  readonly isStorage: boolean;
}

/** The network connections of a host: the identities that its VMs' adapters refer to. */
export interface HostWiring {
  readonly ports: readonly WiredPort[];
  readonly mainSwitch: WiredSwitch;
  readonly internalSwitch: WiredSwitch | null;
  readonly hostAdapters: readonly WiredHostAdapter[];
  readonly teamName: string | null;
}

const SWITCH_NAMES = ["vSwitch-Prod", "ConvergedSwitch", "vSwitch01", "SETswitch", "Extern"];

/** Determines the network connections of a host; always the same for the same host. */
export function wireHost(host: HostPlan): HostWiring {
  const random = new Random(host.seed, "wiring");
  const { adapter, ports: portCount, teaming, storage } = host.uplink;
  const isTeamed = teaming === "lbfo";
  let interfaceIndex = random.int(3, 9);
  const isNested = host.hardware.manufacturer === "Microsoft Corporation";

  const port = (name: string, model: AdapterModel, suffix: string, use: WiredPort["use"]): WiredPort => ({
    model,
    suffix,
    name,
    guid: random.guid(),
    interfaceIndex: (interfaceIndex += random.int(1, 3)),
    mac: `${isNested ? "00155D" : "0C42A1"}${random.hex(6).toUpperCase()}`,
    use,
  });

  const slot = random.int(1, 4);
  const ports: WiredPort[] = [];
  for (let number = 1; number <= portCount; number++) {
    const name = isNested ? "Ethernet" : `SLOT ${slot} Port ${number}`;
    const model = number === 2 ? (host.uplink.secondAdapter ?? adapter) : adapter;
    ports.push(port(name, model, number === 1 ? "" : ` #${number}`, isTeamed ? "team-member" : "uplink"));
  }
  if (isTeamed) {
    const multiplexor: AdapterModel = {
      ...adapter,
      description: "Microsoft Network Adapter Multiplexor Driver",
      provider: "Microsoft",
      driverVersion: `${host.system.version}.1`,
      driverDate: "2006-06-21T00:00:00Z",
      speedGbps: adapter.speedGbps * portCount,
      virtualFunctions: 0,
      rdmaQueuePairs: 0,
      rdmaTechnology: null,
      rssOnHostVPorts: null,
    };
    ports.push(port("Team-VM", multiplexor, "", "multiplexor"));
  }
  if (!isNested) {
    const onboard = adapter === I350 ? BROADCOM : I350;
    ports.push(port("Embedded NIC 1", onboard, "", "management"));
    ports.push(port("Embedded NIC 2", onboard, " #2", "spare"));
  }

  const shared = new Random(
    host.cluster ? `${host.seed.split("/host/")[0]}/${host.cluster.name}` : host.seed,
    "switch",
  );
  const mainSwitch = { id: random.guid(), name: shared.pick(SWITCH_NAMES) };
  const internalSwitch = random.chance(0.15)
    ? { id: random.guid(), name: HOST_TEXTS[host.language].internalSwitch }
    : null;

  const hostAdapter = (name: string, vlanId: number, isStorage: boolean): WiredHostAdapter => ({
    name,
    vlanId,
    isStorage,
    interfaceIndex: (interfaceIndex += random.int(1, 3)),
    mac: `00155D${random.hex(6).toUpperCase()}`,
  });
  const hostAdapters =
    storage === "none"
      ? [hostAdapter(mainSwitch.name, 0, false)]
      : [
          hostAdapter("Management", 0, false),
          hostAdapter("SMB-1", 711, true),
          hostAdapter("SMB-2", 712, true),
        ];

  return { ports, mainSwitch, internalSwitch, hostAdapters, teamName: isTeamed ? "Team-VM" : null };
}

/** Ports that carry the VMs' traffic, with or without a team between them and the switch. */
export function carryingPorts({ ports }: HostWiring): WiredPort[] {
  return ports.filter(({ use }) => use === "uplink" || use === "team-member");
}
