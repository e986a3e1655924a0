import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readReport, wellServer } from "@/agents/mock/testing/loopback-server.ts";
import { stageModule } from "./hosts/stage.ts";
import { runAt, runSteps, ServerOfScripts, writeData, type Step, type StepResult } from "./run-steps.ts";

const MINUTE = 60_000;
let folder: string;
let server: ServerOfScripts;
let staged: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-set-aside-"));
  server = await ServerOfScripts.start();
  staged = await stageModule(folder, { readsHost: false });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test("a refused snapshot that cannot be moved is not sent again, delays nothing, and is moved later", async () => {
  const data = join(folder, "held");
  const well = wellServer();
  server.answer("held", (request, count) => {
    if (count === 1) return { status: 503 };
    const isRefused = readReport(request).sequence === 1;
    return isRefused ? { status: 422, body: { title: "Not this contract" } } : well(request);
  });
  await writeData(data, server.urlOf("held"), {});
  const run = async (...steps: Step[]): Promise<StepResult[]> => {
    const results = await runSteps(inject("engine"), {
      folder,
      module: staged,
      scripts: [{ name: "held", data, steps }],
    });
    return results.get("held") ?? [];
  };

  await run(runAt(0));
  const [name = ""] = await readdir(join(data, "spool"));
  // In place of a program that has the file open: a folder where the file is to be moved to.
  await mkdir(join(data, "refused", name), { recursive: true });
  const held = await run(runAt(MINUTE, { Now: true }), runAt(2 * MINUTE, { Now: true }));
  expect(held.map(({ error, state }) => [error, state["refused"]])).toEqual([
    [null, 1],
    [null, 1],
  ]);
  expect(await readdir(join(data, "spool"))).toEqual([name]);
  expect(await readFile(join(data, "log", "innkeeper.log"), "utf8")).toContain("the next run tries again");

  await rm(join(data, "refused", name), { recursive: true });
  await run(runAt(3 * MINUTE, { Now: true }));
  expect(await readdir(join(data, "spool"))).toEqual([]);
  expect((await readdir(join(data, "refused"))).sort()).toEqual([name, `${name}.txt`]);
  const sequences = server.received.get("held")?.map((request) => readReport(request).sequence);
  expect(sequences).toEqual([1, 1, 2, 3, 4]);
});
