// Finds the browser for the stories and for the README's picture.
import { existsSync } from "node:fs";
import { node, root, run } from "./steps.mjs";

// The headless shell uses a fifth less processor time.
const SYSTEM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser"];
const PACKAGES = ["chromium-headless-shell", "chromium"];

/**
 * The path of the system's Chromium, or "own" for Playwright's, or else installs one: by apt-get as root, or by
 * Playwright.
 */
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
