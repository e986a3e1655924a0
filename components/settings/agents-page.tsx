"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useCrumb } from "@/components/shell/crumb.tsx";
import { buttonClass } from "@/components/ui/button.tsx";
import { PageHead } from "@/components/ui/page-head.tsx";
import { formatPlural } from "@/lib/format/count.ts";
import { accessQueries } from "@/lib/query/access.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";
import { AwaitedHostsPanel } from "./awaited-hosts-panel.tsx";
import { EnrolmentKeysPanel } from "./enrolment-keys-panel.tsx";
import { splitWaiting } from "./prepare-waiting-agents.ts";
import { SilentHostsPanel } from "./silent-hosts-panel.tsx";
import { WaitingAgentsPanel } from "./waiting-agents-panel.tsx";

/** Who may report: agents waiting for a decision, missing hosts, and the enrolment keys. */
export function AgentsPage() {
  const { data: fleet } = useQuery(fleetQueries.view());
  const { data: waiting } = useQuery(accessQueries.waitingAgents());
  const { data: awaited } = useQuery(accessQueries.awaitedHosts());
  useCrumb({ name: "Enrolment and agents" });
  const waits = waiting ? splitWaiting(waiting.items).pending.length : 0;
  const parts = [
    fleet ? `${formatPlural(fleet.hosts, "host")} in the fleet` : null,
    awaited && awaited.items.length > 0 ? `${awaited.items.length} never reported` : null,
    waits > 0 ? `${formatPlural(waits, "agent")} ${waits === 1 ? "waits" : "wait"} for a decision` : null,
  ].filter((part) => part !== null);
  return (
    <>
      <PageHead
        title="Enrolment and agents"
        sentence={parts.join(", ")}
        actions={
          <Link href="/hosts?enrol=1" className={buttonClass({ look: "primary" })}>
            <Plus className="icon" aria-hidden />
            Enrol a host
          </Link>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2.5 p-2.5 pb-7 tablet:gap-3 tablet:px-4">
        <WaitingAgentsPanel />
        <AwaitedHostsPanel />
        <SilentHostsPanel />
        <EnrolmentKeysPanel />
      </div>
    </>
  );
}
