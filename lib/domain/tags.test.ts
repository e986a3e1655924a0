import { describe, expect, test } from "vitest";
import { asTag, tagsOf } from "./tags.ts";

const LONG = "a".repeat(64);

describe("tagsOf", () => {
  test.each<{ name: string; notes: string | null; tags: string[] }>([
    { name: "unread notes", notes: null, tags: [] },
    { name: "empty notes", notes: "", tags: [] },
    { name: "no tag", notes: "File server of the town hall", tags: [] },
    { name: "the whole text", notes: "#prod", tags: ["prod"] },
    { name: "at the start", notes: "#prod database", tags: ["prod"] },
    { name: "after a space", notes: "database #prod", tags: ["prod"] },
    { name: "after a tab", notes: "database\t#prod", tags: ["prod"] },
    { name: "at the start of a later line", notes: "database\r\n#prod\n#dc", tags: ["prod", "dc"] },
    { name: "after a no-break space", notes: "database\u00a0#prod", tags: ["prod"] },
    { name: "after a bracket", notes: "(#prod)", tags: ["prod"] },
    { name: "after a comma", notes: "#prod,#dc", tags: ["prod", "dc"] },
    { name: "after a semicolon", notes: "#prod;#dc", tags: ["prod", "dc"] },
    { name: "not after a letter", notes: "C#7 issue#12", tags: [] },
    { name: "not after a full stop", notes: "done.#prod", tags: [] },
    { name: "not after a square bracket", notes: "[#prod]", tags: [] },
    { name: "not after a slash, as in an address", notes: "https://wiki.example/#prod", tags: [] },
    { name: "not after another sign", notes: "##prod", tags: [] },
    { name: "a second sign ends the word", notes: "#prod#dc", tags: ["prod"] },
    { name: "a sign alone", notes: "# prod", tags: [] },
    { name: "a sign at the end", notes: "prod #", tags: [] },
    { name: "ends at a full stop", notes: "#prod.", tags: ["prod"] },
    { name: "ends at a colon", notes: "#owner:anna", tags: ["owner"] },
    { name: "digits, hyphen and underscore", notes: "#tier-1_b #2024", tags: ["tier-1_b", "2024"] },
    { name: "lower-cased", notes: "#PROD #Ärzte", tags: ["prod", "ärzte"] },
    { name: "once", notes: "#prod #Prod #PROD", tags: ["prod"] },
    { name: "in the order of the text", notes: "#b #a #b", tags: ["b", "a"] },
    { name: "German", notes: "#Lübeck-Süd", tags: ["lübeck-süd"] },
    { name: "Greek", notes: "#ΑΘΗΝΑ", tags: ["αθηνα"] },
    { name: "Japanese", notes: "#本番", tags: ["本番"] },
    { name: "Hindi, whose vowels are marks", notes: "#हिन्दी", tags: ["हिन्दी"] },
    { name: "letters outside the first plane", notes: "#𝒳𐐷", tags: ["𝒳𐐷"] },
    { name: "one word in two spellings of Unicode", notes: "#café #cafe\u0301", tags: ["café"] },
    { name: "no emoji", notes: "#🔥", tags: [] },
    { name: "ends at an emoji", notes: "#prod🔥", tags: ["prod"] },
    { name: "64 letters", notes: `#${LONG}`, tags: [LONG] },
    { name: "65 letters are none", notes: `#${LONG}a #dc`, tags: ["dc"] },
    { name: "64 letters outside the first plane", notes: `#${"𐐷".repeat(64)}`, tags: ["𐐷".repeat(64)] },
    { name: "65 of them", notes: `#${"𐐷".repeat(65)}`, tags: [] },
  ])("$name", ({ notes, tags }) => {
    expect(tagsOf(notes)).toEqual(tags);
  });

  test("the longest notes of nothing but signs are read at once", () => {
    expect(tagsOf("#".repeat(4096))).toEqual([]);
    expect(tagsOf("#a ".repeat(1365))).toEqual(["a"]);
  });
});

describe("asTag", () => {
  test.each([
    { word: "Prod", tag: "prod" },
    { word: LONG, tag: LONG },
    { word: `${LONG}a`, tag: null },
    { word: "", tag: null },
    { word: "two words", tag: null },
    { word: "#prod", tag: null },
    { word: "prod\n", tag: null },
  ])("$word → $tag", ({ word, tag }) => {
    expect(asTag(word)).toBe(tag);
  });
});
