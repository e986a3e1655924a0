import { readFlag, readNumber, readText } from "@/components/facts/read-fact.ts";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { formatDuration } from "@/lib/format/duration.ts";
import { prepareSendError } from "./prepare-send-error.ts";

/** An action for the agent; what a finding already covers is only linked to. */
export interface AgentAdvice {
  key: string;
  severity: "warning" | "info";
  what: string;
  todo: string;
  /** The command to run on the host. */
  command: string | null;
  cost: string;
  href: string | null;
}

/** Beyond this the server's rule applies. */
const CLOCK_LIMIT_SECONDS = 120;

/** The agent records why it last could not send. Older ones do not report it. */
export const ASK_AGENT =
  "Get-InnkeeperStatus | Format-List lastError, lastErrorAt, pending, oldestWaiting, dropped, refused, advice";

/** Worst first; empty if all is well. `upgrade` is the command that installs the newest agent. */
export function prepareAgentAdvice(host: HostView, upgrade: string): AgentAdvice[] {
  return [...silence(host), ...age(host, upgrade), ...rights(host), ...clock(host), ...spool(host)];
}

function silence({ freshness, agentKind }: HostView): AgentAdvice[] {
  if ((freshness !== "stale" && freshness !== "missing") || agentKind !== "hyperv") return [];
  return [
    {
      key: "silent",
      severity: "warning",
      what: "The agent sends no reports.",
      todo: "Check whether the task runs and where the connection to this server fails.",
      command:
        "Get-ScheduledTask -TaskPath '\\Innkeeper\\' | Get-ScheduledTaskInfo; Get-InnkeeperStatus; Test-Innkeeper",
      cost: "nothing",
      href: null,
    },
  ];
}

function age({ isAgentTooOld, agentVersion, leastAgentVersion }: HostView, upgrade: string): AgentAdvice[] {
  if (isAgentTooOld !== true) return [];
  return [
    {
      key: "old",
      severity: "warning",
      what: `Version ${agentVersion} is older than ${leastAgentVersion}, the minimum that this server requires.`,
      todo: "It keeps reporting, and data that it cannot read stays unknown. Run in an elevated Windows PowerShell:",
      command: upgrade,
      cost: "nothing: settings, identity and waiting snapshots are kept",
      href: null,
    },
  ];
}

function rights({ host, findings }: HostView): AgentAdvice[] {
  if (readFlag(host, "rights", "hyperv") !== false) return [];
  const isFound = findings.some(
    ({ rule, resolvedAt }) => rule === "host.agent-rights" && resolvedAt === null,
  );
  return [
    {
      key: "rights",
      severity: "warning",
      what: "Its account cannot read Hyper-V, which then lists no VMs and reports no error.",
      todo: "Add the account to Hyper-V Administrators.",
      command: null,
      cost: "",
      href: isFound ? "#finding-host.agent-rights" : null,
    },
  ];
}

function clock({ clockAheadSeconds, findings }: HostView): AgentAdvice[] {
  if (clockAheadSeconds === null || Math.abs(clockAheadSeconds) <= CLOCK_LIMIT_SECONDS) return [];
  const isFound = findings.some(({ rule, resolvedAt }) => rule === "host.clock-skew" && resolvedAt === null);
  return [
    {
      key: "clock",
      severity: "warning",
      what: `The host’s clock is ${sayClock(clockAheadSeconds)}.`,
      todo: "Freshness is not affected, but Kerberos and guest clocks are.",
      command: isFound ? null : "w32tm /query /status; w32tm /query /source",
      cost: "nothing",
      href: isFound ? "#finding-host.clock-skew" : null,
    },
  ];
}

function spool({ agent, sections }: HostView): AgentAdvice[] {
  const sendError = prepareSendError({ sections });
  const isErrorKnown = sendError !== null;
  const isFailing = sendError?.isOver === false;
  const pending = readNumber(agent, "spool", "pending") ?? 0;
  const dropped = readNumber(agent, "spool", "dropped") ?? 0;
  return [
    ...(dropped > 0
      ? [
          {
            key: "dropped",
            severity: "warning" as const,
            what: `${formatPlural(dropped, "snapshot")} ${dropped === 1 ? "was" : "were"} dropped: the history has gaps there.`,
            todo: isErrorKnown
              ? "It keeps 256 MiB and 7 days unless its settings say otherwise. Its last send error is below."
              : "It keeps 256 MiB and 7 days unless its settings say otherwise. Its last error shows why it could not send:",
            command: isErrorKnown ? null : ASK_AGENT,
            cost: "nothing",
            href: null,
          },
        ]
      : []),
    ...(pending > 1
      ? [
          {
            key: "pending",
            severity: "info" as const,
            what: `${formatPlural(pending, "snapshot")} waited when it last read the host${sayOldest(agent)}.`,
            todo: isFailing
              ? "They are sent automatically. Its last send error is below."
              : "They are sent automatically. If the number grows, check where the connection to this server fails:",
            command: isFailing ? null : "Test-Innkeeper",
            cost: "nothing",
            href: null,
          },
        ]
      : []),
  ];
}

function sayOldest(agent: HostView["agent"]): string {
  const oldest = readText(agent, "spool", "oldestAt");
  return oldest === null ? "" : `, the oldest from ${oldest.slice(0, 16).replace("T", " ")} UTC`;
}

/** "right", "12 s ahead of the server’s", "3 min behind the server’s". */
export function sayClock(aheadSeconds: number): string {
  if (aheadSeconds === 0) return "right";
  const apart = formatDuration(Math.abs(aheadSeconds));
  return aheadSeconds > 0 ? `${apart} ahead of the server’s` : `${apart} behind the server’s`;
}
