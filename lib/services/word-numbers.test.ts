import { expect, test } from "vitest";
import { WordNumbers } from "./word-numbers.ts";

test("words that come and go are forgotten, and those in use keep their meaning", () => {
  const numbers = new WordNumbers();
  const words = ["a", "b", "c"];
  let most = 0;
  let used: number[] = [];
  for (let round = 0; round < 100; round += 1) {
    for (let passing = 0; passing < 1_000; passing += 1) numbers.of(`${round} ${passing}`);
    used = words.map((word) => numbers.of(word));
    if (numbers.isFull) numbers.renumber((to) => (used = used.map(to)));
    most = Math.max(most, numbers.of(`last of ${round}`));
  }
  expect(most).toBeLessThan(25_000);
  expect(used).toEqual(words.map((word) => numbers.find(word)));
  expect(numbers.find("0 0")).toBeNull();
});
