// The agent on a replayed host with 200 VMs, in the test engine: seconds, memory, Hyper-V calls, bytes on the wire.
// This uses an engine and stubs. On a real host the cmdlets take most of the time, so the number of calls matters.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { findEngine, NO_ENGINE, runScript } from "@/agents/hyperv/tests/engine/engine.ts";
import { hostOfManyVms } from "@/agents/hyperv/tests/hosts/large-host.ts";
import { stageHost, stageModule } from "@/agents/hyperv/tests/hosts/stage.ts";
import { snapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { printFigures } from "./print-figures.ts";

const VMS = Number(process.argv[2] ?? 200);
const MEASURE = fileURLToPath(new URL("./agent/measure.ps1", import.meta.url));
const measured = z.object({
  first: z.number(),
  again: z.number(),
  againUsed: z.number(),
  ordinary: z.number(),
  ordinaryUsed: z.number(),
  bytesBefore: z.number(),
  bytesPeak: z.number(),
  bytesRows: z.number(),
  bytesAdded: z.number(),
  bytesHeld: z.number(),
  calls: z.number(),
  ordinaryCalls: z.number(),
  singleCalls: z.number(),
});

const engine = await findEngine();
if (engine === null) throw new Error(`The agent cannot run: ${NO_ENGINE}.`);
const folder = await mkdtemp(join(tmpdir(), "innkeeper-agent-bench-"));
try {
  const manifest = await stageModule(folder);
  const host = await stageHost(folder, { name: "large", recording: hostOfManyVms(VMS) });
  const target = join(folder, "snapshot.json");
  const run = await runScript(engine, MEASURE, ["-Manifest", manifest, "-Target", target], {
    env: {
      AGENT_REPLAY: join(host, "recording.json"),
      PSModulePath: [join(host, "Modules"), process.env["PSModulePath"] ?? ""].join(delimiter),
    },
  });
  if (run.code !== 0) throw new Error(`${run.stdout}\n${run.stderr}`);
  const told = measured.parse(JSON.parse(run.stdout.trim().split("\n").at(-1) ?? ""));
  const bytes = await readFile(target);
  const text: unknown = JSON.parse(bytes.toString("utf8"));
  const snapshot = snapshotV1.parse(Object.assign({}, text, { sentAt: new Date().toISOString() }));
  const failed = snapshot.sections.filter(({ status }) => status !== "ok" && status !== "skipped");
  if (snapshot.vms?.length !== VMS || failed.length > 0) throw new Error(JSON.stringify(failed));
  const gzip = gzipSync(bytes);
  printFigures(`The agent on a replayed host of ${VMS} VMs, engine ${engine.name}`, [
    ["full run, first time, including the replay", `${told.first.toFixed(1)} s`],
    ["full run, without the replay: seconds / processor", seconds(told.again, told.againUsed)],
    [
      "regular run, slow parts from the cache: seconds / processor",
      seconds(told.ordinary, told.ordinaryUsed),
    ],
    [
      "peak memory / engine and recording, before the first read",
      `${megabytes(told.bytesPeak)} / ${megabytes(told.bytesBefore)}`,
    ],
    ["increase caused by the replay's own objects", megabytes(told.bytesRows)],
    [
      "added by a later run, including garbage / held by snapshot and cache at its end",
      `${megabytes(told.bytesAdded)} / ${megabytes(told.bytesHeld)}`,
    ],
    ["snapshot, JSON / gzip", `${kilobytes(bytes.length)} / ${kilobytes(gzip.length)}`],
    ["cmdlet calls, full run / regular run", `${told.calls} / ${told.ordinaryCalls}`],
    ["cmdlet calls with one query per VM", String(told.singleCalls)],
    ["ratio, full run", `1 : ${(told.singleCalls / told.calls).toFixed(1)}`],
    ["ratio, regular run", `1 : ${(told.singleCalls / told.ordinaryCalls).toFixed(0)}`],
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function seconds(passed: number, used: number): string {
  return `${passed.toFixed(1)} / ${used.toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1e3).toFixed(0)} kB`;
}
