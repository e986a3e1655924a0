import { describe, expect, test } from "vitest";
import { prepareGuideHits } from "./prepare-palette.ts";

describe("pages of the guide by a word", () => {
  test.each([
    { word: "", hrefs: [] },
    { word: "no such thing", hrefs: [] },
    { word: " is.vss ", hrefs: ["/guide/rules/is.vss"] },
    { word: "vTPM", hrefs: ["/guide/capabilities/vtpm", "/guide/rules/vm.vtpm"] },
  ])("“$word” → $hrefs", ({ word, hrefs }) => {
    expect(prepareGuideHits(word).map(({ href }) => href)).toEqual(hrefs);
  });

  test("what begins with it comes first, three at most", () => {
    const [first, ...others] = prepareGuideHits("sr-iov");
    expect(first?.href).toBe("/guide/technologies/sr-iov");
    expect(others).toHaveLength(2);
  });
});
