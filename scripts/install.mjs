// Plain JavaScript without dependencies: this runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/**
 * Installs the dependencies if they are missing or older than the lock file, without running their install scripts.
 * `allowScripts` in package.json denies these to npm 11; older ones do not know it.
 */
export function installDependencies() {
  const mark = new URL("../node_modules/.package-lock.json", import.meta.url);
  const lock = new URL("../package-lock.json", import.meta.url);
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(lock).mtimeMs - 1000) return;
  if (existsSync(mark) && existsSync(new URL("../node_modules/next/package.json", import.meta.url))) {
    // A lock file that was just checked out again is newer than the installation: npm checks whether they match.
    const check = spawnSync(npm, ["ls", "--all", "--silent"], {
      cwd: root,
      stdio: "ignore",
      shell: process.platform === "win32",
    });
    if (check.status === 0) return;
  }
  console.log("Installing dependencies …");
  const run = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (run.status !== 0) {
    console.error("The dependencies could not be installed.");
    process.exit(1);
  }
}

installDependencies();
