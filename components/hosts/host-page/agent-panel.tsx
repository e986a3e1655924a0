"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { prepareUpgrade } from "@/components/enrolment/prepare-commands.ts";
import { useServerOrigin } from "@/components/enrolment/use-server-origin.ts";
import { readFlag, readNumber, readText } from "@/components/facts/read-fact.ts";
import { CommandBox, CommandFrame } from "@/components/ui/command-box.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { formatDuration } from "@/lib/format/duration.ts";
import { agentPackageQuery } from "@/lib/query/agent-package.ts";
import { type AgentAdvice, ASK_AGENT, prepareAgentAdvice, sayClock } from "./prepare-agent.ts";
import { prepareSendError } from "./prepare-send-error.ts";
import { SendErrorPart } from "./send-error-part.tsx";
import { isSilentHost } from "../is-silent-host.ts";

/** Well-known accounts by SID, which is the same in every language. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  "S-1-5-18": "SYSTEM",
  "S-1-5-19": "Local Service",
  "S-1-5-20": "Network Service",
};

/** The agent, its rights, and whether snapshots are waiting to be sent. */
export function AgentPanel({ host }: { host: HostView }) {
  const { agent } = host;
  const isSilent = isSilentHost(host);
  const account = readText(agent, "runtime", "account");
  const pending = readNumber(agent, "spool", "pending");
  const dropped = readNumber(agent, "spool", "dropped");
  const canReadHyperV = readFlag(host.host, "rights", "hyperv");
  const oldestAt = readText(agent, "spool", "oldestAt");
  const server = useServerOrigin();
  const { data: agentPackage = null } = useQuery({
    ...agentPackageQuery,
    enabled: host.isAgentTooOld === true,
  });
  const sendError = prepareSendError(host);
  const advice = prepareAgentAdvice(host, prepareUpgrade(server, agentPackage));
  return (
    <Panel
      id="agent"
      title="Agent"
      {...(isSilent ? { note: "last known values", className: "hatched" } : {})}
    >
      {advice.length === 0 ? null : (
        <ul className="border-b border-line">
          {advice.map((each) => (
            <Advice key={each.key} advice={each} hostName={host.name} />
          ))}
        </ul>
      )}
      {sendError === null || sendError.isOver ? null : (
        <SendErrorPart sendError={sendError} hostName={host.name} />
      )}
      <dl>
        <Fact name="Version">
          {host.agentVersion}
          {host.isAgentTooOld === true ? <b className="font-medium text-warning-ink">, too old</b> : null}
          <span className="text-ink-3">
            {host.agentKind === "hyperv"
              ? ` · at least ${host.leastAgentVersion} required`
              : ` · kind ${host.agentKind}`}
          </span>
        </Fact>
        <Fact name="Last report">
          <Moment at={host.lastReportedAt} />, every {formatDuration(host.intervalSeconds)}
        </Fact>
        <Fact name="Host clock">
          {host.clockAheadSeconds === null ? <NotRead /> : sayClock(host.clockAheadSeconds)}
        </Fact>
        <Fact name="Account">{account === null ? <NotRead /> : (ACCOUNTS[account] ?? account)}</Fact>
        <Fact name="Elevated">
          {/* A member of Hyper-V Administrators alone is not elevated, and needs not be. */}
          <YesNo value={readFlag(agent, "runtime", "isElevated")} isNoFine={canReadHyperV === true} />
        </Fact>
        <Fact name="Can read Hyper-V">
          <YesNo value={canReadHyperV} />
        </Fact>
        <Fact name="Administrator">
          <YesNo value={readFlag(host.host, "rights", "administrator")} isNoFine />
        </Fact>
        <Fact name="PowerShell">{readText(agent, "runtime", "psVersion") ?? <NotRead />}</Fact>
        <Fact name="Hyper-V module">{readText(agent, "runtime", "hyperVModuleVersion") ?? <NotRead />}</Fact>
        <Fact name="Language">{readText(agent, "runtime", "uiCulture") ?? <NotRead />}</Fact>
        <Fact name="Waiting to be sent">
          {pending === null ? <NotRead /> : pending === 0 ? "nothing" : pending}
          {oldestAt === null ? null : (
            <span className="text-ink-3">
              , the oldest from <TimeAgo at={oldestAt} />
            </span>
          )}
        </Fact>
        <Fact name="Dropped">
          {dropped === null ? (
            <NotRead />
          ) : dropped === 0 ? (
            "none"
          ) : (
            <b className="text-warning-ink">{dropped}</b>
          )}
        </Fact>
      </dl>
      {sendError?.isOver === true ? <SendErrorPart sendError={sendError} hostName={host.name} /> : null}
      {sendError === null && host.agentKind === "hyperv" ? (
        <details className="border-t border-line">
          <summary className="focus-inside cursor-pointer px-3 py-2 hover:bg-hover">Last send error</summary>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-2 px-3 pb-3">
            <p className="text-ink-2">
              The last report contains none: there was none in the last seven days, or this version of the
              agent does not report it. The agent also records it on the host and in the event log (source
              Innkeeper, events 1200 to 1204).
            </p>
            <CommandFrame>
              <CommandBox
                code={ASK_AGENT}
                shell="powershell"
                place={host.name}
                cost="nothing"
                note="Also shows what to do."
                label="The agent’s own status"
              />
            </CommandFrame>
          </div>
        </details>
      ) : null}
    </Panel>
  );
}

function Advice({ advice, hostName }: { advice: AgentAdvice; hostName: string }) {
  const { severity, what, todo, command, cost, href } = advice;
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-1 border-b border-line px-3 py-2 last:border-b-0">
      <Glyph word={severity} label={severity} className="mt-[3px]" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        <p className="wrap-anywhere">
          <b className="font-semibold">{what}</b> {todo}{" "}
          {href === null ? null : (
            <a href={href} className="link">
              Fix
            </a>
          )}
        </p>
        {command === null ? null : (
          <CommandFrame>
            <CommandBox
              code={command}
              shell="powershell"
              place={hostName}
              cost={cost}
              note=""
              label={`Fix: ${what}`}
            />
          </CommandFrame>
        )}
      </div>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid min-h-[27px] grid-cols-[170px_minmax(0,1fr)] items-center border-b border-line px-3 py-1 last:border-b-0">
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

function NotRead() {
  return <span className="text-unknown">not read</span>;
}

function YesNo({ value, isNoFine = false }: { value: boolean | null; isNoFine?: boolean }) {
  if (value === null) return <NotRead />;
  if (value)
    return (
      <>
        <Glyph word="pass" className="text-mute!" /> yes
      </>
    );
  return (
    <>
      <Glyph word={isNoFine ? "not-applicable" : "warning"} /> no
    </>
  );
}
