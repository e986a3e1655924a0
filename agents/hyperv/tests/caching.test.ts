import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { parseSnapshotJson } from "@/lib/contract/agent/read-snapshot.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { runScript } from "./engine/engine.ts";
import { change, rawHost, type Recording } from "./hosts/recording.ts";
import { stageHost, stageModule } from "./hosts/stage.ts";

const RUNS = fileURLToPath(new URL("./runs.ps1", import.meta.url));
const START = Date.parse("2026-11-24T12:00:00Z");
const HOUR = 3_600_000;
const MERGING_DISKS = 32_772;

/** Three runs of the agent on one host: the second just before the firmware is read again, the third just after. */
const TIMES = [START, START + HOUR - 1000, START + HOUR];

let folder: string;
let first: SnapshotV1;
let second: SnapshotV1;
let third: SnapshotV1;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-caching-"));
  const manifest = await stageModule(folder);
  const hosts = [rawHost(), rawHost(), rawHost()];
  const [before, ...later] = hosts;
  if (before) setStatus(before, 1, MERGING_DISKS);
  for (const host of later) {
    change(host, "Get-VMFirmware", (row) => ({ ...row, SecureBootTemplate: "changed" }));
    change(host, "Get-VHD", (row) => ({ ...row, FileSize: 1 }));
  }
  const staged = await Promise.all(
    hosts.map((recording, index) => stageHost(folder, { name: `run-${index}`, recording })),
  );
  const runs = staged.map((host, index) => ({ at: TIMES[index], recording: join(host, "recording.json") }));
  const plan = join(folder, "plan.json");
  await writeFile(plan, JSON.stringify({ module: manifest, cache: join(folder, "cache.json"), runs }));
  const { code, stdout, stderr } = await runScript(inject("engine"), RUNS, ["-Plan", plan], {
    env: {
      PSModulePath: [join(staged[0] ?? "", "Modules"), process.env["PSModulePath"] ?? ""].join(delimiter),
    },
  });
  if (code !== 0) throw new Error(stderr);
  const [one, two, three, ...rest] = stdout.trim().split(/\r?\n/).map(toSnapshot);
  if (!one || !two || !three || rest.length > 0) throw new Error(stdout);
  [first, second, third] = [one, two, three];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function setStatus(host: Recording, vm: number, status: number): void {
  change(host, "Get-VM", (row, index) => (index === vm ? { ...row, OperationalStatus: [status] } : row));
}

function toSnapshot(line: string): SnapshotV1 {
  const body: unknown = JSON.parse(line);
  const parsed = parseSnapshotJson(JSON.stringify(Object.assign({}, body, { sentAt: new Date(START) })));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.snapshot;
}

function readAt(snapshot: SnapshotV1, name: string): number {
  return Date.parse(snapshot.sections.find((section) => section.name === name)?.collectedAt ?? "");
}

const templates = ({ vms }: SnapshotV1) => vms?.map((vm) => vm.firmware?.secureBootTemplate ?? null);
const sizes = ({ vms }: SnapshotV1) => vms?.map((vm) => vm.disks?.map((disk) => disk.fileSizeBytes));

test("slow data is taken from the cache until its interval is over, with the time at which it was read", () => {
  expect([first, second, third].map(templates)).toEqual([
    ["MicrosoftWindows", null, "MicrosoftWindows"],
    ["MicrosoftWindows", null, "MicrosoftWindows"],
    ["changed", null, "changed"],
  ]);
  expect([first, second, third].map((run) => readAt(run, "vms.firmware"))).toEqual([
    START,
    START,
    START + HOUR,
  ]);
  expect([first, second, third].map((run) => readAt(run, "vms.services"))).toEqual(TIMES);
});

test("disks of a VM that merges them are not opened, and are read as soon as it is done", () => {
  expect(sizes(first)).toEqual([[48_318_382_080], [null, null], [expect.any(Number)]]);
  // The others are read every six hours, so theirs are still the first.
  expect(sizes(second)).toEqual([[48_318_382_080], [1, 1], sizes(first)?.[2]]);
  expect(sizes(third)).toEqual(sizes(second));
  expect([first, second, third].map((run) => readAt(run, "vms.vhds"))).toEqual([START, START, START]);
});
