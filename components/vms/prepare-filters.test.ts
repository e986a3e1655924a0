import { describe, expect, test } from "vitest";
import { prepareTokens, toggleValue, withoutToken } from "./prepare-filters.ts";
import { toFilters, toListing } from "./vm-listing.ts";
import type { VmUrl } from "./vm-search-params.ts";

const EMPTY: VmUrl = {
  search: "",
  host: [],
  cluster: [],
  tag: [],
  state: [],
  health: [],
  generation: [],
  guestOs: [],
  service: [],
  acceleration: [],
  capability: [],
  rung: [],
  rule: [],
  conversion: [],
  check: [],
  configurationVersion: [],
  gone: [],
  sort: null,
  group: "host",
  quiet: "shown",
  fold: [],
  rows: "28",
};

const NO_NAMES: ReadonlyMap<string, string> = new Map();

describe("filters in words", () => {
  test("each value is a token of its own", () => {
    const url = {
      ...EMPTY,
      search: " lohn ",
      health: ["critical", "warning"],
      service: ["vss:failed"],
      host: ["h1"],
    };
    expect(prepareTokens(url, () => "HV-BER-02", NO_NAMES).map((token) => token.words)).toEqual([
      "name ~ lohn",
      "health = critical",
      "health = warning",
      "VSS backup = failed",
      "host = HV-BER-02",
    ]);
  });

  test.each([
    [{ acceleration: ["sr-iov:blocked"] }, "SR-IOV = blocked"],
    [{ rung: ["sr-iov:switch-iov"] }, "SR-IOV broken at switch-iov"],
    [{ rung: ["sr-iov:switch-iov:configured"] }, "SR-IOV configured, broken at switch-iov"],
    [{ rule: ["host.sr-iov"] }, "rule = host.sr-iov"],
    [{ capability: ["vtpm:available"] }, "Virtual TPM = available"],
    [{ capability: ["of-another-version:in-use"] }, "of-another-version = in use"],
    [{ conversion: ["blocked"] }, "conversion to generation 2 = blocked"],
    [{ check: ["G5:caution"] }, "check G5 = caution"],
    [{ configurationVersion: ["8.0"] }, "configuration version = 8.0"],
  ])("%o is shown as %s, and requested", (filter, words) => {
    const url = { ...EMPTY, ...filter };
    expect(
      prepareTokens(url, String, new Map([["vtpm", "Virtual TPM"]])).map((token) => token.words),
    ).toEqual([words]);
    expect(toFilters(url)).toEqual(filter);
  });

  test.each([
    { gone: ["true"], tokens: ["gone"], filters: { gone: true } },
    { gone: ["false"], tokens: [], filters: {} },
  ])("gone as $gone is $filters", ({ gone, tokens, filters }) => {
    const url = { ...EMPTY, gone };
    expect(prepareTokens(url, String, NO_NAMES).map((token) => token.words)).toEqual(tokens);
    expect(toFilters(url)).toEqual(filters);
  });

  test("a token removes only its own value", () => {
    const url = { ...EMPTY, health: ["critical", "warning"] };
    const [first] = prepareTokens(url, String, NO_NAMES);
    expect(first && withoutToken(url, first)).toEqual({ health: ["warning"] });
  });

  test.each([
    { name: "a click sets", before: [], value: "a", isAdding: false, after: ["a"] },
    {
      name: "a click replaces the others",
      before: ["a", "b"],
      value: "c",
      isAdding: false,
      after: ["c"],
    },
    { name: "a click on the only one clears", before: ["a"], value: "a", isAdding: false, after: [] },
    {
      name: "a click on one of several keeps only it",
      before: ["a", "b"],
      value: "a",
      isAdding: false,
      after: ["a"],
    },
    { name: "Ctrl adds", before: ["a"], value: "b", isAdding: true, after: ["a", "b"] },
    { name: "Ctrl takes away", before: ["a", "b"], value: "a", isAdding: true, after: ["b"] },
  ])("$name", ({ before, value, isAdding, after }) => {
    expect(toggleValue(before, value, isAdding)).toEqual(after);
  });
});

describe("the request", () => {
  test("omits empty values", () => {
    expect(toFilters(EMPTY)).toEqual({});
    expect(toListing(EMPTY)).toEqual({ sort: "hostHealth" });
  });

  test("folding and grouping stay in the browser", () => {
    expect(toListing({ ...EMPTY, fold: ["h1"], quiet: "folded", search: " x " })).toEqual({
      search: "x",
      sort: "hostHealth",
    });
  });

  test.each([
    [{ group: "none" as const }, "health"],
    [{ sort: "-findings" as const }, "-findings"],
    [{ group: "none" as const, sort: "name" as const }, "name"],
  ])("%j sorts by %s", (change, sort) => {
    expect(toListing({ ...EMPTY, ...change }).sort).toBe(sort);
  });
});
