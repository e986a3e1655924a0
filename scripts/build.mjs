import "./install.mjs";
import { spawnSync } from "node:child_process";
import { writeAgentPackage } from "./agent-package.mjs";
import { bundle, root } from "./bundle.mjs";
import { pressParts } from "./press-parts.mjs";

// `--without-pages` skips Next: the command line needs no pages.
const withPages = !process.argv.includes("--without-pages");

function run(args) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  });
  if (status !== 0) process.exit(status ?? 1);
}

run(["--import", "tsx", "scripts/prisma-generate.ts"]);
await bundle(["server", "cli", "mock"]);
writeAgentPackage();
if (withPages) {
  run(["node_modules/next/dist/bin/next", "build"]);
  await pressParts();
}
