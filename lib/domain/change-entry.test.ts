import { describe, expect, test } from "vitest";
import { boundedEntries, type ChangeEntry, factChange, MAX_ENTRIES, valueChange } from "./change-entry.ts";

describe("factChange", () => {
  test.each([
    { from: 4, to: 4, entry: null },
    { from: 4, to: 8, entry: ["4", "8"] },
    { from: false, to: true, entry: ["false", "true"] },
    { from: "", to: "#prod", entry: ["", "#prod"] },
    { from: null, to: 8, entry: null },
    { from: 4, to: null, entry: null },
    { from: null, to: null, entry: null },
  ])("$from → $to", ({ from, to, entry }) => {
    const change = factChange("configuration", "field", from, to);
    expect(change && [change.from, change.to]).toEqual(entry);
  });
});

describe("valueChange", () => {
  test.each([
    { from: null, to: "CL-1", entry: [null, "CL-1"] },
    { from: "CL-1", to: null, entry: ["CL-1", null] },
    { from: null, to: null, entry: null },
    { from: "a", to: "a", entry: null },
  ])("$from → $to", ({ from, to, entry }) => {
    const change = valueChange("host", "cluster", from, to);
    expect(change && [change.from, change.to]).toEqual(entry);
  });

  test.each([
    { name: "200 characters stay", text: "a".repeat(200), to: "a".repeat(200) },
    { name: "201 are cut to 200", text: "a".repeat(201), to: `${"a".repeat(199)}…` },
    {
      name: "a pair that ends on the cut stays whole",
      text: `${"a".repeat(197)}😀${"b".repeat(9)}`,
      to: `${"a".repeat(197)}😀…`,
    },
    {
      name: "a pair across the cut is left out",
      text: `${"a".repeat(198)}😀${"b".repeat(9)}`,
      to: `${"a".repeat(198)}…`,
    },
  ])("$name", ({ text, to }) => {
    const change = valueChange("configuration", text, "before", text);
    expect(change).toEqual({ kind: "configuration", field: to, from: "before", to });
    expect(to.isWellFormed()).toBe(true);
  });

  test("compares what was said, not what is shown of it", () => {
    const long = "a".repeat(300);
    expect(valueChange("configuration", "notes", `${long}1`, `${long}2`)).not.toBeNull();
  });
});

test.each([
  { entries: 0, kept: 0, last: undefined },
  { entries: MAX_ENTRIES, kept: MAX_ENTRIES, last: "49" },
  { entries: MAX_ENTRIES + 1, kept: MAX_ENTRIES, last: "2 more changes" },
  { entries: 300, kept: MAX_ENTRIES, last: "251 more changes" },
])("boundedEntries keeps $kept of $entries", ({ entries, kept, last }) => {
  const all = Array.from({ length: entries }, (_, index): ChangeEntry => {
    return { kind: "network", field: "f", from: null, to: String(index) };
  });
  expect(boundedEntries(all)).toHaveLength(kept);
  expect(boundedEntries(all).at(-1)?.to).toBe(last);
});
