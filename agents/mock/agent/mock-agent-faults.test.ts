import { describe, expect, test } from "vitest";
import { loneAgent, MINUTE_MS, sequences } from "../testing/lone-agent.ts";

describe("faults, if requested", { timeout: 30_000 }, () => {
  test("duplicate: a report is sent again after it was acknowledged, with the same id", async () => {
    const { live, answers, reports } = loneAgent({ faults: ["duplicate"] });
    await live(40);
    const ids = reports().map(({ snapshotId }) => snapshotId);
    expect(ids.length).toBeGreaterThan(new Set(ids).size);
    expect(new Set(answers())).toEqual(new Set(["stored", "duplicate"]));
  });

  test("out of order: a report arrives after a newer one, and is stale", async () => {
    const { live, answers, reports } = loneAgent({ faults: ["out-of-order"] });
    await live(40);
    const sent = sequences(reports());
    expect(sent).not.toEqual(sent.toSorted((a, b) => a - b));
    expect(new Set(answers())).toEqual(new Set(["stored", "stale"]));
  });

  test("late: reports arrive minutes after they were collected, none is lost", async () => {
    const { live, agent, reports } = loneAgent({ faults: ["late"] });
    await live(45);
    const waits = reports().map((report) => Date.parse(report.sentAt) - Date.parse(report.collectedAt));
    expect(Math.max(...waits)).toBeGreaterThanOrEqual(MINUTE_MS);
    expect(sequences(reports())).toEqual(
      Array.from({ length: 46 - agent.spool.pending }, (_, place) => place + 1),
    );
  });

  test("torn: a connection breaks, and the report is sent again", async () => {
    const { live, answers, agent } = loneAgent({ faults: ["torn"] });
    await live(40);
    expect(answers().filter((kind) => kind === "unreachable").length).toBeGreaterThan(1);
    expect(answers().filter((kind) => kind === "stored").length).toBe(41 - agent.spool.pending);
  });

  test("retry storm: one report arrives many times at once, and is stored once", async () => {
    const { live, answers } = loneAgent({ faults: ["retry-storm"] });
    await live(40);
    expect(answers().filter((kind) => kind === "duplicate").length).toBeGreaterThanOrEqual(5);
    expect(answers().filter((kind) => kind === "stored").length).toBe(41);
  });

  test("no fault occurs unless requested", async () => {
    const { live, events } = loneAgent();
    await live(40);
    expect(events.filter(({ type }) => type === "fault")).toEqual([]);
  });
});
