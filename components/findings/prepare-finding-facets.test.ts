import { expect, test } from "vitest";
import { prepareFindingFacets } from "./prepare-finding-facets.ts";
import { toCauseListing } from "./finding-search-params.ts";

const NONE = { severity: [], rule: [], cluster: [], host: [] };
const HOST = "00000000-0000-4000-8000-000000000001";
const FACETS = {
  severity: [
    { value: "info" as const, count: 7 },
    { value: "critical" as const, count: 2 },
  ],
  rule: [{ value: "is.vss" as const, count: 9 }],
  cluster: [],
  host: [{ value: HOST, label: "HV-01", count: 9 }],
};

test("severities are listed worst first, including those without findings", () => {
  const [severity] = prepareFindingFacets(FACETS, NONE);
  expect(severity?.values.map(({ value, count }) => [value, count])).toEqual([
    ["critical", 2],
    ["warning", 0],
    ["info", 7],
  ]);
  expect(severity?.most).toBe(7);
});

test("a filter without values is omitted; a host is shown by its name", () => {
  const facets = prepareFindingFacets(FACETS, NONE);
  expect(facets.map(({ name }) => name)).toEqual(["severity", "rule", "host"]);
  expect(facets[2]?.values[0]?.label).toBe("HV-01");
});

test("a selected value stays when it has no open findings left", () => {
  const facets = prepareFindingFacets(FACETS, { ...NONE, rule: ["is.heartbeat"], cluster: ["MUC"] });
  expect(facets.find(({ name }) => name === "rule")?.values).toEqual([
    { value: "is.vss", label: "is.vss", count: 9, isChosen: false },
    { value: "is.heartbeat", label: "is.heartbeat", count: 0, isChosen: true },
  ]);
  expect(facets.find(({ name }) => name === "cluster")?.values[0]?.isChosen).toBe(true);
});

test("one request has one key", () => {
  expect(toCauseListing({ ...NONE, rule: ["is.vss"] })).toEqual({ rule: ["is.vss"] });
});
