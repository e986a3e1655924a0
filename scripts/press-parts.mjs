import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { root } from "./bundle.mjs";

const brotli = promisify(brotliCompress);

/**
 * Compresses the built static files of pages once, as small as possible: compressing them per request would take too long.
 * Zopfli writes standard gzip, 3 % smaller than zlib's best; more than five iterations bring nothing.
 */
export async function pressParts() {
  // Not at the top: in a fresh clone, scripts are loaded before packages are installed.
  const { default: zopfli } = await import("@gfx/zopfli");
  const gzip = promisify(zopfli.gzip);
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
          await brotli(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }),
        );
        writeFileSync(`${path}.gz`, await gzip(text, { numiterations: 5 }));
      }),
  );
}
