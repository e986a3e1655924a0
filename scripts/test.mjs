import "./install.mjs";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { node, run, runAgentTests, runChecks, runVitest } from "./steps.mjs";

const totals = { passed: 0, failed: 0 };
const tally = ({ passed, failed }) => {
  totals.passed += passed;
  totals.failed += failed;
};

const skipped = await runChecks(tally);
await runVitest("unit", tally);
await runVitest("database", tally);
await runAgentTests(skipped, tally);
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
