import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fleetOf } from "../testing/fleet-of.ts";
import { PastImporter } from "./past-importer.ts";
import { tellPast } from "./tell-past.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-importer-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A command line that writes down whose report each line was, where it was asked how far it is, and its end. */
async function commandLine(body: string): Promise<string> {
  const file = join(folder, "cli.mjs");
  await writeFile(
    file,
    `import { appendFileSync } from "node:fs";
     import { createInterface } from "node:readline";
     const note = (text) => appendFileSync(${JSON.stringify(join(folder, "notes"))}, text + "\\n");
     for await (const line of createInterface({ input: process.stdin })) { ${body} }
     note("summed");`,
  );
  return file;
}

const WELL =
  'if (line === "") { note("asked"); console.log("0 stored"); } else note(JSON.parse(line.slice(line.indexOf(" "))).host.name);';

test("hosts are imported one after the other, and the daily totals are computed when none is waiting", async () => {
  const fleet = fleetOf("healthy", { hosts: 2, vms: 1 });
  const importer = new PastImporter(await commandLine(WELL), new AbortController().signal);
  const reports = fleet.hosts.map(({ plan }) => [...tellPast(fleet, plan, 10)].slice(0, 2));
  await Promise.all(fleet.hosts.map(({ name }, place) => importer.take(reports[place] ?? [], name)));
  await importer.end();
  const names = fleet.hosts.flatMap(({ name }, place) => [
    ...(reports[place] ?? []).map(() => name),
    "asked",
  ]);
  const notes = (await readFile(join(folder, "notes"), "utf8")).trim().split("\n");
  expect(notes).toEqual([...names, "summed"]);
});

test("the caller gets an error when the importer ends early", async () => {
  const fleet = fleetOf("healthy", { hosts: 1, vms: 1 });
  const [host] = fleet.hosts;
  if (!host) throw new Error("The scenario has a host.");
  const importer = new PastImporter(await commandLine("process.exit(1);"), new AbortController().signal);
  await expect(importer.take(tellPast(fleet, host.plan, 10), host.name)).rejects.toThrow(
    `The history of ${host.name} could not be imported`,
  );
  await importer.end();
});
