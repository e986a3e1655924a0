import "./install.mjs";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { node, root, run, runChecks, runVitest } from "./steps.mjs";

const totals = { passed: 0, failed: 0 };
const tally = ({ passed, failed }) => {
  totals.passed += passed;
  totals.failed += failed;
};

await runChecks(tally);
await runVitest("unit", tally);
await runVitest("database", tally);
await runBrowser();
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

/** The stories in a real browser against the built product. */
async function runBrowser() {
  const build = await run(node, ["scripts/build.mjs"], { isQuiet: true });
  console.log(`${build.code === 0 ? "ok  " : "FAIL"} build`);
  tally(build.code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  if (build.code !== 0) {
    console.log(build.output.trim());
    return;
  }
  const browser = await findChromium();
  if (browser === null) {
    console.log("FAIL No Chromium is here, and none could be installed.");
    tally({ passed: 0, failed: 1 });
    return;
  }
  const report = join(tmpdir(), `innkeeper-browser-${process.pid}.json`);
  const { code } = await run(node, ["node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"], {
    env: {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      ...(browser === "own" ? {} : { TEST_CHROMIUM: browser }),
    },
  });
  let stats = null;
  try {
    stats = JSON.parse(readFileSync(report, "utf8")).stats;
  } catch {
    console.log("The browser run left no report.");
  }
  rmSync(report, { force: true });
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  const failed = stats?.unexpected ?? 0;
  tally({ passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed });
}

/** One that the system has, else Playwright's own, else one that can be installed: by Debian as root, or by Playwright. */
async function findChromium() {
  const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];
  const found = () => system.find((path) => existsSync(path));
  if (found()) return found();
  if (await hasOwnChromium()) return "own";
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await run("apt-get", ["update", "-qq"], { isQuiet: true });
    await run("apt-get", ["install", "-y", "-qq", "chromium"], {
      env: { DEBIAN_FRONTEND: "noninteractive" },
      isQuiet: true,
    });
    if (found()) return found();
  }
  await run(node, ["node_modules/@playwright/test/cli.js", "install", "chromium"], { isQuiet: true });
  return (await hasOwnChromium()) ? "own" : null;
}

async function hasOwnChromium() {
  const { chromium } = await import(
    new URL("node_modules/@playwright/test/index.mjs", `file://${root}`).href
  );
  return existsSync(chromium.executablePath());
}
