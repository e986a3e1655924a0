import { describe, expect, test } from "vitest";
import type { HostFacets } from "@/lib/contract/api/hosts.ts";
import { hostRowFixture } from "./host-row-fixture.ts";
import { prepareFacetValues, toggle } from "./prepare-host-facets.ts";
import { prepareHostTokens } from "./prepare-host-tokens.ts";
import { prepareHostViews } from "./prepare-host-views.ts";
import { groundedHosts, prepareBands, preparePips, sayPips, weightOf } from "./prepare-hosts.ts";
import { type HostUrl, toHostListing } from "./host-search-params.ts";

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

  test("a band sums its hosts and names those that are not fresh", () => {
    const prod = prepareBands(hosts, true)[1];
    expect(prod?.vms).toBe(10);
    expect(prod?.health.critical).toBe(4);
    expect(prod?.notFresh).toEqual(["stale"]);
  });

  test("another sort order is kept and has no bands", () => {
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

  test("failed is named before partial", () => {
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
    name: "info has no weight",
    change: { findings: { critical: 0, warning: 0, info: 3 } },
    weight: "quiet",
  },
])("$name → $weight", ({ change, weight }) => expect(weightOf(hostRowFixture("h", change))).toBe(weight));

const NOTHING: HostUrl = {
  search: "",
  cluster: [],
  freshness: [],
  tag: [],
  rule: [],
  health: [],
  acceleration: [],
  rung: [],
  section: [],
  agent: [],
  system: [],
  apart: null,
  sort: "cluster",
  enrol: null,
};

const value = (name: string, count: number) => ({ value: name, label: name, count });
const FACETS: HostFacets = {
  freshness: [
    value("fresh", 5),
    value("late", 1),
    value("stale", 2),
    value("missing", 0),
    value("retired", 9),
  ],
  health: [value("healthy", 1), value("warning", 3), value("critical", 2), value("unknown", 2)],
  cluster: [value("EDGE", 0), value("PROD", 8), value("(none)", 2)],
  acceleration: {},
  section: [value("any", 2), value("host", 0), value("smb", 2)],
  agent: [value("1.10.0", 6), value("1.9.0", 1), value("1.2.0", 1)],
  system: [value("Microsoft Windows Server 2022 Datacenter", 8)],
  apart: 4,
  drift: [],
};

describe("facets", () => {
  test("a cluster without hosts under the other filters stays, other empty values do not", () => {
    expect(prepareFacetValues("cluster", FACETS, ["PROD"])).toEqual([
      { value: "EDGE", count: 0, isChosen: false },
      { value: "PROD", count: 8, isChosen: true },
      { value: "(none)", label: "standalone", count: 2, isChosen: false },
    ]);
    expect(prepareFacetValues("section", FACETS, []).map(({ label, value: of }) => label ?? of)).toEqual([
      "any of them",
      "smb",
    ]);
  });

  test("a single value is nothing to choose from, unless it is selected", () => {
    expect(prepareFacetValues("system", FACETS, [])).toEqual([]);
    const system = "Microsoft Windows Server 2022 Datacenter";
    expect(prepareFacetValues("system", FACETS, [system])).toMatchObject([
      { label: "Server 2022", isChosen: true },
    ]);
    const alone = { ...FACETS, cluster: [value("(none)", 3)] };
    expect(prepareFacetValues("cluster", alone, [])).toEqual([]);
  });

  test("a selected value that no longer exists stays removable, even before the facets load", () => {
    expect(prepareFacetValues("agent", undefined, ["0.9.0"])).toEqual([
      { value: "0.9.0", count: 0, isChosen: true },
    ]);
  });

  test("a value is added and removed", () => {
    expect(toggle(["a"], "b")).toEqual(["a", "b"]);
    expect(toggle(["a", "b"], "a")).toEqual(["b"]);
  });
});

describe("views", () => {
  test("each counts the hosts that match; retired ones are in none", () => {
    expect(prepareHostViews(FACETS).map(({ label, count }) => [label, count])).toEqual([
      ["All", 8],
      ["Not on time", 3],
      ["Not fully read", 2],
      ["Differs from its cluster", 4],
      ["VMs need attention", 5],
      ["Agent before 1.10.0", 2],
    ]);
  });

  test("if all agents have one version there is no view of older ones", () => {
    const agent = [value("1.10.0", 8), value("1.9.0", 0)];
    expect(prepareHostViews({ ...FACETS, agent }).map(({ label }) => label)).not.toContain(
      "Agent before 1.10.0",
    );
    expect(prepareHostViews(undefined).map(({ count }) => count)).toEqual([null, null, null, null, null]);
  });
});

test("each active filter is a token that removes only itself", () => {
  const tokens = prepareHostTokens({
    ...NOTHING,
    cluster: ["PROD", "(none)"],
    acceleration: ["smb-direct:not-applicable"],
    rung: ["rdma:no-lbfo:blocked", "rdma:no-lbfo"],
    section: ["any"],
    apart: true,
  });
  expect(tokens).toEqual([
    { words: "SMB Direct not applicable", without: { acceleration: [] } },
    { words: "RDMA blocked, broken at no-lbfo", without: { rung: ["rdma:no-lbfo"] } },
    { words: "RDMA broken at no-lbfo", without: { rung: ["rdma:no-lbfo:blocked"] } },
    { words: "cluster = PROD", without: { cluster: ["(none)"] } },
    { words: "cluster = standalone", without: { cluster: ["PROD"] } },
    { words: "not fully read", without: { section: [] } },
    { words: "differs from its cluster", without: { apart: null } },
  ]);
});

test("a column counts hosts with a finding of it, except silent ones", () => {
  const hosts = [
    hostRowFixture("a", { grounds: { rdma: "warning" } }),
    hostRowFixture("b", { grounds: { rdma: "warning" }, freshness: "stale" }),
    hostRowFixture("c"),
  ];
  expect([groundedHosts(hosts, "rdma"), groundedHosts(hosts, "vmq")]).toEqual([1, 0]);
});

test("empty parameters are not requested, and retired hosts only on request", () => {
  expect(toHostListing({ ...NOTHING, search: " " })).toEqual({
    freshness: ["fresh", "late", "stale", "missing"],
    sort: "cluster",
  });
  expect(toHostListing({ ...NOTHING, freshness: ["retired"] }).freshness).toEqual(["retired"]);
  expect(toHostListing({ ...NOTHING, search: " hv ", freshness: ["late"], apart: true, enrol: "1" })).toEqual(
    {
      search: "hv",
      freshness: ["late"],
      apart: true,
      sort: "cluster",
    },
  );
});
