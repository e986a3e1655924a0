import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { acquireOwnerLock, readLiveOwner } from "./owner-lock.ts";
import { processIdentity } from "./process-identity.ts";

describe("the lock of a data directory", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "innkeeper-lock-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const leaveLock = (content: string) => writeFile(join(directory, "innkeeper.lock"), content);

  test("belongs to one process, which is reported to every other", async () => {
    const lock = await acquireOwnerLock(directory);
    expect(await readLiveOwner(directory)).toBe(process.pid);
    await expect(acquireOwnerLock(directory)).rejects.toThrow(
      `${directory} is in use by process ${process.pid}. Stop that process first`,
    );
    await lock.release();
    expect(await readLiveOwner(directory)).toBeNull();
    expect(await readdir(directory)).toEqual([]);
  });

  test("of a process that has ended is taken over", async () => {
    const child = spawn(process.execPath, ["--eval", "0"]);
    await once(child, "exit");
    await leaveLock(JSON.stringify({ pid: child.pid, identity: "boot 1", nonce: "a" }));
    await acquireOwnerLock(directory);
    expect(await readLiveOwner(directory)).toBe(process.pid);
  });

  test("with the pid of another process is taken over", async () => {
    await leaveLock(JSON.stringify({ pid: process.pid, identity: "an earlier boot 17", nonce: "a" }));
    expect(await readLiveOwner(directory)).toBeNull();
    await acquireOwnerLock(directory);
    expect(await readLiveOwner(directory)).toBe(process.pid);
  });

  test.each([
    ["empty", ""],
    ["torn", '{"pid":1,"ide'],
    ["of another shape", '{"pid":"1"}'],
  ])("that a power cut left %s is taken over", async (_, content) => {
    await leaveLock(content);
    await acquireOwnerLock(directory);
    expect(await readLiveOwner(directory)).toBe(process.pid);
  });

  test("of a live process is never taken over", async () => {
    const child = spawn(process.execPath, ["--eval", "setInterval(() => 0, 1000)"]);
    try {
      await once(child, "spawn");
      const identity = await processIdentity(child.pid ?? 0);
      await leaveLock(JSON.stringify({ pid: child.pid, identity, nonce: "a" }));
      await expect(acquireOwnerLock(directory)).rejects.toThrow(`process ${child.pid}`);
    } finally {
      child.kill("SIGKILL");
    }
  });

  test("is taken by one of many at once", async () => {
    await leaveLock(JSON.stringify({ pid: process.pid, identity: "an earlier boot 17", nonce: "a" }));
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => acquireOwnerLock(directory)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await readdir(directory)).toEqual(["innkeeper.lock"]);
    expect(await readFile(join(directory, "innkeeper.lock"), "utf8")).toContain(`"pid":${process.pid}`);
  });
});

describe("a process's identity", () => {
  test("stays the same, and is null after the process has exited", async () => {
    const child = spawn(process.execPath, ["--eval", "setInterval(() => 0, 1000)"]);
    await once(child, "spawn");
    const pid = child.pid ?? 0;
    const identity = await processIdentity(pid);
    expect(identity).not.toBeNull();
    expect(await processIdentity(pid)).toBe(identity);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await processIdentity(pid)).toBeNull();
  });
});
