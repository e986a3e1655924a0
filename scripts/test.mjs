import "./install.mjs";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { generateClient, node, run, runAgentTests, runChecks, runVitest, secondsSince } from "./steps.mjs";
import { openTranscript } from "./transcript.mjs";

const totals = { passed: 0, failed: 0 };
const tally = ({ passed, failed }) => {
  totals.passed += passed;
  totals.failed += failed;
};

await generateClient(tally);
// The browser stories spend much of their time waiting for pages, so all other tests run at the same time.
const transcript = openTranscript();
await Promise.all([inSection(runWithoutBrowser), inSection(runBrowser)]);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

/** Gives a part of the run its own section in the output. An exception counts as a failure and does not stop other parts. */
async function inSection(part) {
  const section = transcript.section();
  try {
    await part(section.write);
  } catch (error) {
    section.write(`FAIL ${error instanceof Error ? error.stack : String(error)}\n`);
    tally({ passed: 0, failed: 1 });
  }
  section.end();
}

async function runWithoutBrowser(write) {
  const skipped = await runChecks(tally, undefined, write);
  await runVitest("unit", tally, write);
  await runVitest("database", tally, write);
  await runAgentTests(skipped, tally, write);
}

/** The stories in a real browser against the built product. */
async function runBrowser(write) {
  const buildStarted = Date.now();
  const [build, browser] = await Promise.all([
    run(node, ["scripts/build.mjs"], { isQuiet: true }),
    findChromium(),
  ]);
  write(`${build.code === 0 ? "ok  " : "FAIL"} build (${secondsSince(buildStarted)} s)\n`);
  tally(build.code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  if (build.code !== 0) {
    write(`${build.output.trim()}\n`);
    return;
  }
  if (browser === null) {
    write("FAIL Chromium was not found and could not be installed.\n");
    tally({ passed: 0, failed: 1 });
    return;
  }
  const started = Date.now();
  const report = join(tmpdir(), `innkeeper-browser-${process.pid}.json`);
  const { code } = await run(node, ["node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"], {
    env: {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      ...(browser === "own" ? {} : { TEST_CHROMIUM: browser }),
    },
    write,
  });
  let stats = null;
  try {
    stats = JSON.parse(readFileSync(report, "utf8")).stats;
  } catch {
    write("The browser run wrote no report.\n");
  }
  rmSync(report, { force: true });
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  const unexpected = stats?.unexpected ?? 0;
  const failed = unexpected === 0 && (code !== 0 || passed === 0) ? 1 : unexpected;
  write(`${failed === 0 ? "ok  " : "FAIL"} stories (${secondsSince(started)} s)\n`);
  tally({ passed, failed });
}
