import { expect, test } from "vitest";
import type { PlacementFacts } from "./judgement.ts";
import { placementChanges, type PlaceMoment } from "./placement-changes.ts";

function place(
  hostName: string,
  conflict: PlacementFacts["conflict"] = null,
  others: string[] = [],
): PlaceMoment {
  const hosts = others.map((name) => ({
    id: name,
    name,
    state: "Running",
    lastReportedAt: "2026-11-24T12:00:00.000Z",
  }));
  return { hostName, placement: { conflict, hosts } };
}

test.each<{
  name: string;
  before: PlaceMoment | null;
  after: PlaceMoment | null;
  told: (string | null)[] | null;
}>([
  { name: "stays", before: place("A"), after: place("A"), told: null },
  { name: "appears", before: null, after: place("A"), told: [null, "A"] },
  { name: "is gone", before: place("A"), after: null, told: ["A", null] },
  { name: "was never there", before: null, after: null, told: null },
  { name: "moves", before: place("A"), after: place("B"), told: ["A", "B"] },
  { name: "is listed off elsewhere", before: place("A"), after: place("A", null, ["B"]), told: null },
  {
    name: "becomes disputed",
    before: place("A"),
    after: place("B", "running-twice", ["A"]),
    told: ["A", "A, B"],
  },
  {
    name: "is disputed, reported by the other",
    before: place("B", "running-twice", ["A"]),
    after: place("A", "running-twice", ["B"]),
    told: null,
  },
  {
    name: "is disputed, all named twice",
    before: place("B", "running-twice", ["A", "B"]),
    after: place("A", "running-twice", ["B"]),
    told: null,
  },
  { name: "is settled", before: place("B", "realised-twice", ["A"]), after: place("B"), told: ["A, B", "B"] },
])("a VM that $name", ({ before, after, told }) => {
  const entries = placementChanges(before, after);
  expect(entries).toEqual(told ? [{ kind: "placement", field: "host", from: told[0], to: told[1] }] : []);
});
