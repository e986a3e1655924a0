import { freshnessLimits } from "../../domain/freshness.ts";
import type { GuidePage } from "../page.ts";
import { SOURCES } from "../sources.ts";

/** Intervals that agents use, as examples of the limits that follow from them. */
const INTERVALS = [
  { words: "each minute", seconds: 60 },
  { words: "each 5 minutes", seconds: 300 },
  { words: "each hour", seconds: 3600 },
  { words: "once a day", seconds: 86_400 },
] as const;

export const freshnessIdea: GuidePage = {
  kind: "ideas",
  key: "freshness",
  title: "Fresh, late, stale, missing",
  lead: "How long a host's last report stays valid. This is calculated from this server's clock when a page is opened, so nothing is written when a host stops reporting.",
  facts: [
    { name: "Measured from", value: "the time the report was collected" },
    { name: "Late", value: "still counts" },
    { name: "Stale, missing", value: "counts as unknown" },
    { name: "Rule", value: "[host.stale](rules/host.stale)" },
  ],
  breaks: {
    title: "What it means",
    items: [
      {
        weight: "fine",
        subject: "Fresh",
        text: "the latest report is no older than the agent's interval allows",
      },
      { weight: "minor", subject: "Late", text: "one report is missing; the last known values still count" },
      {
        weight: "bad",
        subject: "Stale",
        text: "four reports are missing: the host's VMs are unknown, and its findings are frozen",
      },
      { weight: "bad", subject: "Missing", text: "a week without a report: the host's finding is critical" },
    ],
  },
  judged: [
    {
      title: "The limits follow the agent's own interval",
      asks: "Reporting interval",
      status: null,
      finding: "Is",
      rows: INTERVALS.map(({ words, seconds }) => {
        const { lateSeconds, staleSeconds, missingSeconds } = freshnessLimits(seconds);
        return {
          says: words,
          status: null,
          finding: null,
          remark: `late after ${inWords(lateSeconds)}, stale after ${inWords(staleSeconds)}, missing after ${inWords(missingSeconds)}`,
        };
      }),
    },
  ],
  ladders: [],
  hands: [],
  notes: [
    "A report that was queued on its host counts from the time it was collected. Its age is measured with the host's own clock, so a wrong clock does not distort it: see [host.clock-skew](rules/host.clock-skew).",
    "A retired host is no longer part of the fleet, and neither are its VMs: none of them is counted, and no finding stays open. The host returns with its next report, or when an administrator restores it.",
  ],
  sources: [SOURCES.getScheduledTask],
  rules: ["host.stale"],
};

function inWords(seconds: number): string {
  if (seconds < 3600) return `${seconds / 60} minutes`;
  if (seconds < 48 * 3600) return `${seconds / 3600} hours`;
  return `${seconds / 86_400} days`;
}
