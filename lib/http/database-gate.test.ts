import { afterEach, describe, expect, test, vi } from "vitest";
import { DatabaseGate } from "./database-gate.ts";

afterEach(() => {
  vi.useRealTimers();
});

describe("database gate", () => {
  test("passes through results and errors of the work", async () => {
    const gate = new DatabaseGate({ probe: () => Promise.resolve() });
    expect(await gate.guard(() => Promise.resolve(7))).toBe(7);
    await expect(gate.guard(() => Promise.reject(new Error("ours")))).rejects.toThrow("ours");
    expect(gate.isAway).toBe(false);
  });

  test("rejects waiting requests, refuses new ones, and opens when the probe succeeds", async () => {
    vi.useFakeTimers();
    let isBack = false;
    const changes: boolean[] = [];
    const gate = new DatabaseGate({
      probe: () => (isBack ? Promise.resolve() : Promise.reject(new Error("still away"))),
      probeEveryMilliseconds: 100,
      onChange: (isAway) => changes.push(isAway),
    });
    const waiting = gate.guard(() => new Promise(() => undefined));
    gate.noteFailure();
    gate.noteFailure();
    await expect(waiting).rejects.toMatchObject({ code: "database-away" });
    await expect(gate.guard(() => Promise.resolve(1))).rejects.toMatchObject({ code: "database-away" });
    await vi.advanceTimersByTimeAsync(500);
    expect(gate.isAway).toBe(true);
    isBack = true;
    await vi.advanceTimersByTimeAsync(100);
    expect(await gate.guard(() => Promise.resolve(2))).toBe(2);
    expect(changes).toEqual([true, false]);
  });

  test("detects a database that hangs without an error, by probing while a request waits", async () => {
    vi.useFakeTimers();
    let isHung = false;
    let asked = 0;
    const gate = new DatabaseGate({
      probe: () => {
        asked += 1;
        return isHung ? Promise.reject(new Error("no answer in time")) : Promise.resolve();
      },
      probeEveryMilliseconds: 100,
    });
    await gate.guard(() => Promise.resolve());
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toBe(0);
    const waiting = gate.guard(() => new Promise(() => undefined));
    const refused = waiting.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(250);
    expect(gate.isAway).toBe(false);
    isHung = true;
    await vi.advanceTimersByTimeAsync(100);
    expect(await refused).toMatchObject({ code: "database-away" });
    expect(gate.isAway).toBe(true);
    gate.close();
  });

  test("a check that fails closes it", async () => {
    const gate = new DatabaseGate({ probe: () => Promise.reject(new Error("away")) });
    expect(await gate.check()).toBe(false);
    expect(gate.isAway).toBe(true);
    gate.close();
  });
});
