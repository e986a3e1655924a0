import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runScript, type Engine } from "./engine/engine.ts";

/** Runs text inside the module, where it can call private functions, and returns the lines of its output. */
export async function runInModule(
  engine: Engine,
  { folder, manifest }: { folder: string; manifest: string },
  text: string,
): Promise<string[]> {
  const script = join(folder, "inside.ps1");
  await writeFile(
    script,
    `$ErrorActionPreference = 'Stop'\nImport-Module '${manifest}'\n& (Get-Module -Name Innkeeper) {\n${text}\n}\n`,
  );
  const { code, stdout, stderr } = await runScript(engine, script, []);
  if (code !== 0) throw new Error(stderr);
  return stdout.trim().split(/\r?\n/);
}
