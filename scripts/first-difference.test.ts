import { expect, test } from "vitest";
import { firstDifference } from "./first-difference.ts";

test("equal texts have no difference", () => {
  expect(firstDifference("a\nb\n", "a\nb\n")).toBeNull();
});

test.each([
  {
    name: "a changed line",
    before: "a\nb\nc",
    after: "a\nB\nc",
    shown: "  line 2:\n    a\n  - b\n  - c\n  + B\n  + c",
  },
  { name: "an added line", before: "a", after: "a\nb", shown: "  line 2:\n    a\n  + b" },
  { name: "a removed line", before: "a\nb", after: "a", shown: "  line 2:\n    a\n  - b" },
  { name: "nothing committed", before: "", after: "a", shown: "  line 1:\n  - \n  + a" },
])("$name is shown", ({ before, after, shown }) => {
  expect(firstDifference(before, after)).toBe(shown);
});

test("long lines are cut", () => {
  const lines = Array.from({ length: 100 }, (_, index) => String(index)).join("\n");
  expect(firstDifference("", lines)).toContain("… 94 more lines");
  expect(firstDifference("", "x".repeat(1000))?.length).toBeLessThan(200);
});
