// Creates docs/vms.png, the README's picture: starts a separate server with the demo fleet during its incident, and takes a
// screenshot. Run: node scripts/picture.mjs
import "./install.mjs";
import { spawnSync } from "node:child_process";
import { findChromium } from "./chromium.mjs";
import { ensureBuild } from "./ensure-build.mjs";
import { node, root } from "./steps.mjs";

ensureBuild({ withPages: true });
const browser = await findChromium();
if (browser === null) {
  console.error("Chromium was not found and could not be installed.");
  process.exit(1);
}
const { status } = spawnSync(node, ["--import", "tsx", "scripts/draw-picture.ts", browser], {
  cwd: root,
  stdio: "inherit",
});
process.exit(status ?? 1);
