import { describe, expect, test } from "vitest";
import type { AccelerationStatus } from "../words.ts";
import {
  allOf,
  describeLadder,
  holds,
  isAtLeast,
  judgeLadder,
  type LadderDefinition,
  type RungDefinition,
  type RungStatus,
} from "./ladder.ts";

interface Scene {
  rungs: RungStatus[];
  settled?: AccelerationStatus;
}

const REMEDY = {
  runOn: "host",
  shell: "powershell",
  platform: null,
  command: "Get-Date",
  cost: "nothing",
  note: "",
} as const;

const rung = (index: number, changed: Partial<RungDefinition<Scene>> = {}): RungDefinition<Scene> => ({
  key: `rung-${index}`,
  title: `Rung ${index}`,
  check: ({ rungs }) => rungs[index] ?? "pass",
  evidence: () => [{ name: "index", value: index }],
  remedy: () => REMEDY,
  ...changed,
});

const LADDER: LadderDefinition<Scene, "vmq"> = {
  technology: "vmq",
  rungs: [rung(0), rung(1), rung(2, { isGuests: true })],
  adapterOf: () => ({ id: "id", name: "name" }),
  settled: ({ settled }) => settled ?? null,
  whenBroken: (_scene, { key }) => (key === "rung-0" ? "blocked" : "configured"),
  whenWhole: (_scene, isSomeUnknown) => (isSomeUnknown ? "unknown" : "ready"),
};

describe("a ladder", () => {
  test.each<[name: string, scene: Scene, status: AccelerationStatus, brokenRung: string | null]>([
    ["holds", { rungs: [] }, "ready", null],
    ["is broken at its first broken rung", { rungs: ["fail", "fail"] }, "blocked", "rung-0"],
    ["the rung determines what broken means", { rungs: ["pass", "fail"] }, "configured", "rung-1"],
    ["is broken also above a rung that is unknown", { rungs: ["unknown", "fail"] }, "configured", "rung-1"],
    ["is unknown with an unknown rung", { rungs: ["pass", "unknown"] }, "unknown", null],
    ["does not mind what only the guest knows", { rungs: ["pass", "pass", "unknown"] }, "ready", null],
    ["minds what the guest is known to lack", { rungs: ["pass", "pass", "fail"] }, "configured", "rung-2"],
    ["does not mind what does not apply", { rungs: ["not-applicable"] }, "ready", null],
    ["is settled by traffic, whatever is broken", { rungs: ["fail"], settled: "active" }, "active", null],
  ])("%s", (_name, scene, status, brokenRung) => {
    const lean = judgeLadder(LADDER, scene);
    expect(lean).toEqual({ technology: "vmq", adapterId: "id", adapterName: "name", status, brokenRung });
    expect(describeLadder(LADDER, scene)).toMatchObject(lean);
  });

  test("is described with every rung, and with a remedy where it is broken or only the guest knows", () => {
    const { rungs } = describeLadder(LADDER, {
      rungs: ["pass", "fail", "unknown"],
      settled: "not-applicable",
    });
    expect(rungs).toEqual([
      {
        key: "rung-0",
        title: "Rung 0",
        fault: "Rung 0",
        status: "pass",
        evidence: [{ name: "index", value: 0 }],
        remedy: null,
      },
      {
        key: "rung-1",
        title: "Rung 1",
        fault: "Rung 1",
        status: "fail",
        evidence: [{ name: "index", value: 1 }],
        remedy: REMEDY,
      },
      {
        key: "rung-2",
        title: "Rung 2",
        fault: "Rung 2",
        status: "unknown",
        evidence: [{ name: "index", value: 2 }],
        remedy: REMEDY,
      },
    ]);
  });
});

describe("what was read", () => {
  test.each<[statuses: RungStatus[], all: RungStatus]>([
    [[], "not-applicable"],
    [["not-applicable"], "not-applicable"],
    [["not-applicable", "pass"], "pass"],
    [["pass", "unknown"], "unknown"],
    [["unknown", "pass"], "unknown"],
    [["unknown", "fail"], "fail"],
    [["fail", "unknown"], "fail"],
  ])("all of %j: %s", (statuses, all) => {
    expect(allOf(statuses)).toBe(all);
  });

  test("holds, is broken, or is unknown", () => {
    expect([true, false, null].map(holds)).toEqual(["pass", "fail", "unknown"]);
    expect([10, 11, 9, null].map((value) => isAtLeast(value, 10))).toEqual([
      "pass",
      "pass",
      "fail",
      "unknown",
    ]);
  });
});
