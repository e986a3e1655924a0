import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import type { HostPlan } from "../fleet/host-plan.ts";
import type { Uplink } from "../fleet/uplinks.ts";
import { carryingPorts, type HostWiring } from "../fleet/host-wiring.ts";

const GBPS = 1_000_000_000;

type SmbWire = NonNullable<SnapshotV1["smb"]>;
type InterfaceWire = NonNullable<SmbWire["clientInterfaces"]>[number];
type ConnectionWire = NonNullable<SmbWire["connections"]>[number];

/** SMB's view of the host's interfaces. Without a cluster there are no sessions, so there is nothing to report. */
export function renderSmb(host: HostPlan, wiring: HostWiring): SmbWire {
  const interfaces = renderInterfaces(host, wiring);
  const hasMultichannel = host.uplink.isOff !== "multichannel";
  return {
    client: { enableMultiChannel: hasMultichannel, requireSecuritySignature: host.system.build >= 26100 },
    server: {
      enableMultiChannel: true,
      encryptData: false,
      rejectUnencryptedAccess: true,
      requireSecuritySignature: host.system.build >= 26100,
      enableSMB1Protocol: host.system.build < 14393,
      enableSMB2Protocol: true,
    },
    clientInterfaces: interfaces,
    serverInterfaces: interfaces,
    connections: host.cluster && host.uplink.storage !== "none" ? renderConnections(host, wiring) : [],
    constraints: [],
    dcb: DCB[host.uplink.dcb],
  };
}

function isRdmaInUse({ uplink, system }: HostPlan): boolean {
  return (
    uplink.storage === "rdma" &&
    uplink.dcb !== "absent" &&
    system.build >= 14393 &&
    uplink.isOff !== "multichannel" &&
    uplink.isOff !== "network-direct"
  );
}

function renderInterfaces(host: HostPlan, wiring: HostWiring): InterfaceWire[] {
  const speed = host.uplink.adapter.speedGbps;
  const virtual = wiring.hostAdapters.map((adapter) => ({
    interfaceIndex: adapter.interfaceIndex,
    friendlyName: `vEthernet (${adapter.name})`,
    linkSpeedBitsPerSecond: speed * GBPS,
    rssCapable: speed >= 10,
    rdmaCapable:
      adapter.isStorage && host.uplink.storage === "rdma" && host.uplink.adapter.rdmaQueuePairs > 0,
  }));
  const physical = wiring.ports
    .filter(({ use }) => use === "management")
    .map(({ name, interfaceIndex, model }) => ({
      interfaceIndex,
      friendlyName: name,
      linkSpeedBitsPerSecond: model.speedGbps * GBPS,
      rssCapable: true,
      rdmaCapable: false,
    }));
  return [...virtual, ...physical];
}

function renderConnections(host: HostPlan, wiring: HostWiring): ConnectionWire[] {
  const serverName = `sofs-${host.site.code.toLowerCase()}.${host.site.domain}`;
  const isRdma = isRdmaInUse(host);
  // Both ends have the same adapters.
  const canServer = host.uplink.adapter.rdmaQueuePairs > 0;
  const isSingle = host.uplink.isOff === "multichannel";
  return wiring.hostAdapters
    .filter(({ isStorage }) => isStorage)
    .slice(0, isSingle ? 1 : carryingPorts(wiring).length)
    .map(({ interfaceIndex }) => ({
      serverName,
      clientInterfaceIndex: interfaceIndex,
      clientRssCapable: true,
      serverRssCapable: true,
      clientRdmaCapable: isRdma,
      serverRdmaCapable: canServer,
      selected: true,
      failed: false,
      currentChannels: isSingle ? 1 : isRdma ? 2 : 4,
      maxChannels: 4,
      smbInstance: "Default",
    }));
}

const DCB: Readonly<Record<Uplink["dcb"], NonNullable<SmbWire["dcb"]>>> = {
  configured: { installed: true, smbDirectPriority: 3, pfcPriorities: [3], willing: false },
  installed: { installed: true, smbDirectPriority: null, pfcPriorities: [], willing: true },
  absent: { installed: false, smbDirectPriority: null, pfcPriorities: [], willing: null },
};
