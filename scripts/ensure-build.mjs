// Plain JavaScript without dependencies: it runs before anything is built.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bundle.mjs";

const SOURCES = [
  "app",
  "components",
  "lib",
  "agents",
  "prisma/schema.prisma",
  "next.config.ts",
  "package-lock.json",
];
const SOURCE = /\.(tsx?|mjs|css|json|prisma|svg|ps[dm]?1)$/;

/** Modification time of the newest source; 0 in an image, which contains no sources. */
function newestSource() {
  if (!existsSync(join(root, "scripts/build.mjs"))) return 0;
  let newest = 0;
  const visit = (path) => {
    if (!existsSync(path)) return;
    const stats = statSync(path);
    if (stats.isFile()) {
      if (SOURCE.test(path)) newest = Math.max(newest, stats.mtimeMs);
    } else for (const entry of readdirSync(path)) visit(join(path, entry));
  };
  for (const source of SOURCES) visit(join(root, source));
  return newest;
}

function writtenAt(path) {
  const file = join(root, path);
  return existsSync(file) ? statSync(file).mtimeMs : -1;
}

/** Builds outputs that are missing or older than their sources. Build output goes to standard error. */
export function ensureBuild({ withPages }) {
  const outputs = ["dist/server.mjs", "dist/cli.mjs", ...(withPages ? [".next/BUILD_ID"] : [])];
  const oldest = Math.min(...outputs.map(writtenAt));
  if (oldest >= 0 && oldest >= newestSource()) return;
  if (withPages) console.error("Building …");
  const args = ["scripts/build.mjs", ...(withPages ? [] : ["--without-pages"])];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", 2, "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
}
