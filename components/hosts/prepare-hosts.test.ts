import { describe, expect, test } from "vitest";
import { hostRowFixture } from "./host-row-fixture.ts";
import { prepareHostFacets, toggle } from "./prepare-host-facets.ts";
import { prepareBands, preparePips, sayPips, weightOf } from "./prepare-hosts.ts";
import { toHostListing } from "./host-search-params.ts";

const NO_HEALTH = { critical: 0, warning: 0, unknown: 0, healthy: 0, inactive: 0 };

describe("bands", () => {
  const hosts = [
    hostRowFixture("LAB", { cluster: null }),
    hostRowFixture("HV-10"),
    hostRowFixture("HV-9"),
    hostRowFixture("HV-3", { freshness: "stale" }),
    hostRowFixture("HV-5", { findings: { critical: 1, warning: 0, info: 0 } }),
    hostRowFixture("HV-7", { vmHealth: { ...NO_HEALTH, critical: 4 } }),
    hostRowFixture("EDGE", { cluster: "A-EDGE", freshness: "late" }),
  ];

  test("clusters by name, single hosts last, the silent and the worst first", () => {
    expect(
      prepareBands(hosts, true).map(({ cluster, hosts: of }) => [cluster, of.map(({ name }) => name)]),
    ).toEqual([
      ["A-EDGE", ["EDGE"]],
      ["PROD", ["HV-3", "HV-5", "HV-7", "HV-9", "HV-10"]],
      [null, ["LAB"]],
    ]);
  });

  test("a band sums its hosts and names what is not fresh", () => {
    const prod = prepareBands(hosts, true)[1];
    expect(prod?.vms).toBe(10);
    expect(prod?.health.critical).toBe(4);
    expect(prod?.notFresh).toEqual(["stale"]);
  });

  test("another order is kept and has no bands", () => {
    const [only, ...others] = prepareBands(hosts, false);
    expect(others).toEqual([]);
    expect(only?.cluster).toBeUndefined();
    expect(only?.hosts).toEqual(hosts);
    expect(prepareBands([], false)).toEqual([]);
  });
});

const withStatus = (name: string, status: "partial" | "failed" | "skipped") =>
  hostRowFixture("h").sections.map((section) => (section.name === name ? { ...section, status } : section));

describe("sections", () => {
  test.each([
    { name: "all read", host: {}, words: "7 of 7 read" },
    { name: "one partial", host: { sections: withStatus("smb", "partial") }, words: "smb partial" },
    { name: "one failed", host: { sections: withStatus("vms", "failed") }, words: "vms failed" },
    { name: "skipped is no fault", host: { sections: withStatus("teams", "skipped") }, words: "6 of 7 read" },
    { name: "none told", host: { sections: [] }, words: "0 of 7 read" },
    { name: "silent", host: { freshness: "stale" as const }, words: "nothing since then" },
  ])("$name: $words", ({ host, words }) => {
    const row = hostRowFixture("h", host);
    expect(sayPips(preparePips(row), row.freshness === "stale")).toBe(words);
  });

  test("failed is told before partial", () => {
    const sections = withStatus("smb", "partial").map((section) =>
      section.name === "vms" ? { ...section, status: "failed" as const } : section,
    );
    expect(sayPips(preparePips({ sections, freshness: "fresh" }), false)).toBe("vms failed, 1 more");
  });
});

test.each([
  { name: "quiet", change: {}, weight: "quiet" },
  { name: "a VM's warning", change: { vmHealth: { ...NO_HEALTH, warning: 1 } }, weight: "warning" },
  {
    name: "its own critical",
    change: { findings: { critical: 1, warning: 0, info: 0 } },
    weight: "critical",
  },
  {
    name: "info weighs nothing",
    change: { findings: { critical: 0, warning: 0, info: 3 } },
    weight: "quiet",
  },
])("$name → $weight", ({ change, weight }) => expect(weightOf(hostRowFixture("h", change))).toBe(weight));

describe("facets", () => {
  const fleet = [
    { ...hostRowFixture("a"), health: NO_HEALTH },
    { ...hostRowFixture("b", { freshness: "late" }), health: NO_HEALTH },
    { ...hostRowFixture("c", { cluster: "EDGE" }), health: NO_HEALTH },
    { ...hostRowFixture("d", { cluster: null }), health: NO_HEALTH },
  ];

  test("counts follow the other filter, and a zero stays", () => {
    const facets = prepareHostFacets(fleet, { freshness: ["late"], cluster: ["EDGE"] });
    expect(facets.freshness.map(({ value, count }) => `${value} ${count}`)).toEqual([
      "fresh 1",
      "late 0",
      "stale 0",
      "missing 0",
      "retired 0",
    ]);
    expect(facets.cluster).toEqual([
      { value: "EDGE", count: 0, isChosen: true },
      { value: "PROD", count: 1, isChosen: false },
      { value: "(none)", label: "standalone", count: 0, isChosen: false },
    ]);
  });

  test("retired hosts are counted where they are asked for", () => {
    const retired = { ...hostRowFixture("e", { freshness: "retired", cluster: "EDGE" }), health: NO_HEALTH };
    const edge = (freshness: string[]) =>
      prepareHostFacets([...fleet, retired], { freshness, cluster: [] }).cluster[0];
    expect(edge([])).toMatchObject({ value: "EDGE", count: 1 });
    expect(edge(["retired"])).toMatchObject({ value: "EDGE", count: 1 });
    expect(edge(["fresh", "retired"])).toMatchObject({ value: "EDGE", count: 2 });
  });

  test("where no host is in a cluster there is nothing to choose from", () => {
    const alone = { ...hostRowFixture("d", { cluster: null }), health: NO_HEALTH };
    expect(prepareHostFacets([alone], { freshness: [], cluster: [] }).cluster).toEqual([]);
  });

  test("a cluster that is gone stays to be taken out", () => {
    expect(prepareHostFacets([], { freshness: [], cluster: ["OLD"] }).cluster).toEqual([
      { value: "OLD", count: 0, isChosen: true },
    ]);
  });

  test("a value is put in and taken out", () => {
    expect(toggle(["a"], "b")).toEqual(["a", "b"]);
    expect(toggle(["a", "b"], "a")).toEqual(["b"]);
  });
});

test("what is empty in the URL is not asked, and retired hosts come when they are", () => {
  const url = {
    search: " ",
    cluster: [],
    freshness: [],
    tag: [],
    rule: [],
    sort: "cluster" as const,
    enrol: null,
  };
  expect(toHostListing(url)).toEqual({ freshness: ["fresh", "late", "stale", "missing"], sort: "cluster" });
  expect(toHostListing({ ...url, freshness: ["retired"] }).freshness).toEqual(["retired"]);
  expect(toHostListing({ ...url, search: " hv ", freshness: ["late"], enrol: "1" })).toEqual({
    search: "hv",
    freshness: ["late"],
    sort: "cluster",
  });
});
