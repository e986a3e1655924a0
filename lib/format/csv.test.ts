import { describe, expect, test } from "vitest";
import { formatCsv } from "./csv.ts";

describe("a cell of a CSV file", () => {
  test.each([
    { name: "plain text", cell: "MUC-PROD", text: "MUC-PROD" },
    { name: "a number, including a negative one", cell: -1.5, text: "-1.5" },
    { name: "an unknown value", cell: null, text: "" },
    { name: "a comma", cell: "a, b", text: '"a, b"' },
    { name: "quotation marks", cell: 'the "old" one', text: '"the ""old"" one"' },
    { name: "a line break", cell: "two\nlines", text: '"two\nlines"' },
    { name: "a formula", cell: '=HYPERLINK("http://x")', text: `"'=HYPERLINK(""http://x"")"` },
    { name: "a sum", cell: "+1", text: "'+1" },
    { name: "a name with a dash before it", cell: "-prod", text: "'-prod" },
    { name: "a macro", cell: "@SUM(A1)", text: "'@SUM(A1)" },
    { name: "a formula behind a tab", cell: "\t=1", text: "'\t=1" },
    { name: "a formula behind spaces", cell: "  =1", text: "'  =1" },
    { name: "a formula behind an Austrian cell separator", cell: "web;=1+1; @x", text: "web;'=1+1;' @x" },
    { name: "a formula on a line of its own", cell: "web\r\n=1", text: `"web\r\n'=1"` },
    { name: "a list of plain words", cell: "web; db; web-2", text: "web; db; web-2" },
    { name: "a formula in wide letters", cell: "＝1", text: "'＝1" },
  ])("$name", ({ cell, text }) => {
    expect(formatCsv([[cell]])).toBe(`\uFEFF${text}\r\n`);
  });

  test("rows end as the standard requires", () => {
    expect(
      formatCsv([
        ["day", "share"],
        ["2026-11-24", 0.5],
      ]),
    ).toBe("\uFEFFday,share\r\n2026-11-24,0.5\r\n");
  });
});
