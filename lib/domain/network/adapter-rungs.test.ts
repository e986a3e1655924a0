import { describe, expect, test } from "vitest";
import type { PhysicalAdapterFacts } from "../facts.ts";
import { GBPS, physicalAdapter, PORT_1 } from "../testing/network-cases.ts";
import {
  rdmaEnabled,
  rdmaSupported,
  sriovEnabled,
  sriovSupported,
  vmmqKeyword,
  vmmqSupported,
  vmqEnabled,
  vmqLinkSpeed,
  vmqSupported,
} from "./adapter-rungs.ts";
import type { RungDefinition, RungStatus } from "./ladder.ts";

type Rung = RungDefinition<PhysicalAdapterFacts>;
type Row = [
  name: string,
  rung: Rung,
  adapter: Partial<PhysicalAdapterFacts>,
  status: RungStatus,
  remedy?: RegExp,
];

const { sriov: SRIOV, vmq: VMQ, rdma: RDMA } = physicalAdapter();
const sriov = (changed: Partial<NonNullable<typeof SRIOV>>) => ({ sriov: SRIOV && { ...SRIOV, ...changed } });
const vmq = (changed: Partial<NonNullable<typeof VMQ>>) => ({ vmq: VMQ && { ...VMQ, ...changed } });
const rdma = (changed: Partial<NonNullable<typeof RDMA>>) => ({ rdma: RDMA && { ...RDMA, ...changed } });
const speed = (linkSpeedBitsPerSecond: number | null) => ({ linkSpeedBitsPerSecond });

describe("a rung of one adapter", () => {
  test.each<Row>([
    ["SR-IOV supported", sriovSupported, {}, "pass"],
    [
      "not listed: the driver has none",
      sriovSupported,
      sriov({ listed: false, support: null, numVFs: null }),
      "fail",
      /newer vendor driver/,
    ],
    ["no access control services", sriovSupported, sriov({ support: "MissingAcs" }), "fail", /ACS/],
    [
      "no driver for the physical function",
      sriovSupported,
      sriov({ support: "MissingPfDriver" }),
      "fail",
      /latest driver/,
    ],
    ["no bus numbers", sriovSupported, sriov({ support: "NoBusResources" }), "fail", /bus numbers/],
    ["no I/O memory management", sriovSupported, sriov({ support: "NoIoMmuSupport" }), "fail", /VT-d/],
    ["no address space", sriovSupported, sriov({ support: "NoVfBarSpace" }), "fail", /above 4 GB/],
    ["no hand-over by the firmware", sriovSupported, sriov({ support: "NoOscSupport" }), "fail", /_OSC/],
    ["Windows does not know", sriovSupported, sriov({ support: "Unknown" }), "unknown"],
    ["an unknown reason", sriovSupported, sriov({ support: "NoMagic" }), "unknown"],
    ["no virtual functions", sriovSupported, sriov({ numVFs: 0 }), "fail", /own setup/],
    ["one virtual function", sriovSupported, sriov({ numVFs: 1 }), "pass"],
    ["virtual functions unread", sriovSupported, sriov({ numVFs: null }), "unknown"],
    ["support unread", sriovSupported, sriov({ support: null }), "unknown"],
    [
      "support unread, and no virtual functions",
      sriovSupported,
      sriov({ support: null, numVFs: 0 }),
      "fail",
      /own setup/,
    ],
    ["listing unread, the rest reported", sriovSupported, sriov({ listed: null }), "pass"],
    ["unread", sriovSupported, { sriov: null }, "unknown"],

    ["on", sriovEnabled, {}, "pass"],
    ["off", sriovEnabled, sriov({ enabled: false }), "fail", /Enable-NetAdapterSriov/],
    ["unread", sriovEnabled, sriov({ enabled: null }), "unknown"],
    ["all unread", sriovEnabled, { sriov: null }, "unknown"],
    ["nothing to switch", sriovEnabled, sriov({ listed: false, enabled: null }), "not-applicable"],

    ["queues", vmqSupported, {}, "pass"],
    ["one queue", vmqSupported, vmq({ numberOfReceiveQueues: 1 }), "pass"],
    ["no queue", vmqSupported, vmq({ numberOfReceiveQueues: 0 }), "fail", /not support VMQ/],
    [
      "not listed",
      vmqSupported,
      vmq({ listed: false, numberOfReceiveQueues: null }),
      "fail",
      /not support VMQ/,
    ],
    ["queues unread", vmqSupported, vmq({ numberOfReceiveQueues: null }), "unknown"],
    ["unread", vmqSupported, { vmq: null }, "unknown"],

    ["on", vmqEnabled, {}, "pass"],
    ["off", vmqEnabled, vmq({ enabled: false }), "fail", /Enable-NetAdapterVmq/],
    ["unread", vmqEnabled, { vmq: null }, "unknown"],
    ["nothing to switch", vmqEnabled, vmq({ listed: false, enabled: null }), "not-applicable"],

    ["25 Gbps", vmqLinkSpeed, speed(25 * GBPS), "pass"],
    ["10 Gbps", vmqLinkSpeed, speed(10 * GBPS), "pass"],
    ["just below 10 Gbps", vmqLinkSpeed, speed(10 * GBPS - 1), "fail"],
    ["1 Gbps", vmqLinkSpeed, speed(GBPS), "fail"],
    ["unread", vmqLinkSpeed, speed(null), "unknown"],

    ["1", vmmqKeyword, { rssOnHostVPorts: 1 }, "pass"],
    ["0", vmmqKeyword, { rssOnHostVPorts: 0 }, "fail", /RssOnHostVPorts/],
    ["missing: nothing to switch", vmmqKeyword, { rssOnHostVPorts: null }, "not-applicable"],
    ["unread", vmmqKeyword, { rssOnHostVPorts: null, vmq: null }, "unknown"],

    ["the keyword 1", vmmqSupported, { rssOnHostVPorts: 1 }, "pass"],
    ["the keyword 0", vmmqSupported, { rssOnHostVPorts: 0 }, "pass"],
    ["the keyword missing", vmmqSupported, { rssOnHostVPorts: null }, "fail", /not support VMMQ/],
    [
      "the keyword missing, and no queues",
      vmmqSupported,
      { rssOnHostVPorts: null, ...vmq({ listed: false, numberOfReceiveQueues: null }) },
      "fail",
      /not support VMMQ/,
    ],
    ["the keyword unread with the queues", vmmqSupported, { rssOnHostVPorts: null, vmq: null }, "unknown"],
    [
      "the keyword unread, and whether queues are listed",
      vmmqSupported,
      { rssOnHostVPorts: null, ...vmq({ listed: null }) },
      "unknown",
    ],

    ["queue pairs", rdmaSupported, {}, "pass"],
    ["one pair", rdmaSupported, rdma({ maxQueuePairs: 1 }), "pass"],
    ["no pair", rdmaSupported, rdma({ maxQueuePairs: 0 }), "fail", /not support RDMA/],
    ["not listed", rdmaSupported, rdma({ listed: false, maxQueuePairs: null }), "fail", /not support RDMA/],
    ["unread", rdmaSupported, { rdma: null }, "unknown"],

    ["on", rdmaEnabled, {}, "pass"],
    ["off", rdmaEnabled, rdma({ enabled: false }), "fail", /Enable-NetAdapterRdma/],
    ["unread", rdmaEnabled, { rdma: null }, "unknown"],
    ["nothing to switch", rdmaEnabled, rdma({ listed: false, enabled: null }), "not-applicable"],
  ])("%s, $key: %s", (_name, rung, changed, status, remedy) => {
    const adapter = physicalAdapter(changed);
    expect(rung.check(adapter)).toBe(status);
    expect(rung.evidence(adapter).length).toBeGreaterThan(0);
    if (!remedy) return;
    const { command = "", note = "", cost } = rung.remedy(adapter) ?? {};
    expect(`${command} ${note}`).toMatch(remedy);
    expect(command).toContain(`'{${PORT_1}}'`);
    expect(cost).toBeTruthy();
  });
});
