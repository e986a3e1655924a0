import { describe, expect, test } from "vitest";
import { clockSkew } from "./clock-skew.ts";

const NOW = "2026-11-24T12:00:00.000Z";
const ahead = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

describe("host.clock-skew", () => {
  test.each([
    { seconds: 0, says: "ok" },
    { seconds: 119.999, says: "ok" },
    { seconds: 120, says: "ok" },
    { seconds: 120.001, says: "warning" },
    { seconds: -120, says: "ok" },
    { seconds: -120.001, says: "warning" },
    { seconds: 600, says: "warning" },
    { seconds: 600.001, says: "critical" },
    { seconds: -600, says: "warning" },
    { seconds: -600.001, says: "critical" },
    { seconds: 3600, says: "critical" },
    { seconds: -365 * 86_400, says: "critical" },
  ])("$seconds s → $says", ({ seconds, says }) => {
    const outcome = clockSkew({ sentAt: ahead(seconds), receivedAt: NOW });
    expect(outcome.status === "finding" ? outcome.severity : outcome.status).toBe(says);
  });

  test.each([
    { seconds: 240, summary: "The host's clock is 4 minutes ahead of the server's.", value: 240 },
    { seconds: 179.98, summary: "The host's clock is 3 minutes ahead of the server's.", value: 180 },
    { seconds: -240.4, summary: "The host's clock is 4 minutes behind the server's.", value: -240 },
    { seconds: -7200, summary: "The host's clock is 2 hours behind the server's.", value: -7200 },
  ])("says which way: $summary", ({ seconds, summary, value }) => {
    expect(clockSkew({ sentAt: ahead(seconds), receivedAt: NOW })).toMatchObject({
      summary,
      evidence: [{ name: "Seconds ahead", value, decides: true }, { name: "Limit in seconds" }],
    });
  });
});
