import { describe, expect, test } from "vitest";
import { Spool, type SpooledReport } from "./spool.ts";

function reportOf(sequence: number): SpooledReport {
  return {
    snapshotId: `id-${sequence}`,
    tick: sequence,
    sequence,
    collectedAtMs: Date.parse("2026-11-23T08:00:00Z") + sequence * 60_000,
    intervalSeconds: 60,
    spool: { pending: 0, dropped: 0, oldestAt: null },
    sendError: null,
  };
}

function spoolOf(count: number, capacity?: number): Spool {
  const spool = new Spool(capacity);
  for (let sequence = 1; sequence <= count; sequence++) spool.add(reportOf(sequence));
  return spool;
}

describe("order of pending reports", () => {
  test.each([
    { waiting: 1, next: 1 },
    { waiting: 2, next: 1 },
    { waiting: 30, next: 1 },
    { waiting: 31, next: 31 },
    { waiting: 500, next: 500 },
  ])("of $waiting the one with sequence $next goes first", ({ waiting, next }) => {
    expect(spoolOf(waiting).next()?.sequence).toBe(next);
  });

  test("newest first until 30 are left, then the oldest of those", () => {
    const spool = spoolOf(33);
    const sent: number[] = [];
    for (let report = spool.next(); report; report = spool.next()) {
      sent.push(report.sequence);
      spool.forget(report);
    }
    expect(sent.slice(0, 5)).toEqual([33, 32, 31, 1, 2]);
    expect(sent).toHaveLength(33);
  });

  test("an empty spool has nothing to send", () => {
    expect(new Spool().next()).toBeNull();
  });
});

test("reports how many are pending and since when", () => {
  expect(spoolOf(3).state()).toEqual({ pending: 3, dropped: 0, oldestAt: "2026-11-23T08:01:00.000Z" });
  expect(new Spool().state()).toEqual({ pending: 0, dropped: 0, oldestAt: null });
});

test("when it is full, the oldest is dropped and counted", () => {
  const spool = spoolOf(12, 10);
  expect([spool.pending, spool.dropped, spool.next()?.sequence]).toEqual([10, 2, 3]);
});

test("a report that is set aside is not sent again, and its reason is kept", () => {
  const spool = spoolOf(2);
  const first = spool.next();
  if (first) spool.putAside(first, 422, "vms.0.id is listed twice");
  expect(spool.next()?.sequence).toBe(2);
  expect(spool.refused).toBe(1);
  expect(spool.setAside[0]).toMatchObject({ status: 422, report: { sequence: 1 } });
});

test("of those set aside, the last ones are kept and all are counted", () => {
  const spool = spoolOf(25);
  for (let report = spool.next(); report; report = spool.next()) spool.putAside(report, 400, "not JSON");
  expect(spool.refused).toBe(25);
  expect(spool.setAside).toHaveLength(20);
  expect(spool.setAside.at(-1)?.report.sequence).toBe(25);
});
