import { describe, expect, it } from "vitest";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { prepareLadders } from "./prepare-ladders.ts";

type Acceleration = VmView["acceleration"][number];

describe("the ladders of a VM's network", () => {
  it("are grouped by adapter, and adapters with the same name stay separate", () => {
    const adapters = prepareLadders([
      ladder({ adapterId: "a", technology: "sr-iov" }),
      ladder({ adapterId: "b", technology: "sr-iov" }),
      ladder({ adapterId: "a", technology: "vmq" }),
    ]);
    expect(adapters.map(({ key, ladders }) => [key, ...ladders.map(({ label }) => label)])).toEqual([
      ["a", "SR-IOV", "VMQ"],
      ["b", "SR-IOV"],
    ]);
  });

  it.each([
    [null, ["", "", ""]],
    ["one", ["broken", "below", "below"]],
    ["two", ["", "broken", "below"]],
    ["three", ["", "", "broken"]],
    ["of-another-version", ["", "", ""]],
  ])("broken at %s show the rungs below it as quiet", (brokenRung, expected) => {
    const rungs = ["one", "two", "three"].map(rung);
    const [adapter] = prepareLadders([ladder({ brokenRung, rungs })]);
    const marks = adapter?.ladders[0]?.rungs.map(({ isBroken, isBelow }) =>
      isBroken ? "broken" : isBelow ? "below" : "",
    );
    expect(marks).toEqual(expected);
  });
});

function ladder(change: Partial<Acceleration>): Acceleration {
  return {
    adapterId: "a",
    adapterName: "Prod",
    technology: "sr-iov",
    status: "blocked",
    brokenRung: null,
    rungs: [],
    ...change,
  };
}

function rung(key: string): Acceleration["rungs"][number] {
  return { key, title: key, fault: key, status: "pass", evidence: [], remedy: null };
}
