import type { IsoTime } from "../facts.ts";
import type { Outcome } from "../judgement.ts";
import type { Freshness } from "../words.ts";
import { spokenDuration } from "./spoken-duration.ts";
import { spokenTime } from "./spoken-time.ts";

/** What the server knows about a host's reports; `freshness` as of the time of judging. */
export interface HostReporting {
  freshness: Freshness;
  /** `observedAt` of the newest report. */
  lastReportedAt: IsoTime;
  intervalSeconds: number;
}

/** `host.stale`: no report for so long that the last one is no longer valid. Critical once the host is missing. */
export function hostStale({ freshness, lastReportedAt, intervalSeconds }: HostReporting): Outcome {
  if (freshness === "retired") return { status: "not-applicable" };
  if (freshness === "fresh" || freshness === "late") return { status: "ok" };

  return {
    status: "finding",
    severity: freshness === "missing" ? "critical" : "warning",
    summary: `No report since ${spokenTime(lastReportedAt)}; the agent's interval is ${spokenDuration(intervalSeconds)}.`,
    evidence: [
      { name: "Freshness", value: freshness, decides: true },
      { name: "Last report", value: lastReportedAt },
      { name: "Interval in seconds", value: intervalSeconds },
    ],
    remedies: [
      {
        runOn: "host",
        shell: "powershell",
        platform: null,
        command: "Get-ScheduledTask -TaskName 'Innkeeper*' | Get-ScheduledTaskInfo",
        cost: "nothing",
        note: "Shows the agent's last run and its result. If the host itself is down, start there.",
      },
      {
        runOn: "host",
        shell: "powershell",
        platform: null,
        command: "Test-NetConnection -ComputerName '<name of this server>' -Port 443",
        cost: "nothing",
        note: "Shows whether the host can reach this server. Use the port of the server address that the agent is configured with.",
      },
      {
        runOn: "host",
        shell: "powershell",
        platform: null,
        command: "Get-ScheduledTask -TaskName 'Innkeeper*' | Start-ScheduledTask",
        cost: "nothing",
        note: "Starts the agent immediately.",
      },
    ],
  };
}
