import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { root } from "./bundle.mjs";

const manifest = z.object({ scripts: z.record(z.string(), z.string()) });
const { scripts } = manifest.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));

/** Scripts that install what is missing themselves. */
const entries = Object.values(scripts).flatMap(
  (command) => /^node (scripts\/\S+\.mjs)$/.exec(command)?.[1] ?? [],
);

/** Packages that a script and the scripts that it imports need before anything of them runs. */
function packagesLinkedBy(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const text = readFileSync(path, "utf8");
  const links = text.matchAll(/^(?:import|export)(?:[^;"'=]*?\bfrom)?\s*["']([^"']+)["'];/gm);
  const specifiers = [...links].map(([, name = ""]) => name);
  return specifiers.flatMap((name) => {
    if (name.startsWith("node:")) return [];
    if (!name.startsWith(".")) return [`${basename(path)}: ${name}`];
    return packagesLinkedBy(join(dirname(path), name), seen);
  });
}

describe("in a fresh clone, where no package is installed", () => {
  test("there are scripts to run", () => {
    expect(entries.length).toBeGreaterThan(8);
    expect(packagesLinkedBy(fileURLToPath(new URL("check-floors.mjs", import.meta.url)))).not.toEqual([]);
  });

  test.each(entries)("%s can be loaded", (entry) => {
    expect(packagesLinkedBy(join(root, entry))).toEqual([]);
  });
});
