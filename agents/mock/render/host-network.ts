import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import type { HostPlan } from "../fleet/host-plan.ts";
import { HOST_TEXTS } from "../fleet/host-texts.ts";
import { carryingPorts, type HostWiring, type WiredPort } from "../fleet/host-wiring.ts";
import { renderSmb } from "./smb.ts";

const GBPS = 1_000_000_000;

type Network = Pick<SnapshotV1, "physicalAdapters" | "switches" | "hostAdapters" | "teams" | "smb">;
type PhysicalAdapterWire = NonNullable<Network["physicalAdapters"]>[number];
type SwitchWire = NonNullable<Network["switches"]>[number];
type HostAdapterWire = NonNullable<Network["hostAdapters"]>[number];

/** Resources assigned to the VMs of a host, summed over their adapters on the main switch. */
interface NetworkUse {
  readonly queues: number;
  readonly virtualFunctions: number;
}

/** Renders the network of a host so that its numbers match those of its VMs. */
export function renderNetwork(host: HostPlan, wiring: HostWiring, use: NetworkUse): Network {
  const carrying = carryingPorts(wiring);
  return {
    physicalAdapters: wiring.ports.map((port) => {
      const place = carrying.indexOf(port);
      return renderPort(
        host,
        port,
        place < 0 ? { queues: 0, virtualFunctions: 0 } : shareOf(use, place, carrying.length),
      );
    }),
    switches: renderSwitches(host, wiring, use),
    hostAdapters: wiring.hostAdapters.map((_, place) => renderHostAdapter(host, wiring, place)),
    teams: renderTeams(wiring),
    smb: renderSmb(host, wiring),
  };
}

/** One port's share of a total. */
function shareOf({ queues, virtualFunctions }: NetworkUse, place: number, ports: number): NetworkUse {
  const share = (whole: number) => Math.floor(whole / ports) + (place < whole % ports ? 1 : 0);
  return { queues: share(queues), virtualFunctions: share(virtualFunctions) };
}

function renderPort(host: HostPlan, port: WiredPort, use: NetworkUse): PhysicalAdapterWire {
  const { model } = port;
  const isMultiplexor = port.use === "multiplexor";
  const isUp = port.use !== "spare";
  const isCarrying = port.use === "uplink" || port.use === "team-member";
  const canSriov = model.virtualFunctions > 0;
  const canRdma = model.rdmaQueuePairs > 0;
  return {
    name: port.name,
    interfaceGuid: port.guid,
    interfaceIndex: port.interfaceIndex,
    description: `${model.description}${port.suffix}`,
    status: isUp ? "Up" : "Disconnected",
    linkSpeedBitsPerSecond: isUp ? model.speedGbps * GBPS : 0,
    macAddress: port.mac,
    driverProvider: model.provider,
    driverVersion: model.driverVersion,
    driverDate: model.driverDate,
    bindings: {
      vms_pp: port.use === "uplink" || isMultiplexor,
      ms_implat: port.use === "team-member",
      ms_tcpip: port.use === "management" || port.use === "spare",
    },
    sriov: canSriov
      ? {
          listed: true,
          support: host.uplink.iovPlatform ? "Supported" : "MissingAcs",
          enabled: !(isCarrying && host.uplink.isOff === "sr-iov"),
          numVFs: model.virtualFunctions,
          numAllocatedVFs: use.virtualFunctions,
        }
      : unlisted({ support: null, enabled: null, numVFs: null, numAllocatedVFs: null }),
    rdma: canRdma
      ? { listed: true, enabled: true, maxQueuePairs: model.rdmaQueuePairs, technology: model.rdmaTechnology }
      : unlisted({ enabled: null, maxQueuePairs: null, technology: null }),
    rss: {
      listed: true,
      enabled: true,
      numberOfReceiveQueues: model.rssQueues,
      maxProcessors: Math.min(16, host.hardware.logicalProcessors),
      profile: model.speedGbps >= 10 ? "NUMAStatic" : "ClosestStatic",
    },
    vmq:
      model.vmqQueues > 0
        ? {
            listed: true,
            enabled: !(isCarrying && host.uplink.isOff === "vmq"),
            numberOfReceiveQueues: model.vmqQueues,
            allocatedQueues: use.queues,
          }
        : unlisted({ enabled: null, numberOfReceiveQueues: null, allocatedQueues: null }),
    rssOnHostVPorts: model.rssOnHostVPorts,
  };
}

/** The cmdlet ran and did not list the device: it does not support the feature. */
function unlisted<Rest extends object>(rest: Rest): Rest & { listed: false } {
  return { ...rest, listed: false };
}

function renderSwitches(host: HostPlan, wiring: HostWiring, use: NetworkUse): SwitchWire[] {
  const { uplink, system } = host;
  const texts = HOST_TEXTS[host.language];
  const has2016 = system.build >= 14393;
  const has2022 = system.build >= 20348;
  const isTeam = uplink.teaming === "lbfo";
  const carrying = carryingPorts(wiring);
  const bound = isTeam ? wiring.ports.filter((port) => port.use === "multiplexor") : carrying;
  const hasQueues = uplink.adapter.speedGbps >= 10 && uplink.adapter.vmqQueues > 0 && uplink.isOff !== "vmq";
  const extensions = [
    { name: texts.filteringPlatform, type: "Filter", enabled: true, running: true },
    { name: texts.capture, type: "Monitoring", enabled: false, running: false },
  ];

  const main: SwitchWire = {
    id: wiring.mainSwitch.id,
    name: wiring.mainSwitch.name,
    switchType: "External",
    allowManagementOS: true,
    adapterGuids: bound.map(({ guid }) => guid),
    embeddedTeamingEnabled: has2016 ? uplink.teaming === "set" : null,
    iovEnabled: uplink.iovSwitch,
    iovSupport:
      uplink.iovPlatform && uplink.adapter.virtualFunctions > 0 && !isTeam && uplink.isOff !== "sr-iov",
    iovSupportReasons: uplink.iovPlatform ? [] : [texts.iovNeedsFirmware],
    iovVirtualFunctionCount: uplink.iovSwitch ? uplink.adapter.virtualFunctions * carrying.length : 0,
    iovVirtualFunctionsInUse: uplink.iovSwitch ? use.virtualFunctions : 0,
    availableVMQueues: hasQueues ? uplink.adapter.vmqQueues * carrying.length : 0,
    numberVmqAllocated: hasQueues ? use.queues : 0,
    bandwidthReservationMode: uplink.iovSwitch ? "None" : "Weight",
    packetDirectEnabled: has2016 ? false : null,
    defaultQueueVrssEnabled: has2016 ? true : null,
    defaultQueueVmmqEnabled: has2016 ? uplink.adapter.rssOnHostVPorts === 1 : null,
    allowNetLbfoTeams: has2022 ? isTeam : null,
    extensions,
  };
  if (!wiring.internalSwitch) return [main];

  return [
    main,
    {
      ...main,
      id: wiring.internalSwitch.id,
      name: wiring.internalSwitch.name,
      switchType: "Internal",
      adapterGuids: [],
      embeddedTeamingEnabled: has2016 ? false : null,
      iovEnabled: false,
      iovSupport: false,
      iovSupportReasons: [],
      iovVirtualFunctionCount: 0,
      iovVirtualFunctionsInUse: 0,
      availableVMQueues: 0,
      numberVmqAllocated: 0,
      defaultQueueVmmqEnabled: has2016 ? false : null,
    },
  ];
}

function renderHostAdapter(host: HostPlan, wiring: HostWiring, place: number): HostAdapterWire {
  const adapter = wiring.hostAdapters[place];
  if (!adapter) throw new RangeError(`no host adapter at place ${place}`);
  const { name, interfaceIndex, mac, vlanId, isStorage } = adapter;
  const has2016 = host.system.build >= 14393;
  const canRdma = has2016 && host.uplink.adapter.rdmaQueuePairs > 0;
  const mapped = carryingPorts(wiring)[place - 1];
  return {
    name,
    interfaceIndex,
    switchId: wiring.mainSwitch.id,
    macAddress: mac,
    vlanId,
    rdma: canRdma
      ? { listed: true, enabled: isStorage && host.uplink.storage === "rdma" }
      : unlisted({ enabled: null }),
    rss: { listed: true, enabled: true },
    vmqWeight: 100,
    vrssEnabled: has2016 ? true : null,
    vmmqEnabled: has2016 ? host.uplink.adapter.rssOnHostVPorts === 1 : null,
    ieeePriorityTag: isStorage ? "On" : "Off",
    teamMappedAdapter: isStorage && host.uplink.teaming === "set" ? (mapped?.name ?? null) : null,
  };
}

function renderTeams({ teamName, ports }: HostWiring): Network["teams"] {
  if (teamName === null) return [];
  return [
    {
      name: teamName,
      members: ports.filter(({ use }) => use === "team-member").map(({ name }) => name),
      teamNics: ports.filter(({ use }) => use === "multiplexor").map(({ name }) => name),
      teamingMode: "SwitchIndependent",
      loadBalancingAlgorithm: "Dynamic",
      status: "Up",
    },
  ];
}
