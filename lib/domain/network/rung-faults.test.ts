import { describe, expect, test } from "vitest";
import {
  hostAdapter,
  hostNetwork,
  type HostNetworkCase,
  idleConnection,
  smbFacts,
  smbInterface,
  storageAdapter,
} from "../testing/host-network-cases.ts";
import { lbfoNetwork, physicalAdapter, virtualSwitch } from "../testing/network-cases.ts";
import { linux, windows } from "../testing/vm-cases.ts";
import { describeNetwork, type NetworkCase } from "../testing/vm-network-cases.ts";
import type { FixCost } from "../words.ts";
import { HOST_LADDERS } from "./host/climb.ts";
import { describeHostNetwork } from "./host/judge-host-network.ts";
import { RUNG_FAULTS } from "./rung-faults.ts";
import { VM_LADDERS } from "./vm/ladders.ts";

const NONE = { listed: false, enabled: null } as const;
const UNABLE = physicalAdapter({
  sriov: { ...NONE, support: null, numVFs: null, numAllocatedVFs: null },
  rdma: { ...NONE, maxQueuePairs: null, technology: null },
  vmq: { ...NONE, numberOfReceiveQueues: null, allocatedQueues: null },
  rssOnHostVPorts: null,
});
const { sriov, rdma, rss, vmq } = physicalAdapter();
const OFF = {
  sriov: sriov && { ...sriov, enabled: false },
  rdma: rdma && { ...rdma, enabled: false },
  rss: rss && { ...rss, enabled: false },
  vmq: vmq && { ...vmq, enabled: false, allocatedQueues: 0 },
  rssOnHostVPorts: 0,
};
const USED_UP = virtualSwitch({
  iovVirtualFunctionsInUse: 64,
  numberVmqAllocated: 63,
  extensions: [{ name: "Forwarder", type: "Forwarding", enabled: true, running: true }],
});
const supports = (support: string) => physicalAdapter({ sriov: sriov && { ...sriov, support } });

/** Together they break every rung that has a remedy. */
const VMS: readonly NetworkCase[] = [
  {
    adapter: {
      isLegacy: true,
      iovWeight: 0,
      vmqWeight: 0,
      rdmaWeight: 0,
      vrssEnabledRequested: false,
      vmmqEnabledRequested: false,
      vmmqEnabled: true,
      vrssMaxQueuePairs: 1,
      aclCount: 1,
    },
    vm: { processorCount: 1, configurationVersion: "5.0" },
  },
  { adapter: { iovWeight: 100, rdmaWeight: 100, vfDataPathActive: false }, vm: { guest: windows(20348) } },
  { adapter: { iovWeight: 0, rdmaWeight: 100 }, vm: { guest: linux("Ubuntu 24.04") } },
  { report: { physicalAdapters: [UNABLE], switches: [virtualSwitch({ iovEnabled: false })] } },
  { report: { physicalAdapters: [physicalAdapter(OFF)], switches: [USED_UP] } },
  { report: lbfoNetwork() },
  { report: { physicalAdapters: [supports("NoIoMmuSupport")] } },
  { report: { physicalAdapters: [supports("MissingPfDriver")] } },
];
const HOSTS: readonly HostNetworkCase[] = [
  { iovSupport: false, physicalAdapters: [UNABLE, storageAdapter(OFF)], switches: [USED_UP] },
  {
    offload: {
      receiveSideScaling: "Disabled",
      networkDirect: "Disabled",
      networkDirectAcrossIPSubnets: null,
    },
    hostAdapters: [hostAdapter({ rdma: { listed: true, enabled: false } })],
    switches: [virtualSwitch({ iovEnabled: false })],
  },
  { hostAdapters: [hostAdapter({ interfaceIndex: null, rdma: { listed: true, enabled: false } })] },
  lbfoNetwork(),
  {
    physicalAdapters: [
      physicalAdapter(),
      storageAdapter({
        bindings: { vms_pp: false, ms_implat: true, ms_tcpip: false },
        rdma: { ...NONE, maxQueuePairs: null, technology: null },
      }),
    ],
  },
  {
    build: 14393,
    smb: smbFacts({
      client: { enableMultiChannel: false, requireSecuritySignature: false },
      server: {
        enableMultiChannel: false,
        encryptData: true,
        rejectUnencryptedAccess: true,
        requireSecuritySignature: false,
        enableSMB1Protocol: false,
        enableSMB2Protocol: false,
      },
      clientInterfaces: [smbInterface(31, "STORAGE", false)],
      serverInterfaces: [smbInterface(31, "STORAGE", false)],
      connections: [idleConnection()],
      constraints: [{ serverName: null, interfaces: ["STORAGE"] }],
      dcb: { installed: false, smbDirectPriority: null, pfcPriorities: [], willing: null },
    }),
  },
  { smb: smbFacts({ clientInterfaces: [], serverInterfaces: [] }) },
];

/** How the cost of such a fix begins. */
const SAYS: Record<FixCost, RegExp> = {
  nothing: /^nothing\b/,
  "new-sessions": /^SMB sessions through this adapter reconnect/,
  "link-break": /^a short interruption of /,
  "vm-off": /^the VM must be off/,
  "host-restart": /^a reboot of the host/,
  outage: /^an outage of (every VM on the switch|all traffic on the team)/,
  "flow-control": /^flow control changes/,
  "no-encryption": /^data crosses the storage network unencrypted/,
  hardware: /^new hardware/,
};

describe("the text of a broken rung", () => {
  const keys = new Set([...VM_LADDERS, ...HOST_LADDERS].flatMap(({ rungs }) => rungs.map(({ key }) => key)));

  test("exists for every rung, and for nothing else", () => {
    expect(Object.keys(RUNG_FAULTS).toSorted()).toEqual([...keys].toSorted());
  });

  test("costs what its remedies cost", () => {
    const costs = new Map<string, Set<string>>([...keys].map((key) => [key, new Set()]));
    const ladders = [
      ...VMS.flatMap(describeNetwork),
      ...HOSTS.flatMap((changed) => describeHostNetwork(hostNetwork(changed))),
    ];
    for (const { key, remedy } of ladders.flatMap(({ rungs }) => rungs)) {
      if (!remedy) continue;
      const word = Object.entries(SAYS).find(([, says]) => says.test(remedy.cost))?.[0];
      costs.get(key)?.add(word ?? remedy.cost);
    }
    expect(Object.fromEntries([...costs].map(([key, words]) => [key, [...words].toSorted()]))).toEqual(
      Object.fromEntries([...keys].map((key) => [key, RUNG_FAULTS[key]?.costs.toSorted()])),
    );
  });
});
