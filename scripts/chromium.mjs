// Which browser the stories and the README's picture are drawn with.
import { existsSync } from "node:fs";
import { node, root, run } from "./steps.mjs";

// Without windows it takes a fifth less of the processor.
const SYSTEM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser"];
const PACKAGES = ["chromium-headless-shell", "chromium"];

/** The path of one that the system has, else "own" for Playwright's, else one that can be installed: by Debian as root, or by Playwright. */
export async function findChromium() {
  if (findOfSystem()) return findOfSystem();
  if (await hasOwnChromium()) return "own";
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await run("apt-get", ["update", "-qq"], { isQuiet: true });
    for (const name of PACKAGES) {
      await run("apt-get", ["install", "-y", "-qq", name], {
        env: { DEBIAN_FRONTEND: "noninteractive" },
        isQuiet: true,
      });
      if (findOfSystem()) return findOfSystem();
    }
  }
  await run(node, ["node_modules/@playwright/test/cli.js", "install", "chromium"], { isQuiet: true });
  return (await hasOwnChromium()) ? "own" : null;
}

function findOfSystem() {
  return SYSTEM.find((path) => existsSync(path));
}

async function hasOwnChromium() {
  const { chromium } = await import(
    new URL("node_modules/@playwright/test/index.mjs", `file://${root}`).href
  );
  return existsSync(chromium.executablePath());
}
