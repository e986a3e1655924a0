import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { StateFile } from "./state-file.ts";

const SERVER = new URL("http://127.0.0.1:3000");
const ENROLLED = { hostId: "h", token: "ika_one" };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-state-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test("the saved state is available in the next run, readable only by the owner", async () => {
  const path = join(folder, "deeper", "fleet.json");
  const first = await StateFile.open(path, SERVER);
  expect(first.enrolled("one")).toBeNull();
  first.keep("one", ENROLLED);
  await first.save();
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await StateFile.open(path, SERVER)).enrolled("one")).toEqual(ENROLLED);
});

test("another server's tokens are not used", async () => {
  const path = join(folder, "fleet.json");
  const first = await StateFile.open(path, SERVER);
  first.keep("one", ENROLLED);
  await first.save();
  expect((await StateFile.open(path, new URL("http://127.0.0.1:4000"))).enrolled("one")).toBeNull();
});

test("a foreign file is an error and is not overwritten", async () => {
  const path = join(folder, "fleet.json");
  await writeFile(path, '{"hello":1}');
  await expect(StateFile.open(path, SERVER)).rejects.toThrow("expected");
  expect(await readFile(path, "utf8")).toBe('{"hello":1}');
});

test("without a path nothing is written", async () => {
  const state = await StateFile.open(null, SERVER);
  state.keep("one", ENROLLED);
  await state.save();
  expect(state.enrolled("one")).toEqual(ENROLLED);
});
