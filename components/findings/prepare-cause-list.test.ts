import { describe, expect, test } from "vitest";
import type { CauseLine } from "@/components/fleet/prepare-causes.ts";
import { narrowCauses, NO_FIX, prepareCosts } from "./prepare-cause-list.ts";

function line(key: string, title: string, cost: string | null): CauseLine {
  return {
    key,
    glyph: "warning",
    word: "warning",
    title,
    rule: "is.vss",
    place: "HV-NUE-07",
    advice: null,
    placeHref: null,
    vms: 1,
    share: 1,
    bar: "warning",
    openedAt: "2026-11-24T06:00:00.000Z",
    change: { words: "0", said: "", isNew: false },
    cost: cost === null ? null : { words: cost, whole: cost },
    href: "/vms",
    isFirst: false,
  };
}

const LINES = [
  line("a", "Backups cannot quiesce this guest", "nothing"),
  line("b", "Host SR-IOV unavailable", "an outage"),
  line("c", "SR-IOV is asked for", "an outage"),
  line("d", "Nothing is known", null),
];

describe("searching causes", () => {
  test.each([
    { name: "no filter is set", url: { search: " ", cost: [] }, keys: ["a", "b", "c", "d"] },
    { name: "words in any order and case", url: { search: "iov HOST", cost: [] }, keys: ["b"] },
    { name: "a rule or a place", url: { search: "is.vss nue-07", cost: [] }, keys: ["a", "b", "c", "d"] },
    { name: "a cost", url: { search: "", cost: ["nothing"] }, keys: ["a"] },
    { name: "any of several costs", url: { search: "", cost: ["nothing", NO_FIX] }, keys: ["a", "d"] },
    { name: "both must hold", url: { search: "sr-iov", cost: ["nothing"] }, keys: [] },
  ])("$name: $keys", ({ url, keys }) => {
    expect(narrowCauses(LINES, url).map(({ key }) => key)).toEqual(keys);
  });

  test("costs are counted without their own filter, no cost first and no known fix last", () => {
    expect(
      prepareCosts(LINES, { search: "", cost: ["nothing"] }).map(({ value, count }) => [value, count]),
    ).toEqual([
      ["nothing", 1],
      ["an outage", 2],
      [NO_FIX, 1],
    ]);
    expect(prepareCosts(LINES, { search: "sr-iov", cost: ["nothing"] })).toMatchObject([
      { value: "nothing", count: 0, isChosen: true },
      { value: "an outage", count: 2 },
    ]);
  });
});
