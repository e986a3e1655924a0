import { spawn } from "node:child_process";
import { once } from "node:events";
import type { ScenarioName } from "../agents/mock/scenarios.ts";

interface MockReports {
  url: string;
  /** An enrolment key with a use for each host, or one that the same fleet has already used. */
  key: string;
  scenario: ScenarioName;
  hosts: number;
  vmsPerHost: number;
  /** How much of the scenario's story has passed, such as `4m`. */
  from?: string;
  /** This many days of the past are imported on the server with this data directory, before the report of today. */
  past?: { days: number; dataDir: string };
  /** Where the agents' tokens are stored, so that the same hosts can report again. */
  state?: string;
}

/**
 * Lets each host of a mock fleet report once, as users run it: enrolled with a key, through the agents' own API. A
 * story is entered where the test needs it, so nothing depends on the speed of this machine.
 */
export async function reportOnce({
  url,
  key,
  scenario,
  hosts,
  vmsPerHost,
  from,
  past,
  state,
}: MockReports): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      "dist/mock.mjs",
      "--once",
      `--server=${url}`,
      `--key=${key}`,
      `--scenario=${scenario}`,
      `--hosts=${hosts}`,
      `--vms=${vmsPerHost}`,
      `--interval=${INTERVAL}`,
      ...(from === undefined ? [] : [`--from=${from}`]),
      ...(past === undefined ? [] : [`--past=${past.days}`, "--importer=dist/cli.mjs"]),
      ...(state === undefined ? [] : [`--state=${state}`]),
    ],
    {
      stdio: ["ignore", "pipe", "pipe"],
      ...(past === undefined ? {} : { env: { ...process.env, INNKEEPER_DATA_DIR: past.dataDir } }),
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  await once(child, "close");
  if (child.exitCode !== 0) throw new Error(`The mock fleet ended with ${child.exitCode}: ${said}`);
}

/** Hosts with this interval stay fresh for four minutes, and are not stale before ten. */
const INTERVAL = "2m";
