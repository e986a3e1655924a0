import { describe, expect, test } from "vitest";
import { guid } from "@/lib/contract/agent/leaf.ts";
import { noise, Random, uuidV7 } from "./random.ts";

function draw(...labels: (string | number)[]): number[] {
  const random = new Random(...labels);
  return Array.from({ length: 20 }, () => random.word());
}

describe("Random", () => {
  test("the same labels give the same sequence, others a different one", () => {
    expect(draw("a", 1)).toEqual(draw("a", 1));
    expect(draw("a", 1)).not.toEqual(draw("a", 2));
    expect(draw("a", 11)).not.toEqual(draw("a1", 1));
  });

  test("spreads evenly", () => {
    const random = new Random("spread");
    const buckets = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 20_000; draw++) {
      const place = Math.floor(random.next() * 10);
      buckets[place] = (buckets[place] ?? 0) + 1;
    }
    for (const count of buckets) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  test("whole numbers reach both ends and nothing beyond", () => {
    const random = new Random("int");
    const drawn = new Set(Array.from({ length: 400 }, () => random.int(3, 6)));
    expect(drawn).toEqual(new Set([3, 4, 5, 6]));
  });

  test("weights are shares, and a weight of 0 is never picked", () => {
    const random = new Random("weights");
    const drawn = Array.from({ length: 4000 }, () =>
      random.weighted([
        ["often", 3],
        ["never", 0],
        ["rarely", 1],
      ]),
    );
    expect(drawn).not.toContain("never");
    expect(drawn.filter((word) => word === "often").length / 4000).toBeCloseTo(0.75, 1);
  });

  test("GUIDs are in report format and do not repeat", () => {
    const random = new Random("guid");
    const guids = Array.from({ length: 5000 }, () => random.guid());
    expect(new Set(guids).size).toBe(5000);
    for (const one of guids.slice(0, 200)) expect(guid.safeParse(one).success).toBe(true);
  });
});

test("noise changes with the tick, and only with it", () => {
  expect(noise(7, 3)).toBe(noise(7, 3));
  expect(new Set([noise(7, 3), noise(7, 4), noise(8, 3), noise(7, 3, 1)]).size).toBe(4);
});

test("a UUID of version 7 begins with its time", () => {
  const at = Date.parse("2026-11-23T08:14:03.120Z");
  const id = uuidV7(at, new Random("id"));
  expect(guid.safeParse(id).success).toBe(true);
  expect(id.charAt(14)).toBe("7");
  expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(at);
});
