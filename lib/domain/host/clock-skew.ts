import type { HostJudgementInput, Outcome } from "../judgement.ts";
import type { Severity } from "../words.ts";
import { spokenDuration } from "./spoken-duration.ts";

export const SKEW_WARNING_SECONDS = 2 * 60;
export const SKEW_CRITICAL_SECONDS = 10 * 60;

/**
 * `host.clock-skew`: how far the host's clock is from the server's. `sentAt` is rewritten at each attempt, so the time
 * that a report waited is not included. Freshness is not affected by a wrong clock, but Kerberos and guest clocks are.
 */
export function clockSkew({
  sentAt,
  receivedAt,
}: Pick<HostJudgementInput, "sentAt" | "receivedAt">): Outcome {
  const aheadSeconds = (Date.parse(sentAt) - Date.parse(receivedAt)) / 1000;
  const toldSeconds = Math.round(aheadSeconds);
  const severity = severityOf(Math.abs(aheadSeconds));
  if (severity === null) return { status: "ok" };

  const limitSeconds = severity === "critical" ? SKEW_CRITICAL_SECONDS : SKEW_WARNING_SECONDS;
  const direction = aheadSeconds > 0 ? "ahead of" : "behind";
  return {
    status: "finding",
    severity,
    summary: `The host's clock is ${spokenDuration(Math.abs(toldSeconds))} ${direction} the server's.`,
    evidence: [
      { name: "Seconds ahead", value: toldSeconds, decides: true },
      { name: "Limit in seconds", value: limitSeconds },
    ],
    remedies: [
      {
        runOn: "host",
        shell: "powershell",
        platform: null,
        command: "w32tm /query /status; w32tm /query /source",
        cost: "nothing",
        note: "Shows the host's time source. If many hosts have this finding, check this server's clock.",
      },
      {
        runOn: "host",
        shell: "powershell",
        platform: null,
        command: "w32tm /resync /rediscover",
        cost: "the host's clock jumps, and so does the clock of every guest that synchronizes with the host",
        note: "Synchronizes with the time source again.",
      },
    ],
  };
}

function severityOf(differenceSeconds: number): Severity | null {
  if (differenceSeconds > SKEW_CRITICAL_SECONDS) return "critical";
  return differenceSeconds > SKEW_WARNING_SECONDS ? "warning" : null;
}
