import { freshnessLimits } from "../../domain/freshness.ts";
import type { GuidePage } from "../page.ts";
import { SOURCES } from "../sources.ts";

/** Intervals that agents have, as examples of the limits that follow from them. */
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
  lead: "How long the last word of a host stands. It is decided by this server's clock at the moment somebody looks, so nothing has to be written when a host falls silent.",
  facts: [
    { name: "Counted from", value: "when the report was true" },
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
        text: "the newest report is as young as its agent's interval promises",
      },
      { weight: "minor", subject: "Late", text: "one report did not come; what was said still counts" },
      {
        weight: "bad",
        subject: "Stale",
        text: "four did not: the VMs of the host are unknown, and its findings are frozen",
      },
      { weight: "bad", subject: "Missing", text: "a week without a word: the host's finding is critical" },
    ],
  },
  judged: [
    {
      title: "The limits follow the agent's own interval",
      asks: "An agent that reports",
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
    "A report that waited on its host tells of when it was made: its age is measured on the host's own clock, so a wrong clock does no harm here. That is [host.clock-skew](rules/host.clock-skew)'s business.",
    "A host that somebody retired is out of the fleet, and its VMs are gone with it: nothing of them is counted or open. Its next report brings it back as it was, and so does an administrator.",
  ],
  sources: [SOURCES.getScheduledTask],
  rules: ["host.stale"],
};

function inWords(seconds: number): string {
  if (seconds < 3600) return `${seconds / 60} minutes`;
  if (seconds < 48 * 3600) return `${seconds / 3600} hours`;
  return `${seconds / 86_400} days`;
}
