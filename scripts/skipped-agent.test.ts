import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { NO_ENGINE } from "@/agents/hyperv/tests/engine/engine.ts";

const emptyFolder = mkdtempSync(join(tmpdir(), "innkeeper-no-engine-"));
afterAll(() => rmSync(emptyFolder, { recursive: true }));

/** Runs the agent part of `npm test` in a separate process and returns its counts. */
const AGENT_PART = `
  import { AGENT_LINT, CHECKS, runAgentTests, runChecks } from "./scripts/steps.mjs";
  const counted = [];
  const tally = (totals) => counted.push(totals);
  await runAgentTests(await runChecks(tally, CHECKS.filter(({ name }) => name === AGENT_LINT)), tally);
  console.log(JSON.stringify(counted));
`;

test("without PowerShell and .NET the agent's lint and tests are skipped with a message and without a failure", async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", AGENT_PART],
    { env: { ...process.env, PATH: emptyFolder } },
  );
  expect(stdout.trim().split(/\r?\n/)).toEqual([
    `skip agent lint: ${NO_ENGINE}`,
    `skip agent tests: ${NO_ENGINE}`,
    "[]",
  ]);
});
