"use client";

import type { ReactNode } from "react";
import { readFlag, readNumber, readText } from "@/components/facts/read-fact.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { HostView } from "@/lib/contract/api/hosts.ts";

/** Well-known accounts by their number, which is the same in every language. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  "S-1-5-18": "SYSTEM",
  "S-1-5-19": "Local Service",
  "S-1-5-20": "Network Service",
};

/** Who reports, with what rights, and whether anything waits to be sent. */
export function AgentPanel({ host }: { host: HostView }) {
  const { agent } = host;
  const isSilent = host.freshness === "stale" || host.freshness === "missing";
  const account = readText(agent, "runtime", "account");
  const pending = readNumber(agent, "spool", "pending");
  const dropped = readNumber(agent, "spool", "dropped");
  const oldestAt = readText(agent, "spool", "oldestAt");
  return (
    <Panel title="Agent" {...(isSilent ? { note: "as it was then", className: "hatched" } : {})}>
      <dl>
        <Fact name="Version">
          {host.agentVersion}
          {host.agentKind === "hyperv" ? null : <span className="text-ink-3"> · kind {host.agentKind}</span>}
        </Fact>
        <Fact name="Account">{account === null ? <NotRead /> : (ACCOUNTS[account] ?? account)}</Fact>
        <Fact name="Elevated">
          <YesNo value={readFlag(agent, "runtime", "isElevated")} />
        </Fact>
        <Fact name="May read Hyper-V">
          <YesNo value={readFlag(host.host, "rights", "hyperv")} />
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
        <Fact name="Dropped for want of room">
          {dropped === null ? (
            <NotRead />
          ) : dropped === 0 ? (
            "none"
          ) : (
            <b className="text-warning-ink">{dropped}</b>
          )}
        </Fact>
      </dl>
    </Panel>
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
