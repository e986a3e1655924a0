import { describe, expect, test } from "vitest";
import { judgeHostNetwork } from "@/lib/domain/network/host/judge-host-network.ts";
import type { NetworkScene } from "@/lib/domain/network/path.ts";
import { lbfoNetwork, networkOf, physicalAdapter, secondPort } from "@/lib/domain/testing/network-cases.ts";
import { hostNetworkCounts } from "./host-network-counts.ts";

function adaptersOf(network: NetworkScene): string {
  return hostNetworkCounts(judgeHostNetwork({ network, vms: [] }), network).adapters;
}

describe("the adapters of a host", () => {
  test("two adapters of one model are counted as two", () => {
    expect(adaptersOf(networkOf({ physicalAdapters: [physicalAdapter(), secondPort()] }))).toBe(
      "2 × ConnectX-6 Dx Adapter, 25 Gbps",
    );
  });

  test("an adapter that is down is not counted", () => {
    const down = secondPort({ status: "Disconnected" });
    expect(adaptersOf(networkOf({ physicalAdapters: [physicalAdapter(), down] }))).toBe(
      "ConnectX-6 Dx Adapter, 25 Gbps",
    );
  });

  test("a team's own adapter is not counted", () => {
    expect(adaptersOf(networkOf(lbfoNetwork()))).toBe("2 × ConnectX-6 Dx Adapter, 25 Gbps");
  });
});
