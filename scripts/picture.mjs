// Makes docs/vms.png, the README's picture, from nothing: a server of its own, the demo's fleet in the middle of its
// incident, one browser. `node scripts/picture.mjs` is all there is to type.
import "./install.mjs";
import { spawnSync } from "node:child_process";
import { findChromium } from "./chromium.mjs";
import { ensureBuild } from "./ensure-build.mjs";
import { node, root } from "./steps.mjs";

ensureBuild({ withPages: true });
const browser = await findChromium();
if (browser === null) {
  console.error("No Chromium is here, and none could be installed.");
  process.exit(1);
}
const { status } = spawnSync(node, ["--import", "tsx", "scripts/draw-picture.ts", browser], {
  cwd: root,
  stdio: "inherit",
});
process.exit(status ?? 1);
