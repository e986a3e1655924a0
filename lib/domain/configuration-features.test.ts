import { describe, expect, test } from "vitest";
import { featuresGained } from "./configuration-features.ts";

describe("features gained by a newer configuration version", () => {
  test.each<{ name: string; from: string; to: string; generation: 1 | 2 | null; gained: string[] }>([
    { name: "to 7.0", from: "6.2", to: "7.0", generation: 2, gained: ["virtual TPM (7.0)"] },
    { name: "the same for generation 1", from: "6.2", to: "7.0", generation: 1, gained: [] },
    {
      name: "generation unread: only what both have",
      from: "6.2",
      to: "7.1",
      generation: null,
      gained: ["VMMQ (7.1)"],
    },
    {
      name: "9.0 to 10.0",
      from: "9.0",
      to: "10.0",
      generation: 2,
      gained: ["nested virtualization on AMD (9.3)"],
    },
    { name: "9.3 to 10.0 brings nothing of its own", from: "9.3", to: "10.0", generation: 2, gained: [] },
    { name: "10.0 to 12.0", from: "10.0", to: "12.0", generation: 2, gained: ["GPU partitions (12.0)"] },
    { name: "no version", from: "new", to: "12.0", generation: 2, gained: [] },
  ])("$name", ({ from, to, generation, gained }) => {
    expect(featuresGained(from, to, generation)).toEqual(gained);
  });

  test("from the oldest to the newest, all that the generation has", () => {
    expect(featuresGained("5.0", "12.0", 2)).toHaveLength(18);
    expect(featuresGained("5.0", "12.0", 1)).toHaveLength(12);
  });
});
