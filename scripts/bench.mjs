// npm run bench -- NAME: measures the built product. Compare figures only within one run, on an otherwise idle machine.
import { readdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { root } from "./bundle.mjs";
import { findChromium } from "./chromium.mjs";
import { ensureBuild } from "./ensure-build.mjs";

const names = readdirSync(new URL("../bench", import.meta.url))
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.slice(0, -".bench.ts".length));
const [name, ...args] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`Usage: npm run bench -- ${names.join("|")}`);
  process.exit(2);
}
// The agent runs from its sources.
if (name !== "agent") ensureBuild({ withPages: true });
const browser = name === "page" || name === "lighthouse" ? await findChromium() : "own";
if (browser === null) {
  console.error("Chromium was not found and could not be installed.");
  process.exit(1);
}
const { status } = spawnSync(process.execPath, ["--import", "tsx", `bench/${name}.bench.ts`, ...args], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production", ...(browser === "own" ? {} : { TEST_CHROMIUM: browser }) },
});
process.exit(status ?? 1);
