import { describe, expect, test } from "vitest";
import { compareOrders } from "./prepare-order.ts";

describe("what changed in an order", () => {
  test.each([
    { name: "nothing", shown: "abc", wanted: "abc", is: { added: 0, removed: 0, moved: 0 } },
    { name: "one to the top", shown: "abcd", wanted: "dabc", is: { added: 0, removed: 0, moved: 1 } },
    { name: "two neighbours", shown: "abcd", wanted: "acbd", is: { added: 0, removed: 0, moved: 1 } },
    { name: "all turned round", shown: "abcd", wanted: "dcba", is: { added: 0, removed: 0, moved: 3 } },
    { name: "a new one", shown: "abc", wanted: "abxc", is: { added: 1, removed: 0, moved: 0 } },
    { name: "one gone, one new", shown: "abc", wanted: "xac", is: { added: 1, removed: 1, moved: 0 } },
    { name: "from nothing", shown: "", wanted: "ab", is: { added: 2, removed: 0, moved: 0 } },
  ])("$name: $shown → $wanted", ({ shown, wanted, is }) => {
    expect(compareOrders([...shown], [...wanted])).toEqual(is);
  });
});
