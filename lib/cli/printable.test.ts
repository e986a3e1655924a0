import { expect, test } from "vitest";
import { toPrintable, toPrintableJson, toPrintableLines } from "./printable.ts";
import { toLines } from "./to-lines.ts";

test.each([
  { name: "a plain name", text: "HV-01 Wien, Süd", shown: "HV-01 Wien, Süd" },
  { name: "an escape that would clear the screen", text: "HV\u001B[2J", shown: "HV\uFFFD[2J" },
  { name: "an escape in one character", text: "HV\u009B2J", shown: "HV\uFFFD2J" },
  { name: "a return that would overwrite the line", text: "evil\rgood", shown: "evil\uFFFDgood" },
  { name: "letters that would be shown backwards", text: "HV\u202E10", shown: "HV\uFFFD10" },
  { name: "a line break", text: "HV\nHV-02", shown: "HV\uFFFDHV-02" },
])("a terminal interprets nothing in $name", ({ text, shown }) => {
  expect(toPrintable(text)).toBe(shown);
});

test("a name with a line break does not start a new row", () => {
  const lines = toLines(
    [
      ["id-1", "HV-01\nid-9  HV-TRUSTED", "pending"],
      ["id-2", "HV-02", "pending"],
    ],
    "none",
  );
  expect(lines.split("\n")).toHaveLength(2);
});

test("our own line breaks are kept, the text between them is printable", () => {
  expect(toPrintableLines("HV\u001B[2J is back.\nAnd well.")).toBe("HV\uFFFD[2J is back.\nAnd well.");
});

test("JSON contains the name unchanged, without characters that a terminal interprets", () => {
  const name = "HV\u001B[2J\u009B\u007F\n";
  const json = toPrintableJson({ name });
  expect(json).not.toMatch(/\p{Cc}/u);
  expect(JSON.parse(json)).toEqual({ name });
});
