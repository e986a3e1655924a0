// The checks that need no database, shared by `npm run check` and `npm test`.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openTranscript, sideBySide } from "./transcript.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));
const isWindows = process.platform === "win32";
/** Logs are written without colours. */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: "0" };

/** Writes text immediately. */
const show = (text) => void process.stdout.write(text);

/** Runs a tool and returns its exit code and output. `write` receives the output as it arrives, unless `isQuiet`. */
export function run(command, args, { env = {}, isQuiet = false, write = show } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...plain, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", ...env },
      shell: isWindows,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => {
        output += text;
        if (!isQuiet) write(text);
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

export const node = process.execPath;
const bin = (path) => [node, `node_modules/${path}`];
const tsx = ["--import", "tsx"];

/** Exit code of a check that cannot run on this machine. */
const SKIPPED = 77;
export const AGENT_LINT = "agent lint";

/** Generated first, because the other checks read it. */
const CLIENT = { name: "prisma client", command: [node, ...tsx, "scripts/prisma-generate.ts"] };

/** Longest first, so that no check runs alone for long at the end. */
export const CHECKS = [
  // The type-aware linter reports everything that the compiler would, so the repository is read only once.
  {
    name: "lint and types",
    command: [...bin("oxlint/bin/oxlint"), "--type-aware", "--type-check", "--deny-warnings", "."],
  },
  { name: AGENT_LINT, command: [node, ...tsx, "scripts/check-agent.ts"] },
  { name: "unused code", command: [...bin("knip/bin/knip.js"), "--no-progress"] },
  { name: "floors", command: [node, "scripts/check-floors.mjs"] },
  { name: "contract", command: [node, ...tsx, "scripts/contract-build.ts", "--check"] },
  { name: "format", command: [...bin("oxfmt/bin/oxfmt"), "--check", "."] },
  { name: "clocks", command: [node, "scripts/check-clocks.mjs"] },
];

/** Generates the client. This also counts as a check; if it fails, no other check can succeed. */
export async function generateClient(tally, write = show) {
  await runChecks(tally, [CLIENT], write);
}

/** Runs the checks, as many at once as there are cores. Each counts as one test. Returns skipped checks with the reason. */
export async function runChecks(tally, checks = CHECKS, write = show) {
  const skipped = new Map();
  const transcript = openTranscript(write);
  const opened = checks.map((check) => ({ ...check, section: transcript.section() }));
  await sideBySide(opened, availableParallelism(), async ({ name, command, section }) => {
    const started = Date.now();
    const { code, output } = await run(command[0], command.slice(1), { isQuiet: true });
    if (code === SKIPPED) {
      section.write(`skip ${name}: ${output.trim()}\n`);
      skipped.set(name, output.trim());
    } else {
      section.write(`${code === 0 ? "ok  " : "FAIL"} ${name} (${secondsSince(started)} s)\n`);
      if (code !== 0) section.write(`${output.trim()}\n`);
      tally(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    }
    section.end();
  });
  return skipped;
}

export function secondsSince(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}

/** Runs the agent tests. If the agent lint was skipped for lack of an engine, these are skipped with the same reason. */
export async function runAgentTests(skipped, tally, write = show) {
  if (skipped.has(AGENT_LINT)) write(`skip agent tests: ${skipped.get(AGENT_LINT)}\n`);
  else await runVitest("agent", tally, write);
}

/** Runs one Vitest project; the totals come from its JSON report. */
export async function runVitest(project, tally, write = show) {
  const started = Date.now();
  const folder = await mkdtemp(join(tmpdir(), "innkeeper-report-"));
  const report = join(folder, "vitest.json");
  const [command, ...args] = bin("vitest/vitest.mjs");
  const { code } = await run(
    command,
    [
      ...args,
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { write },
  );
  const totals = await readFile(report, "utf8").then(JSON.parse, () => null);
  await rm(folder, { recursive: true, force: true });
  const passed = totals?.numPassedTests ?? 0;
  const broken = (totals?.testResults ?? []).filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failed = (totals?.numFailedTests ?? 0) + broken.length;
  if (passed + failed === 0) write(`No test of the ${project} project ran.\n`);
  const counted = { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
  write(`${counted.failed === 0 ? "ok  " : "FAIL"} ${project} tests (${secondsSince(started)} s)\n`);
  tally(counted);
}
