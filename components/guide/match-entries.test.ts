import { describe, expect, test } from "vitest";
import type { GuideEntry } from "@/lib/guide/page.ts";
import { countByKind, matchEntries } from "./match-entries.ts";

function entry(
  kind: GuideEntry["kind"],
  key: string,
  title: string,
  rest: Partial<GuideEntry> = {},
): GuideEntry {
  return { kind, key, title, lead: "", names: "", rules: [], ...rest };
}

const ENTRIES = [
  entry("services", "data-exchange", "Data exchange", { names: "vmickvpexchange hv_kvp_daemon" }),
  entry("services", "vss", "VSS backup", { lead: "A running guest holds still." }),
  entry("rules", "is.vss", "Backup cannot quiesce the guest"),
  entry("technologies", "rss", "RSS"),
  entry("technologies", "vrss", "vRSS"),
];

describe("pages that a search finds", () => {
  test.each([
    {
      name: "without a word, all of them",
      search: "  ",
      keys: ["data-exchange", "vss", "is.vss", "rss", "vrss"],
    },
    { name: "by its name in Windows", search: "vmickvp", keys: ["data-exchange"] },
    { name: "by every word, whatever their order", search: "still guest", keys: ["vss"] },
    { name: "in any case of letters, names that begin with it first", search: "RSS", keys: ["rss", "vrss"] },
    { name: "by a rule's id", search: "is.vss", keys: ["is.vss"] },
    { name: "or none", search: "nothing", keys: [] },
  ])("$name", ({ search, keys }) => {
    expect(matchEntries(ENTRIES, search).map(({ key }) => key)).toEqual(keys);
  });

  test("are counted by kind, including zero", () => {
    expect(countByKind(ENTRIES)).toEqual({
      services: 2,
      technologies: 2,
      capabilities: 0,
      rules: 1,
      ideas: 0,
    });
  });
});
