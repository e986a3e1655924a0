import type { HostAdapterFacts, PhysicalAdapterFacts, SmbFacts, SnapshotFacts } from "../facts.ts";
import { describeHostNetwork, judgeHostNetwork } from "../network/host/judge-host-network.ts";
import type { HostNetworkInput } from "../network/host/prepare-host-scene.ts";
import type { HostOutcome } from "../network/host/rules/cause.ts";
import type { VmNetwork } from "../network/host/vm-network.ts";
import { networkScene } from "../network/path.ts";
import { sampleHost, sampleSnapshot, sampleVmAdapter } from "../sample-facts.ts";
import type { AccelerationStatus, HostTechnology, RuleId, VmTechnology } from "../words.ts";
import { physicalAdapter, SWITCH_ID, virtualSwitch } from "./network-cases.ts";

/**
 * A host on which everything holds and SMB uses nothing: SLOT1-P1 carries a switch with the host adapter SMB1, and
 * STORAGE feeds TCP/IP. Each row states only what differs.
 */
export const STORAGE_GUID = "a1000000-0000-4000-8000-000000000021";
const SMB1_INDEX = 21;
const STORAGE_INDEX = 31;

export function storageAdapter(changed: Partial<PhysicalAdapterFacts> = {}): PhysicalAdapterFacts {
  return physicalAdapter({
    name: "STORAGE",
    interfaceGuid: STORAGE_GUID,
    interfaceIndex: STORAGE_INDEX,
    bindings: { vms_pp: false, ms_implat: false, ms_tcpip: true },
    ...changed,
  });
}

export function hostAdapter(changed: Partial<HostAdapterFacts> = {}): HostAdapterFacts {
  return {
    name: "SMB1",
    interfaceIndex: SMB1_INDEX,
    switchId: SWITCH_ID,
    macAddress: "00155D010AF1",
    vlanId: 50,
    rdma: { listed: true, enabled: true },
    rss: { listed: true, enabled: true },
    vmqWeight: 100,
    vrssEnabled: true,
    vmmqEnabled: true,
    ieeePriorityTag: "On",
    teamMappedAdapter: null,
    ...changed,
  };
}

type Connection = NonNullable<SmbFacts["connections"]>[number];

/** A session through STORAGE that is known to use RDMA. */
export function connection(changed: Partial<Connection> = {}): Connection {
  return {
    serverName: "sofs.corp.example",
    clientInterfaceIndex: STORAGE_INDEX,
    clientRssCapable: true,
    serverRssCapable: true,
    clientRdmaCapable: true,
    serverRdmaCapable: true,
    selected: true,
    failed: false,
    currentChannels: 2,
    maxChannels: 4,
    smbInstance: "Default",
    ...changed,
  };
}

/** A session whose server supports RDMA, but that does not use it. */
export function idleConnection(changed: Partial<Connection> = {}): Connection {
  return connection({ clientRdmaCapable: false, currentChannels: 1, ...changed });
}

export function smbFacts(changed: Partial<SmbFacts> = {}): SmbFacts {
  const interfaces = [smbInterface(SMB1_INDEX, "vEthernet (SMB1)"), smbInterface(STORAGE_INDEX, "STORAGE")];
  return {
    client: { enableMultiChannel: true, requireSecuritySignature: false },
    server: {
      enableMultiChannel: true,
      encryptData: false,
      rejectUnencryptedAccess: true,
      requireSecuritySignature: false,
      enableSMB1Protocol: false,
      enableSMB2Protocol: true,
    },
    clientInterfaces: interfaces,
    serverInterfaces: interfaces,
    connections: [],
    constraints: [],
    dcb: { installed: true, smbDirectPriority: 3, pfcPriorities: [3], willing: false },
    ...changed,
  };
}

export function smbInterface(interfaceIndex: number | null, friendlyName: string | null, can = true) {
  return {
    interfaceIndex,
    friendlyName,
    linkSpeedBitsPerSecond: 25_000_000_000,
    rssCapable: can,
    rdmaCapable: can,
  };
}

/** What a row changes: the report, and a few things inside the host that many rows change. */
export interface HostNetworkCase extends Partial<SnapshotFacts> {
  build?: number | null;
  model?: string | null;
  offload?: SnapshotFacts["host"]["offload"];
  /** `virtualMachineMigrationPerformanceOption`. */
  moves?: string | null;
  areMovesEnabled?: boolean | null;
  iovSupport?: boolean | null;
  vmNetworks?: readonly VmNetwork[] | null;
  isVmListComplete?: boolean;
}

export const OFFLOAD_ON = {
  receiveSideScaling: "Enabled",
  networkDirect: "Enabled",
  networkDirectAcrossIPSubnets: "Blocked",
};

export function hostNetwork(changed: HostNetworkCase = {}): HostNetworkInput {
  const {
    build = 20348,
    model = "PowerEdge R750",
    offload = OFFLOAD_ON,
    moves = "Compression",
    areMovesEnabled = true,
    iovSupport = true,
    vmNetworks = [],
    isVmListComplete = true,
    ...report
  } = changed;
  const { os, hyperv } = sampleHost();
  const host = sampleHost({
    os: os && { ...os, build },
    model,
    offload,
    hyperv: hyperv && {
      ...hyperv,
      iovSupport,
      virtualMachineMigrationEnabled: areMovesEnabled,
      virtualMachineMigrationPerformanceOption: moves,
    },
  });
  const snapshot = sampleSnapshot({
    host,
    physicalAdapters: [physicalAdapter(), storageAdapter()],
    switches: [virtualSwitch()],
    hostAdapters: [hostAdapter()],
    smb: smbFacts(),
    ...report,
  });
  return { network: networkScene(snapshot), vms: vmNetworks, isVmListComplete };
}

/** "status" or "status at rung" of one ladder; "none" where there is no such row. */
export function word(
  changed: HostNetworkCase,
  technology: HostTechnology,
  adapterName: string | null = null,
): string {
  const { ladders } = judgeHostNetwork(hostNetwork(changed));
  const lean = ladders.find((each) => each.technology === technology && each.adapterName === adapterName);
  if (!lean) return "none";
  return lean.brokenRung === null ? lean.status : `${lean.status} at ${lean.brokenRung}`;
}

export function rungOf(
  changed: HostNetworkCase,
  technology: HostTechnology,
  adapterName: string | null,
  key: string,
) {
  const ladder = describeHostNetwork(hostNetwork(changed)).find(
    (each) => each.technology === technology && each.adapterName === adapterName,
  );
  const rung = ladder?.rungs.find((each) => each.key === key);
  if (!rung) throw new Error(`no rung ${key}`);
  return rung;
}

export function outcomeOf(changed: HostNetworkCase, rule: RuleId): HostOutcome {
  const found = judgeHostNetwork(hostNetwork(changed)).outcomes.find((each) => each.rule === rule);
  if (!found) throw new Error(`no outcome of ${rule}`);
  return found;
}

/** An outcome as one word, and the VMs that it names: "warning APP-01, APP-02". */
export function answerOf(changed: HostNetworkCase, rule: RuleId): string {
  const { outcome, touchedVms } = outcomeOf(changed, rule);
  const said = outcome.status === "finding" ? outcome.severity : outcome.status;
  return [said, touchedVms.map(({ name }) => name).join(", ")].filter(Boolean).join(" ");
}

/** A VM on the switch with one adapter; `stopped` is the rung of the host that blocks it. */
export function vmNetwork(
  name: string,
  {
    status = "ready",
    technology = "sr-iov",
    stopped = null,
    switchId = SWITCH_ID,
    iovWeight = 0,
    rdmaWeight = 0,
  }: {
    status?: AccelerationStatus;
    technology?: VmTechnology;
    stopped?: string | null;
    switchId?: string | null;
    iovWeight?: number;
    rdmaWeight?: number;
  } = {},
): VmNetwork {
  const adapter = sampleVmAdapter({ id: `adapter of ${name}`, switchId, iovWeight, rdmaWeight });
  const lean = { adapterId: adapter.id, adapterName: adapter.name, brokenRung: stopped };
  return {
    vm: { id: `id of ${name}`, name, adapters: [adapter] },
    ladders: [
      { ...lean, technology, status },
      ...(technology === "sr-iov"
        ? []
        : [{ ...lean, technology: "sr-iov" as const, status, brokenRung: null }]),
    ],
    askedElsewhere: stopped === null ? [] : [{ technology, switchId, brokenRung: stopped }],
  };
}
