import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readReport, wellServer, type Received } from "@/agents/mock/testing/loopback-server.ts";
import { runScript } from "./engine/engine.ts";
import { stageModule } from "./hosts/stage.ts";
import { runAt, runSteps, ServerOfScripts, writeData } from "./run-steps.ts";

const INSTRUMENT = fileURLToPath(new URL("./instrument.ps1", import.meta.url));
const MINUTE = 60_000;

/** The state that termination at one statement would have left: the agent's disk, and the server's progress. */
interface Moment {
  name: string;
  data: string;
  /** Posts for which the agent had received a response. */
  posts: number;
  /** Snapshots that had been in the spool up to then. */
  spooled: Set<string>;
}

let folder: string;
let server: ServerOfScripts;
let moments: Moment[];
let base: Received[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-killing-"));
  server = await ServerOfScripts.start();
  const watched = await stageModule(join(folder, "watched"), { readsHost: false });
  const staged = await stageModule(join(folder, "plain"), { readsHost: false });
  const instrumented = await runScript(inject("engine"), INSTRUMENT, ["-Module", join(watched, "..")]);
  if (instrumented.code !== 0) throw new Error(instrumented.stderr);

  // The first snapshot stays pending during an outage; the second is read, then both are sent, and the third is refused.
  const data = join(folder, "base");
  const well = wellServer();
  server.answer("base", (request, count) => {
    if (count === 1) return { status: 503 };
    return count === 4 ? { status: 422, body: { title: "Refused" } } : well(request);
  });
  await writeData(data, server.urlOf("base"), {});
  const steps = [0, 1, 2].map((minute) => runAt(minute * MINUTE, { Now: true }));
  const watch = join(folder, "moments");
  const told = await runSteps(inject("engine"), {
    folder,
    module: watched,
    scripts: [{ name: "base", data, steps }],
    watch,
  });
  const errors = told.get("base")?.map(({ error }) => error);
  if (String(errors) !== String([null, null, null])) throw new Error(JSON.stringify([...told]));
  base = server.received.get("base") ?? [];
  moments = await readMoments(watch);

  for (const moment of moments) {
    // The server has stored everything it had acknowledged: the agent resumes against that state.
    const later = wellServer();
    for (const [index, request] of base.slice(0, moment.posts).entries())
      if (index === 1 || index === 2) later(request);
    server.answer(moment.name, (request) => later(request));
    await cp(join(watch, moment.name), moment.data, { recursive: true });
    await writeData(moment.data, server.urlOf(moment.name), {});
  }
  const resumed = await runSteps(inject("engine"), {
    folder,
    module: staged,
    scripts: moments.map(({ name, data: place }) => ({
      name,
      data: place,
      steps: [runAt(10 * MINUTE), runAt(11 * MINUTE)],
    })),
  });
  for (const [name, results] of resumed)
    for (const { error } of results) if (error !== null) throw new Error(`${name}: ${error}`);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function readMoments(watch: string): Promise<Moment[]> {
  const all: Moment[] = [];
  const spooled = new Set<string>();
  for (const name of (await readdir(watch)).sort()) {
    for (const file of await readdir(join(watch, name, "spool")).catch(() => []))
      if (file.endsWith(".json.gz")) spooled.add(idOf(file));
    const posts = Number(name.split("-")[1]);
    all.push({ name, data: join(folder, "resumed", name), posts, spooled: new Set(spooled) });
  }
  return all;
}

/** The snapshot's id, at the end of its file name. */
function idOf(file: string): string {
  return file.replace(/\.json\.gz(\.txt)?$/, "").slice(-36);
}

test("sending has enough statements to be killed at", () => {
  // State, snapshot, cache and log, each by temporary file and rename, three times, and the changes after responses.
  expect(moments.length).toBeGreaterThan(30);
  expect(new Set(moments.map(({ posts }) => posts))).toEqual(new Set([0, 1, 2, 3, 4]));
});

test("a kill at any statement loses nothing that was spooled", async () => {
  for (const { name, data, posts, spooled } of moments) {
    const stored = [...base.slice(1, Math.min(posts, 3)), ...(server.received.get(name) ?? [])].map(
      (request) => readReport(request).snapshotId,
    );
    const refused = (await readdir(join(data, "refused")).catch(() => [])).map(idOf);
    const lost = [...spooled].filter((id) => !stored.includes(id) && !refused.includes(id));
    expect({ name, lost }).toEqual({ name, lost: [] });
    expect({ name, waiting: await readdir(join(data, "spool")) }).toEqual({ name, waiting: [] });
  }
});

test("and sends nothing twice with a different id, and no number twice", () => {
  for (const { name, posts } of moments) {
    const ids = new Map<string, string>();
    const numbers = new Map<string, string>();
    for (const request of [...base.slice(0, posts), ...(server.received.get(name) ?? [])]) {
      const { snapshotId, collectedAt, epoch, sequence } = readReport(request);
      const number = `${epoch}/${sequence}`;
      expect({ name, id: ids.get(collectedAt) ?? snapshotId }).toEqual({ name, id: snapshotId });
      expect({ name, number: numbers.get(number) ?? snapshotId }).toEqual({ name, number: snapshotId });
      ids.set(collectedAt, snapshotId);
      numbers.set(number, snapshotId);
    }
  }
});

test("a process that is killed while the server handles its post sends the same id again", async () => {
  const data = join(folder, "killed");
  const well = wellServer();
  const kill = new AbortController();
  server.answer("killed", (request, count) => {
    const reply = well(request);
    if (count > 1) return reply;
    // Stored, but the response never arrives: the process is killed, without a chance to clean up.
    kill.abort();
    return "never-answer";
  });
  await writeData(data, server.urlOf("killed"), {});
  const options = { folder, module: join(folder, "plain", "Innkeeper", "Innkeeper.psd1") };
  const steps = [runAt(0)];
  await runSteps(inject("engine"), {
    ...options,
    scripts: [{ name: "killed", data, steps }],
    signal: kill.signal,
  });
  const again = [runAt(MINUTE / 2)];
  const results = await runSteps(inject("engine"), {
    ...options,
    scripts: [{ name: "killed", data, steps: again }],
  });
  // The lock of the killed process is released, and its snapshot is acknowledged as a duplicate.
  expect(results.get("killed")?.map(({ answer, error }) => ({ ...answer, error }))).toEqual([
    expect.objectContaining({ pending: 0, error: null }),
  ]);
  const ids = (server.received.get("killed") ?? []).map((request) => readReport(request).snapshotId);
  expect(ids[1]).toBe(ids[0]);
});
