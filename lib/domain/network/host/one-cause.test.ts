import { expect, test } from "vitest";
import { judgeNetwork } from "../../testing/vm-network-cases.ts";
import { lbfoNetwork, networkOf, physicalAdapter, virtualSwitch } from "../../testing/network-cases.ts";
import { sampleSnapshot, sampleVm, sampleVmAdapter } from "../../sample-facts.ts";
import type { SnapshotFacts, VmAdapterFacts } from "../../facts.ts";
import { judgeHostNetwork } from "./judge-host-network.ts";

/** VMs judged on their host as in a report, and the host judged with their results. */
function judged(count: number, adapter: Partial<VmAdapterFacts>, report: Partial<SnapshotFacts>) {
  const vms = Array.from({ length: count }, (_, index) => ({
    vm: sampleVm({
      id: `7c6d2f0e-5a1b-4c3d-9e8f-${String(index).padStart(12, "0")}`,
      name: `APP-${index}`,
      adapters: [sampleVmAdapter(adapter)],
    }),
    ...judgeNetwork({ adapter, report }),
  }));
  const { host } = sampleSnapshot();
  const { outcomes } = judgeHostNetwork({ network: networkOf({ host, ...report }), vms });
  const ofHost = outcomes.flatMap(({ rule, outcome, touchedVms }) =>
    outcome.status === "finding" ? `${rule} ${outcome.severity} ${touchedVms.length}` : [],
  );
  const ofVms = vms.flatMap((each) =>
    each.outcomes.flatMap(({ rule, outcome }) => (outcome.status === "finding" ? rule : [])),
  );
  return { ofHost, ofVms };
}

const ASKS = { iovWeight: 100 };
const { sriov, rdma, vmq } = physicalAdapter();
const noQueues = { vmq: vmq && { ...vmq, allocatedQueues: 0, enabled: false } };

test.each<[name: string, adapter: Partial<VmAdapterFacts>, report: Partial<SnapshotFacts>, ofHost: string[]]>(
  [
    [
      "a switch that was not created with SR-IOV",
      ASKS,
      { switches: [virtualSwitch({ iovEnabled: false })] },
      ["host.sr-iov warning 40"],
    ],
    [
      "SR-IOV off at the adapter",
      ASKS,
      { physicalAdapters: [physicalAdapter({ sriov: sriov && { ...sriov, enabled: false } })] },
      ["host.sr-iov warning 40"],
    ],
    ["an LBFO team", ASKS, lbfoNetwork(), ["host.lbfo-under-switch warning 40"]],
    [
      "guest RDMA without RDMA at the adapter",
      { ...ASKS, rdmaWeight: 100, vfDataPathActive: true },
      { physicalAdapters: [physicalAdapter({ rdma: rdma && { ...rdma, enabled: false } })] },
      ["host.rdma warning 40"],
    ],
    [
      "SR-IOV and guest RDMA, stopped by one switch",
      { ...ASKS, rdmaWeight: 100 },
      { switches: [virtualSwitch({ iovEnabled: false })] },
      ["host.sr-iov warning 40"],
    ],
    [
      "VMQ off at the adapter, which takes vRSS and VMMQ with it",
      { vmqUsage: 0, vmmqEnabledRequested: true },
      { physicalAdapters: [physicalAdapter(noQueues)] },
      ["host.vmq info 40"],
    ],
    [
      "VMMQ off at the adapter",
      { vmmqEnabledRequested: true },
      { physicalAdapters: [physicalAdapter({ rssOnHostVPorts: 0 })] },
      ["host.vmmq info 40"],
    ],
  ],
)("forty VMs, one cause, one finding: %s", (_name, adapter, report, ofHost) => {
  expect(judged(40, adapter, report)).toEqual({ ofHost, ofVms: [] });
});
