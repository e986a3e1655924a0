import { describe, expect, test } from "vitest";
import { SCENARIO_NAMES } from "@/agents/mock/scenarios.ts";
import { fleetOf } from "@/agents/mock/testing/fleet-of.ts";
import { judgedFleet } from "@/agents/mock/testing/judged-fleet.ts";
import type { VmNetworkJudgement } from "@/lib/domain/network/vm/judge-vm-network.ts";
import { physicalAdapter, virtualSwitch } from "@/lib/domain/testing/network-cases.ts";
import { judgeNetwork, type NetworkCase } from "@/lib/domain/testing/vm-network-cases.ts";
import { VM_TECHNOLOGIES, type VmTechnology } from "@/lib/domain/words.ts";
import { toLadderWord } from "./ingest/current-vm.ts";
import { countLadders, emptyCounts } from "./ingest/rollup.ts";
import { funnelOf, sumLadders } from "./network-ladders.ts";

function sumsOf(vms: readonly VmNetworkJudgement[]) {
  const counts = emptyCounts();
  for (const { ladders } of vms) countLadders(counts.ladders, ladders.flatMap(toLadderWord));
  return sumLadders([{ counts }]);
}

const ASKED = { iovWeight: 100 };
const SWITCH_WITHOUT_IOV = { switches: [virtualSwitch({ iovEnabled: false })] };
const withoutIov = (support: string | null) =>
  physicalAdapter({
    sriov: { listed: true, support, enabled: true, numVFs: support === null ? null : 0, numAllocatedVFs: 0 },
  });

describe("the last step of the funnel that an adapter reaches", () => {
  test.each<[name: string, technology: VmTechnology, changed: NetworkCase, step: string]>([
    ["a virtual function at work", "sr-iov", { adapter: { ...ASKED, vfDataPathActive: true } }, "active"],
    ["requested, and the guest uses none", "sr-iov", { adapter: ASKED }, "askedFor"],
    ["not requested", "sr-iov", {}, "enabled"],
    [
      "a switch without SR-IOV, requested",
      "sr-iov",
      { adapter: ASKED, report: SWITCH_WITHOUT_IOV },
      "capable",
    ],
    ["a switch without SR-IOV, not requested", "sr-iov", { report: SWITCH_WITHOUT_IOV }, "capable"],
    [
      "an adapter without SR-IOV, requested",
      "sr-iov",
      { adapter: ASKED, report: { physicalAdapters: [withoutIov("MissingPfDriver")] } },
      "adapters",
    ],
    [
      "a switch without SR-IOV on an adapter that has none either",
      "guest-rdma",
      {
        adapter: { iovWeight: 100, rdmaWeight: 100 },
        report: {
          ...SWITCH_WITHOUT_IOV,
          physicalAdapters: [
            physicalAdapter({
              rdma: { listed: false, enabled: null, maxQueuePairs: null, technology: null },
            }),
          ],
        },
      },
      "adapters",
    ],
    [
      "a switch without SR-IOV on an adapter whose SR-IOV is unread",
      "sr-iov",
      { report: { ...SWITCH_WITHOUT_IOV, physicalAdapters: [physicalAdapter({ sriov: null })] } },
      "adapters",
    ],
    ["unread adapters", "sr-iov", { report: { physicalAdapters: null } }, "adapters"],
    ["a VMQ disabled for the VM", "vmq", { adapter: { vmqWeight: 0, vmqUsage: 0 } }, "enabled"],
    ["a disconnected adapter", "sr-iov", { adapter: { connected: false, switchId: null } }, "none"],
  ])("%s (%s)", (_name, technology, changed, step) => {
    const funnel = funnelOf(technology, sumsOf([judgeNetwork(changed)]));
    const steps = ["adapters", "capable", "enabled", "askedFor", "active"] as const;
    expect(steps.findLast((each) => funnel[each] > 0) ?? "none").toBe(step);
  });
});

describe.each(SCENARIO_NAMES)("the funnel of %s", (scenario) => {
  const size = scenario === "large" ? { hosts: 60, vms: 20 } : {};
  const vms = judgedFleet(fleetOf(scenario, size)).flatMap((host) => host.vms.map(({ network }) => network));
  const sums = sumsOf(vms);

  test.each(VM_TECHNOLOGIES)("%s: each step is a part of the one before", (technology) => {
    const { adapters, capable, enabled, askedFor, active, inVain, inVainAt } = funnelOf(technology, sums);
    const steps = [adapters, capable, enabled, askedFor, active];
    expect(steps).toEqual(steps.toSorted((left, right) => right - left));
    const statuses = vms.flatMap(({ ladders }) =>
      ladders.flatMap((each) => (each.technology === technology ? [each.status] : [])),
    );
    const of = (word: string) => statuses.filter((status) => status === word).length;
    expect([adapters, active, inVain]).toEqual([
      statuses.length - of("not-applicable"),
      of("active"),
      of("configured"),
    ]);
    expect(inVainAt.capable + inVainAt.enabled + inVainAt.active).toBe(inVain);
    // A request can stop at a step only if something stops there.
    expect(inVainAt.capable).toBeLessThanOrEqual(adapters - capable);
    expect(inVainAt.enabled).toBeLessThanOrEqual(capable - enabled);
    expect(inVainAt.active).toBe(askedFor - active);
  });
});
