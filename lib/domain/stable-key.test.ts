import { expect, test } from "vitest";
import { stableKey } from "./stable-key.ts";

const KEY = stableKey({ b: [{ y: 1, x: null }, 2], a: "1" });

test.each<{ name: string; value: unknown }>([
  { name: "keys in another order", value: { a: "1", b: [{ y: 1, x: null }, 2] } },
  { name: "keys inside a list in another order", value: { b: [{ x: null, y: 1 }, 2], a: "1" } },
  { name: "a key that holds nothing", value: { b: [{ y: 1, x: null }, 2], a: "1", c: undefined } },
])("is the same: $name", ({ value }) => {
  expect(stableKey(value)).toBe(KEY);
});

test.each<{ name: string; value: unknown }>([
  { name: "a list in another order", value: { b: [2, { y: 1, x: null }], a: "1" } },
  { name: "a number for a text", value: { b: [{ y: 1, x: null }, 2], a: 1 } },
  { name: "a key that holds null left out", value: { b: [{ y: 1 }, 2], a: "1" } },
  {
    name: "a key with a name of the language's own",
    value: JSON.parse('{"b":[{"y":1,"x":null},2],"a":"1","__proto__":1}'),
  },
])("is another: $name", ({ value }) => {
  expect(stableKey(value)).not.toBe(KEY);
});
