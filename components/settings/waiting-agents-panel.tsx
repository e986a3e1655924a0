"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { WaitingAgentView } from "@/lib/contract/api/access.ts";
import { accessQueries, decideOnAgent, type Decision } from "@/lib/query/access.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { askedSince, prepareLikely, splitWaiting } from "./prepare-waiting-agents.ts";
import { SettingsPanel } from "./settings-panel.tsx";

/** Agents that asked to replace another one: nothing changes until an administrator decides. */
export function WaitingAgentsPanel() {
  const result = useQuery(accessQueries.waitingAgents());
  const [asked, setAsked] = useState<{ agent: WaitingAgentView; decision: Decision } | null>(null);
  return (
    <SettingsPanel
      id="waiting"
      title="Agents waiting for approval"
      note="a new installation on a known machine, or a copy of one"
      result={result}
    >
      {({ items }) => {
        const { pending, refused } = splitWaiting(items);
        return (
          <>
            {pending.length === 0 ? (
              <p className="px-3 py-2.5 text-ink-2">
                None. An agent that is reinstalled on an enrolled machine waits here until it is approved.
              </p>
            ) : (
              <ul>
                {pending.map((agent) => (
                  <Waiting
                    key={agent.id}
                    agent={agent}
                    onDecide={(decision) => setAsked({ agent, decision })}
                  />
                ))}
              </ul>
            )}
            {refused.length === 0 ? null : (
              <details className="border-t border-line">
                <summary className="focus-inside cursor-pointer px-3 py-2 hover:bg-hover">
                  {refused.length} refused
                </summary>
                <ul>
                  {refused.map((agent) => (
                    <Waiting
                      key={agent.id}
                      agent={agent}
                      onDecide={(decision) => setAsked({ agent, decision })}
                    />
                  ))}
                </ul>
              </details>
            )}
            {asked === null ? null : (
              <AskDecision agent={asked.agent} decision={asked.decision} onClose={() => setAsked(null)} />
            )}
          </>
        );
      }}
    </SettingsPanel>
  );
}

function Waiting({ agent, onDecide }: { agent: WaitingAgentView; onDecide: (decision: Decision) => void }) {
  const { host, present, status } = agent;
  const since = askedSince(agent);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-2 border-b border-line px-3 py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="font-semibold">
          {agent.lastReportedAt === null ? (
            host.name
          ) : (
            <Link href={`/hosts/${host.id}`} className="hover:underline">
              {host.name}
            </Link>
          )}
        </h3>
        {status === "refused" && agent.decidedAt !== null ? (
          <span className="text-note text-ink-3">
            refused by {agent.decidedBy}, <Moment at={agent.decidedAt} />
          </span>
        ) : null}
        <span className="ml-auto flex gap-1.5">
          {status === "pending" ? (
            <Button
              size="small"
              look="quiet"
              onClick={() => onDecide("refuse")}
              aria-label={`Refuse the agent on ${host.name}`}
            >
              Refuse…
            </Button>
          ) : null}
          <Button
            size="small"
            onClick={() => onDecide("approve")}
            aria-label={`Approve the agent on ${host.name}`}
          >
            Approve…
          </Button>
        </span>
      </div>
      <Advice agent={agent} />
      <div className="grid gap-x-6 gap-y-2 tablet:grid-cols-2">
        <Instance title="Current agent">
          {present === null ? (
            <p className="py-1 text-ink-2">None: the previous agent was revoked.</p>
          ) : (
            <dl>
              <Fact name="Instance">
                <code>{present.instanceId}</code>
              </Fact>
              <Fact name="Agent">{present.version ?? "not reported"}</Fact>
              <Fact name="Enrolled">
                <Moment at={present.enrolledAt} /> from {present.address ?? "an unrecorded address"}
              </Fact>
              <Fact name="Last report">
                {agent.lastReportedAt === null ? "none yet" : <TimeAgo at={agent.lastReportedAt} />}
              </Fact>
            </dl>
          )}
        </Instance>
        <Instance title="Waiting agent">
          <dl>
            <Fact name="Instance">
              <code>{agent.instanceId}</code>
            </Fact>
            <Fact name="Agent">{agent.version ?? "not reported"}</Fact>
            <Fact name="Asked">
              <TimeAgo at={agent.lastAskedAt ?? agent.firstAskedAt} />
              {since === null ? null : (
                <>
                  , first <Moment at={since} />
                </>
              )}{" "}
              from {agent.address ?? "an unrecorded address"}
            </Fact>
            <Fact name="Reported name">
              {agent.askedName ?? "not reported"}
              {agent.keyName === null ? null : (
                <span className="text-ink-3">, with the key “{agent.keyName}”</span>
              )}
            </Fact>
          </dl>
        </Instance>
      </div>
    </li>
  );
}

function Advice({ agent }: { agent: WaitingAgentView }) {
  const likely = prepareLikely(agent);
  if (likely === "copy")
    return (
      <p className="flex gap-1.5">
        <Glyph word="warning" label="warning" className="mt-0.5" />
        <span>
          <b className="font-semibold">The current agent still reports.</b> A new installation would have
          replaced it: this looks like a copy of the machine, whose copied Windows has the same machine id.
        </span>
      </p>
    );
  return (
    <p className="flex gap-1.5 text-ink-2">
      <Glyph word="info" label="info" className="mt-0.5" />
      <span>
        {likely === "reinstall"
          ? "The current agent no longer reports, as after a new installation."
          : "The current agent never reported, as after an installation that was started twice."}
      </span>
    </p>
  );
}

function Instance({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0 border-t border-line pt-1">
      <h4 className="text-note font-medium text-ink-3">{title}</h4>
      {children}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid min-h-[25px] grid-cols-[96px_minmax(0,1fr)] items-center">
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

function AskDecision({
  agent,
  decision,
  onClose,
}: {
  agent: WaitingAgentView;
  decision: Decision;
  onClose: () => void;
}) {
  const { id, host } = agent;
  const act = () => decideOnAgent(id, decision);
  if (decision === "refuse")
    return (
      <ConfirmDialog title={`Refuse the agent on ${host.name}?`} verb="Refuse" act={act} onClose={onClose}>
        <p>
          Its requests are always answered 409, and it is no longer listed here. You can still approve it
          later.
        </p>
        <p className="text-ink-2">
          On a copied machine, give Windows its own identity (Sysprep), delete <code>instance.json</code> and{" "}
          <code>token.sealed</code> under <code>C:\ProgramData\Innkeeper</code>, and enrol it: it is then a
          separate host.
        </p>
      </ConfirmDialog>
    );
  return (
    <ConfirmDialog
      title={`Let the new agent report for ${host.name}?`}
      verb="Approve, and revoke the other"
      act={act}
      onClose={onClose}
    >
      <p>
        It enrols at its next attempt: run the installer on the host again, or wait for it. From then on its
        reports count as {host.name}, with all of its history, and the token of the current agent no longer
        works.
      </p>
      {prepareLikely(agent) === "copy" ? (
        <p className="flex gap-1.5 text-warning-ink">
          <Glyph word="warning" className="mt-0.5" />
          The current agent still reports, and would be locked out.
        </p>
      ) : null}
    </ConfirmDialog>
  );
}
