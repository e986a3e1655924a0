import { describe, expect, test } from "vitest";
import type { WaitingAgentView } from "@/lib/contract/api/access.ts";
import { askedSince, prepareLikely, splitWaiting } from "./prepare-waiting-agents.ts";

const AT = "2026-11-24T12:00:00.000Z";

function waiting(change: Partial<WaitingAgentView>): WaitingAgentView {
  return {
    id: "a",
    host: { id: "h", name: "HV-01" },
    status: "pending",
    instanceId: "i2",
    version: "1.0.0",
    askedName: "HV-01",
    address: "192.0.2.7",
    keyName: "Rack 14",
    firstAskedAt: AT,
    lastAskedAt: AT,
    decidedBy: null,
    decidedAt: null,
    present: { instanceId: "i1", version: "1.0.0", address: "192.0.2.7", enrolledAt: AT },
    lastReportedAt: AT,
    freshness: "fresh",
    ...change,
  };
}

describe("a second instance on a known machine", () => {
  test.each([
    { name: "while the first reports", change: { freshness: "fresh" as const }, likely: "copy" },
    { name: "while the first is late", change: { freshness: "late" as const }, likely: "copy" },
    { name: "after the first fell silent", change: { freshness: "stale" as const }, likely: "reinstall" },
    { name: "long after that", change: { freshness: "missing" as const }, likely: "reinstall" },
    {
      name: "where the first never reported",
      change: { lastReportedAt: null, freshness: null },
      likely: "never-reported",
    },
  ])("$name is likely: $likely", ({ change, likely }) => {
    expect(prepareLikely(waiting(change))).toBe(likely);
  });

  test.each([
    { name: "one attempt", last: AT, since: null },
    { name: "attempts of a minute", last: "2026-11-24T12:01:00.000Z", since: null },
    { name: "attempts of an hour", last: "2026-11-24T13:00:00.000Z", since: AT },
    { name: "before this was recorded", last: null, since: null },
  ])("$name: asking since $since", ({ last, since }) => {
    expect(askedSince(waiting({ lastAskedAt: last }))).toBe(since);
  });

  test("that was refused is listed separately", () => {
    const [pending, refused] = [waiting({ id: "p" }), waiting({ id: "r", status: "refused" })];
    expect(splitWaiting([pending, refused])).toEqual({ pending: [pending], refused: [refused] });
  });
});
