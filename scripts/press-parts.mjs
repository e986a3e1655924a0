import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import zopfli from "@gfx/zopfli";
import { root } from "./bundle.mjs";

const press = { br: promisify(brotliCompress), gz: promisify(zopfli.gzip) };

/**
 * Compresses the built static files of pages once, as small as possible: compressing them per request would take too long.
 * Zopfli writes standard gzip, 3 % smaller than zlib's best; more than five iterations bring nothing.
 */
export async function pressParts() {
  const folder = join(root, ".next/static");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  await Promise.all(
    names
      .filter((name) => /\.(?:js|css)$/.test(name))
      .map(async (name) => {
        const path = join(folder, name);
        const text = readFileSync(path);
        writeFileSync(
          `${path}.br`,
          await press.br(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }),
        );
        writeFileSync(`${path}.gz`, await press.gz(text, { numiterations: 5 }));
      }),
  );
}
