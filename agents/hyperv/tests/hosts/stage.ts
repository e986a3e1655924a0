import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { rows, type Recording } from "./recording.ts";
import type { RecordedHost } from "./recorded-hosts.ts";

const MODULE = fileURLToPath(new URL("../..", import.meta.url));
const STAND_INS = fileURLToPath(new URL("../stand-ins", import.meta.url));
const UNREAD = fileURLToPath(new URL("../unread", import.meta.url));
const STUBS = fileURLToPath(new URL("../stubs", import.meta.url));
const collector = z.object({
  hyperVModuleVersion: z.string(),
  brokenModules: z.array(z.string()).default([]),
  missingParameters: z.array(z.string()).default([]),
});
const SHARED = ["replay.ps1", "types.ps1"];

/**
 * Copies the module to a folder, in which test functions replace those that only Windows can run: so they are replaced in
 * every runspace that the agent opens, too.
 */
export async function stageModule(folder: string, { readsHost = true } = {}): Promise<string> {
  const target = join(folder, "Innkeeper");
  await cp(MODULE, target, { recursive: true, filter: (path) => !path.startsWith(join(MODULE, "tests")) });
  await cp(STAND_INS, target, { recursive: true });
  if (!readsHost) await cp(UNREAD, target, { recursive: true });
  return join(target, "Innkeeper.psd1");
}

/** Writes a recorded host: its recording, and modules that export the recorded cmdlets and no others. */
export async function stageHost(folder: string, host: RecordedHost): Promise<string> {
  const { recording } = host;
  const target = join(folder, "hosts", host.name);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "recording.json"), JSON.stringify(recording));
  for (const file of (await readdir(STUBS)).filter((one) => one.endsWith(".psm1"))) {
    const name = file.slice(0, -".psm1".length);
    const text = withoutParameters(await readFile(join(STUBS, file), "utf8"), recording);
    const all = [...text.matchAll(/^function (Get-\w+)/gm)].map(([, command]) => command ?? "");
    const recorded = all.filter((command) => command === "Get-CimInstance" || isRecorded(recording, command));
    if (recorded.length === 0) continue;
    const place = join(target, "Modules", name);
    await mkdir(place, { recursive: true });
    await writeFile(join(place, file), text);
    for (const shared of SHARED) await cp(join(STUBS, shared), join(place, shared));
    await writeFile(join(place, `${name}.psd1`), toManifest(file, recording, recorded));
  }
  // A module that is installed but cannot be loaded: damaged, or blocked by a policy.
  for (const name of collector.parse(rows(recording, "_collector")[0]).brokenModules) {
    const place = join(target, "Modules", name);
    await mkdir(place, { recursive: true });
    await writeFile(join(place, `${name}.psm1`), "throw 'The module is damaged.'\n");
  }
  return target;
}

/** On an older Windows version, cmdlets lack some parameters. */
function withoutParameters(text: string, recording: Recording): string {
  const { missingParameters } = collector.parse(rows(recording, "_collector")[0]);
  return missingParameters.reduce(
    (kept, name) => kept.replace(new RegExp(String.raw`, \[\w+\] \$${name}\b`), ""),
    text,
  );
}

function isRecorded(recording: Recording, command: string): boolean {
  return recording[command] !== undefined || recording[`${command}_ManagementOS`] !== undefined;
}

function toManifest(file: string, recording: Recording, commands: string[]): string {
  const { hyperVModuleVersion } = collector.parse(rows(recording, "_collector")[0]);
  const list = commands.map((command) => `'${command}'`).join(", ");
  return `@{ RootModule = '${file}'; ModuleVersion = '${hyperVModuleVersion}'; FunctionsToExport = @(${list}) }\n`;
}
