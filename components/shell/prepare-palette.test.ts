import { describe, expect, test } from "vitest";
import { isHostNamed, prepareGuideHits, prepareHosts } from "./prepare-palette.ts";

describe("pages of the guide by a word", () => {
  test.each([
    { word: "", hrefs: [] },
    { word: "no such thing", hrefs: [] },
    { word: " is.vss ", hrefs: ["/guide/rules/is.vss"] },
    { word: "vTPM", hrefs: ["/guide/capabilities/vtpm", "/guide/rules/vm.vtpm"] },
  ])("“$word” → $hrefs", ({ word, hrefs }) => {
    expect(prepareGuideHits(word).map(({ href }) => href)).toEqual(hrefs);
  });

  test("names that start with it come first, three at most", () => {
    const [first, ...others] = prepareGuideHits("sr-iov");
    expect(first?.href).toBe("/guide/technologies/sr-iov");
    expect(others).toHaveLength(2);
  });
});

test("the best four hosts come first: by the start of their name, by what it contains, then by any other match", () => {
  const found = ["MUC-HV-01", "other", "hv-03", "HV-02", "HV-01"].map((name) => ({ name }));
  const names = (word: string) => prepareHosts(found, word).map(({ name }) => name);
  expect(names(" hv")).toEqual(["HV-01", "HV-02", "hv-03", "MUC-HV-01"]);
  expect(names("")).toEqual([]);
});

test.each([
  {
    name: "a host's name that also finds its VMs",
    hosts: ["HV-01"],
    vms: ["app-1", "db-1"],
    isHost: true,
  },
  { name: "a word in names of both", hosts: ["HV-01"], vms: ["app-1", "hv-01-replica"], isHost: false },
  { name: "no host", hosts: [], vms: ["app-1"], isHost: false },
])("$name: the host comes first is $isHost", ({ hosts, vms, isHost }) => {
  const named = (names: readonly string[]) => names.map((name) => ({ name }));
  expect(isHostNamed("hv-01", named(hosts), named(vms))).toBe(isHost);
});
