import { describe, expect, test } from "vitest";
import { parseProse } from "./prose.ts";

describe("a text with marks", () => {
  test.each([
    ["plain words", [{ kind: "words", at: 0, text: "plain words" }]],
    ["", []],
    [
      "run `Get-VM` first",
      [
        { kind: "words", at: 0, text: "run " },
        { kind: "code", at: 4, text: "Get-VM" },
        { kind: "words", at: 12, text: " first" },
      ],
    ],
    [
      "[is.vss](rules/is.vss) and [its rung](technologies/vmq#rung-vmq-weight)",
      [
        { kind: "link", at: 0, text: "is.vss", href: "/guide/rules/is.vss" },
        { kind: "words", at: 22, text: " and " },
        { kind: "link", at: 27, text: "its rung", href: "/guide/technologies/vmq#rung-vmq-weight" },
      ],
    ],
    ["an array [0] and (a bracket)", [{ kind: "words", at: 0, text: "an array [0] and (a bracket)" }]],
    ["`[not](a/link)`", [{ kind: "code", at: 0, text: "[not](a/link)" }]],
  ])("%s", (text, parts) => {
    expect(parseProse(text)).toEqual(parts);
  });
});
