import { describe, expect, test } from "vitest";
import { ICON_SHAPES } from "./icon-shapes.ts";

describe("the icons in the document", () => {
  test.each(Object.values(ICON_SHAPES))("$of is identical to the library's", async ({ of, shapes }) => {
    const library: unknown = await import(`../../node_modules/lucide-react/dist/esm/icons/${of}.mjs`);
    expect(library).toMatchObject({
      __iconData: { size: 24, node: shapes.map(([tag, attributes]) => [tag, attributes]) },
    });
  });
});
