import { describe, expect, test } from "vitest";
import { lbfoNetwork, networkOf, physicalAdapter, secondPort } from "@/lib/domain/testing/network-cases.ts";
import { hostNetworkCounts } from "./host-network-counts.ts";

describe("counts of a host's adapters", () => {
  test("two adapters of one model are counted as two", () => {
    const { adapters, idle } = hostNetworkCounts(
      [],
      networkOf({ physicalAdapters: [physicalAdapter(), secondPort()] }),
    );
    expect(adapters).toBe("2 × ConnectX-6 Dx Adapter, 25 Gbps");
    expect(idle.queues).toEqual({ present: 126, used: 2 });
  });

  test("an adapter that is down is not counted", () => {
    const down = secondPort({ status: "Disconnected" });
    const { idle } = hostNetworkCounts([], networkOf({ physicalAdapters: [physicalAdapter(), down] }));
    expect(idle.queues).toEqual({ present: 63, used: 1 });
  });

  test("a team's own adapter is not counted a second time", () => {
    const { adapters, idle } = hostNetworkCounts([], networkOf(lbfoNetwork()));
    expect(adapters).toBe("2 × ConnectX-6 Dx Adapter, 25 Gbps");
    expect(idle.queues).toEqual({ present: 126, used: 2 });
  });
});
