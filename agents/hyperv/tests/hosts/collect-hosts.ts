import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runScript, type Engine } from "../engine/engine.ts";
import type { RecordedHost } from "./recorded-hosts.ts";
import { stageHost, stageModule } from "./stage.ts";

const COLLECT = fileURLToPath(new URL("../collect.ps1", import.meta.url));

/** Lets the agent read each host, and returns what it would post, as text by host name. One process reads all of them. */
export async function collectHosts(
  engine: Engine,
  folder: string,
  hosts: readonly RecordedHost[],
): Promise<Map<string, string>> {
  await stageModule(folder);
  for (const host of hosts) await stageHost(folder, host);
  // A zone with daylight saving time, to reveal a local time mistaken for UTC.
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
