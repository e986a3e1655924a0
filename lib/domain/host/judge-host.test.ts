import { describe, expect, test } from "vitest";
import { freshnessOf } from "../freshness.ts";
import { sampleDisk, sampleHost, sampleSnapshot, sampleVm } from "../sample-facts.ts";
import type { Freshness } from "../words.ts";
import { type HostReporting, hostStale } from "./host-stale.ts";
import { hostJudgementInput, judgeHost, judgeSilence } from "./judge-host.ts";
import { firstRows } from "./first-rows.ts";

const NOW = "2026-11-24T12:00:01.000Z";
const reporting = (freshness: Freshness): HostReporting => {
  return { freshness, lastReportedAt: "2026-11-24T11:00:30.000Z", intervalSeconds: 60 };
};

describe("host.stale", () => {
  test.each<{ freshness: Freshness; says: string }>([
    { freshness: "fresh", says: "ok" },
    { freshness: "late", says: "ok" },
    { freshness: "stale", says: "warning" },
    { freshness: "missing", says: "critical" },
    { freshness: "retired", says: "not-applicable" },
  ])("$freshness → $says", ({ freshness, says }) => {
    const outcome = hostStale(reporting(freshness));
    expect(outcome.status === "finding" ? outcome.severity : outcome.status).toBe(says);
  });

  test.each([
    { age: 300, says: "ok" },
    { age: 301, says: "warning" },
    { age: 7 * 86_400, says: "warning" },
    { age: 7 * 86_400 + 1, says: "critical" },
  ])("$age s after a report of each minute → $says", ({ age, says }) => {
    const report = {
      lastReportedAt: new Date(Date.parse(NOW) - age * 1000).toISOString(),
      intervalSeconds: 60,
    };
    const outcome = hostStale({
      ...report,
      freshness: freshnessOf({ ...report, retiredAt: null, now: NOW }),
    });
    expect(outcome.status === "finding" ? outcome.severity : outcome.status).toBe(says);
  });

  test("is the same until the next report, so that it is not rewritten each minute", () => {
    expect(hostStale(reporting("stale"))).toMatchObject({
      summary: "No report since 2026-11-24 11:00 UTC; the agent's interval is 1 minute.",
    });
    expect(hostStale(reporting("stale"))).toEqual(hostStale(reporting("stale")));
  });
});

describe("judgeHost", () => {
  test("answers for every rule about a host", () => {
    expect(judgeHost(hostJudgementInput(sampleSnapshot(), NOW), reporting("fresh"))).toEqual([
      { rule: "host.stale", outcome: { status: "ok" } },
      { rule: "host.agent-rights", outcome: { status: "ok" } },
      { rule: "host.clock-skew", outcome: { status: "ok" } },
      { rule: "host.sections-failed", outcome: { status: "ok" } },
    ]);
  });

  test("an empty host without rights: one critical finding, and what it explains is a warning", () => {
    const host = sampleHost({ rights: { hyperv: false, administrator: true } });
    const input = hostJudgementInput(
      sampleSnapshot({ host, vms: null, sentAt: "2026-11-24T11:50:00Z" }),
      NOW,
    );
    const told = judgeHost(input, reporting("fresh")).map(({ rule, outcome }) => {
      return `${rule}: ${outcome.status === "finding" ? outcome.severity : outcome.status}`;
    });
    expect(told).toEqual([
      "host.stale: ok",
      "host.agent-rights: critical",
      "host.clock-skew: critical",
      "host.sections-failed: warning",
    ]);
  });

  test("every remedy states its cost and runs on the host", () => {
    const host = sampleHost({ rights: { hyperv: false, administrator: false } });
    const unread = {
      physicalAdapters: null,
      switches: null,
      hostAdapters: null,
      teams: null,
      smb: null,
      vms: null,
    };
    const input = hostJudgementInput(
      sampleSnapshot({ host, ...unread, sentAt: "2026-11-24T11:00:00Z" }),
      NOW,
    );
    const remedies = judgeHost(input, reporting("stale")).flatMap(({ outcome }) => {
      return outcome.status === "finding" ? outcome.remedies : [];
    });
    expect(remedies.length).toBeGreaterThan(10);
    for (const remedy of remedies) {
      expect(remedy).toMatchObject({ runOn: "host", shell: "powershell", platform: null });
      expect(remedy.command && remedy.cost && remedy.note).not.toBe("");
    }
  });

  test("between reports only time counts", () => {
    expect(judgeSilence(reporting("fresh"))).toEqual([{ rule: "host.stale", outcome: { status: "ok" } }]);
  });
});

test("hostJudgementInput counts doubled rows as a partial section, and unread VMs as none", () => {
  const doubled = sampleSnapshot({ vms: [sampleVm({ disks: [sampleDisk(), sampleDisk()] })], smb: null });
  const input = hostJudgementInput(firstRows(doubled), NOW);
  expect(input.sections.find(({ name }) => name === "vms")?.status).toBe("partial");
  expect(input).toMatchObject({ vmCount: 1, unread: { smb: true, vms: false }, receivedAt: NOW });
  expect(hostJudgementInput(sampleSnapshot({ vms: null }), NOW).vmCount).toBe(0);
});
