import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { root } from "./bundle.mjs";

const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), "utf8"));
const { packages } = z
  .object({ packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })) })
  .parse(read("package-lock.json"));
const { allowScripts } = z
  .object({ allowScripts: z.record(z.string(), z.boolean()) })
  .parse(read("package.json"));

test("the install script of every package that has one is denied by name", () => {
  const withScript = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  const names = new Set(withScript.map(([path]) => path.replace(/^.*node_modules\//, "")));
  expect(names.size).toBeGreaterThan(0);
  expect(allowScripts).toEqual(Object.fromEntries([...names].map((name) => [name, false])));
});
