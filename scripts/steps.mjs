// The checks that need no database, shared by `npm run check` and `npm test`.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const isWindows = process.platform === "win32";
/** A log is read without colours. */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: "0" };

/** Runs a tool of ours; answers its exit code and what it wrote. */
export function run(command, args, { env = {}, isQuiet = false } = {}) {
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
        if (!isQuiet) process.stdout.write(text);
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

export const node = process.execPath;
const bin = (path) => [node, `node_modules/${path}`];
const tsx = ["--import", "tsx"];

/** What a check answers when this machine has no means for it. */
const SKIPPED = 77;
export const AGENT_LINT = "agent lint";

export const CHECKS = [
  { name: "prisma client", command: [node, ...tsx, "scripts/prisma-generate.ts"] },
  { name: "format", command: [...bin("oxfmt/bin/oxfmt"), "--check", "."] },
  { name: "lint", command: [...bin("oxlint/bin/oxlint"), "--type-aware", "--deny-warnings", "."] },
  { name: "types", command: [...bin("typescript/bin/tsc"), "--noEmit", "-p", "."] },
  { name: "floors", command: [node, "scripts/check-floors.mjs"] },
  { name: "clocks", command: [node, "scripts/check-clocks.mjs"] },
  { name: "unused code", command: [...bin("knip/bin/knip.js"), "--no-progress"] },
  { name: "contract", command: [node, ...tsx, "scripts/contract-build.ts", "--check"] },
  { name: AGENT_LINT, command: [node, ...tsx, "scripts/check-agent.ts"] },
];

/** Runs the checks one after the other; a check is one test. Answers those that could not run here, with the reason. */
export async function runChecks(tally, checks = CHECKS) {
  const skipped = new Map();
  for (const { name, command } of checks) {
    const started = Date.now();
    const { code, output } = await run(command[0], command.slice(1), { isQuiet: true });
    if (code === SKIPPED) {
      console.log(`skip ${name}: ${output.trim()}`);
      skipped.set(name, output.trim());
      continue;
    }
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
    if (code !== 0) console.log(output.trim());
    tally(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  return skipped;
}

/** Runs the agent in its tests. Where its syntax trees could not be read there is no engine for them either: the reason is told. */
export async function runAgentTests(skipped, tally) {
  if (skipped.has(AGENT_LINT)) console.log(`skip agent tests: ${skipped.get(AGENT_LINT)}`);
  else await runVitest("agent", tally);
}

/** Runs one project of Vitest; the totals are read from its own report. */
export async function runVitest(project, tally) {
  const folder = await mkdtemp(join(tmpdir(), "innkeeper-report-"));
  const report = join(folder, "vitest.json");
  const [command, ...args] = bin("vitest/vitest.mjs");
  const { code } = await run(command, [
    ...args,
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const totals = await readFile(report, "utf8").then(JSON.parse, () => null);
  await rm(folder, { recursive: true, force: true });
  const passed = totals?.numPassedTests ?? 0;
  const broken = (totals?.testResults ?? []).filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failed = (totals?.numFailedTests ?? 0) + broken.length;
  if (passed + failed === 0) console.log(`No test of the ${project} project ran.`);
  tally({ passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed });
}
