import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runScript, type Engine } from "../engine/engine.ts";
import type { RecordedHost } from "./recorded-hosts.ts";
import { stageHost, stageModule } from "./stage.ts";

const COLLECT = fileURLToPath(new URL("../collect.ps1", import.meta.url));

/** Has the agent read each host, and answers what it would post, as text by the host's name. One process reads them all. */
export async function collectHosts(
  engine: Engine,
  folder: string,
  hosts: readonly RecordedHost[],
): Promise<Map<string, string>> {
  await stageModule(folder);
  for (const host of hosts) await stageHost(folder, host);
  // A zone with a summer time, so that a local time taken for UTC would show.
  const run = await runScript(engine, COLLECT, ["-Folder", folder], { env: { TZ: "Europe/Berlin" } });
  const complaints = run.stdout
    .split("\n")
    .filter((line) => !/: \d+ ms\r?$/.test(line) && line.trim() !== "");
  if (run.code !== 0 || run.stderr !== "" || complaints.length > 0)
    throw new Error(`The agent failed:\n${[...complaints, run.stderr].join("\n")}`);
  const texts = await Promise.all(
    hosts.map(({ name }) => readFile(join(folder, "hosts", name, "snapshot.json"), "utf8")),
  );
  return new Map(hosts.map(({ name }, index) => [name, texts[index] ?? ""]));
}
