import type { PhysicalAdapterFacts, SnapshotFacts, SwitchFacts, TeamFacts } from "../facts.ts";
import { type NetworkScene, networkScene } from "../network/path.ts";
import { sampleSnapshot, sampleVmAdapter } from "../sample-facts.ts";

/** The network of the tables of cases: one switch on one adapter that supports everything and uses it. */
export const SWITCH_ID = sampleVmAdapter().switchId ?? "";
export const PORT_1 = "a1000000-0000-4000-8000-000000000001";
export const PORT_2 = "a1000000-0000-4000-8000-000000000002";
export const GBPS = 1_000_000_000;

export function physicalAdapter(changed: Partial<PhysicalAdapterFacts> = {}): PhysicalAdapterFacts {
  return {
    name: "SLOT1-P1",
    interfaceGuid: PORT_1,
    interfaceIndex: 11,
    description: "ConnectX-6 Dx Adapter",
    status: "Up",
    linkSpeedBitsPerSecond: 25 * GBPS,
    macAddress: "0C42A1000001",
    driverProvider: "Mellanox Technologies Ltd.",
    driverVersion: "3.10.0.0",
    driverDate: "2025-03-01T00:00:00Z",
    bindings: { vms_pp: true, ms_implat: false, ms_tcpip: false },
    sriov: { listed: true, support: "Supported", enabled: true, numVFs: 64, numAllocatedVFs: 0 },
    rdma: { listed: true, enabled: true, maxQueuePairs: 32768, technology: 4 },
    rss: { listed: true, enabled: true, numberOfReceiveQueues: 16, maxProcessors: 16, profile: "NUMAStatic" },
    vmq: { listed: true, enabled: true, numberOfReceiveQueues: 63, allocatedQueues: 1 },
    rssOnHostVPorts: 1,
    ...changed,
  };
}

export function secondPort(changed: Partial<PhysicalAdapterFacts> = {}): PhysicalAdapterFacts {
  return physicalAdapter({
    name: "SLOT1-P2",
    interfaceGuid: PORT_2,
    interfaceIndex: 12,
    description: "ConnectX-6 Dx Adapter #2",
    macAddress: "0C42A1000002",
    ...changed,
  });
}

export function virtualSwitch(changed: Partial<SwitchFacts> = {}): SwitchFacts {
  return {
    id: SWITCH_ID,
    name: "Production",
    switchType: "External",
    allowManagementOS: true,
    adapterGuids: [PORT_1],
    embeddedTeamingEnabled: false,
    iovEnabled: true,
    iovSupport: true,
    iovSupportReasons: [],
    iovVirtualFunctionCount: 64,
    iovVirtualFunctionsInUse: 1,
    availableVMQueues: 63,
    numberVmqAllocated: 3,
    bandwidthReservationMode: "None",
    packetDirectEnabled: false,
    defaultQueueVrssEnabled: true,
    defaultQueueVmmqEnabled: true,
    allowNetLbfoTeams: false,
    extensions: [],
    ...changed,
  };
}

/** Embedded teaming over two ports. */
export function setSwitch(changed: Partial<SwitchFacts> = {}): SwitchFacts {
  return virtualSwitch({ embeddedTeamingEnabled: true, adapterGuids: [PORT_1, PORT_2], ...changed });
}

export const MULTIPLEXOR = "a1000000-0000-4000-8000-00000000000f";

/** A switch on an LBFO team of two ports, as Windows lists it: the team's own NIC is an adapter too. */
export function lbfoNetwork(
  changed: { team?: Partial<TeamFacts>; multiplexor?: Partial<PhysicalAdapterFacts> } = {},
) {
  const unteamed = { bindings: { vms_pp: false, ms_implat: true, ms_tcpip: false } };
  return {
    switches: [virtualSwitch({ adapterGuids: [MULTIPLEXOR], iovEnabled: false })],
    physicalAdapters: [
      physicalAdapter(unteamed),
      secondPort(unteamed),
      physicalAdapter({
        name: "Team 1",
        interfaceGuid: MULTIPLEXOR,
        description: "Microsoft Network Adapter Multiplexor Driver",
        linkSpeedBitsPerSecond: 50 * GBPS,
        sriov: { listed: false, support: null, enabled: null, numVFs: null, numAllocatedVFs: null },
        rdma: { listed: false, enabled: null, maxQueuePairs: null, technology: null },
        rssOnHostVPorts: null,
        ...changed.multiplexor,
      }),
    ],
    teams: [
      {
        name: "Team 1",
        members: ["SLOT1-P1", "SLOT1-P2"],
        teamNics: ["Team 1"],
        teamingMode: "SwitchIndependent",
        loadBalancingAlgorithm: "Dynamic",
        status: "Up",
        ...changed.team,
      },
    ],
  };
}

export function networkOf(changed: Partial<SnapshotFacts> = {}): NetworkScene {
  return networkScene(
    sampleSnapshot({ physicalAdapters: [physicalAdapter()], switches: [virtualSwitch()], ...changed }),
  );
}
