import { describe, expect, test } from "vitest";
import { compareOrders, countWaiting } from "./prepare-order.ts";

describe("what changed in an order", () => {
  test.each([
    { name: "nothing", shown: "abc", wanted: "abc", is: { added: 0, removed: 0, moved: 0 } },
    { name: "one to the top", shown: "abcd", wanted: "dabc", is: { added: 0, removed: 0, moved: 1 } },
    { name: "two neighbours", shown: "abcd", wanted: "acbd", is: { added: 0, removed: 0, moved: 1 } },
    { name: "all reversed", shown: "abcd", wanted: "dcba", is: { added: 0, removed: 0, moved: 3 } },
    { name: "a new one", shown: "abc", wanted: "abxc", is: { added: 1, removed: 0, moved: 0 } },
    { name: "one gone, one new", shown: "abc", wanted: "xac", is: { added: 1, removed: 1, moved: 0 } },
    { name: "from nothing", shown: "", wanted: "ab", is: { added: 2, removed: 0, moved: 0 } },
  ])("$name: $shown → $wanted", ({ shown, wanted, is }) => {
    expect(compareOrders(shown.split(""), wanted.split(""))).toEqual(is);
  });
});

describe("changes that wait for the reader", () => {
  test.each([
    { name: "nothing", shown: "a b c", wanted: "a b c", count: 0 },
    { name: "a new verdict without a move", shown: "a b", wanted: "a! b", count: 0 },
    { name: "one bad VM that moves its whole host up", shown: "a b c d e", wanted: "e! c d a b", count: 1 },
    { name: "rows that move for another reason", shown: "a b c", wanted: "b c a", count: 1 },
    { name: "one new, one gone", shown: "a b", wanted: "b c", count: 2 },
  ])("$name: $count", ({ shown, wanted, count }) => {
    expect(countWaiting(list(shown), list(wanted))).toBe(count);
  });
});

/** "a b!" is two VMs, of which the second needs attention. */
function list(words: string) {
  return words
    .split(" ")
    .map((word) => ({ id: word.charAt(0), health: word.endsWith("!") ? "warning" : "healthy" }));
}
