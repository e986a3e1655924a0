import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { REFERENCED_SHAPES } from "./glyph-shapes.tsx";
import { COMMON_SHAPES } from "./glyph.tsx";

const styles = readFileSync("app/parts.css", "utf8");

test.each(Object.keys({ ...COMMON_SHAPES, ...REFERENCED_SHAPES }))(
  "the glyph of %s has a colour of its own",
  (word) => {
    expect(styles).toMatch(new RegExp(`\\.glyph-${word}(?:,| \\{)`));
  },
);
