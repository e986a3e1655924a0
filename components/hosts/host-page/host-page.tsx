"use client";

import { useQuery } from "@tanstack/react-query";
import { FactsPanel } from "@/components/facts/facts-panel.tsx";
import { useCrumb } from "@/components/shell/crumb.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { ProblemError } from "@/lib/query/fetch-json.ts";
import { hostQueries } from "@/lib/query/hosts.ts";
import { AccelerationPanel } from "./acceleration-panel.tsx";
import { AgentPanel } from "./agent-panel.tsx";
import { HostBanners } from "./host-banners.tsx";
import { HostFindings } from "./host-findings.tsx";
import { HostHead } from "./host-head.tsx";
import { HostLadders } from "./host-ladders.tsx";
import { HostMissing } from "./host-missing.tsx";
import { HostPageLoading } from "./host-page-loading.tsx";
import { HostVms } from "./host-vms.tsx";
import { NetworkTables } from "./network-tables.tsx";
import { prepareHostLadders, prepareTechnologies } from "./prepare-host-ladders.ts";
import { prepareWiring } from "./prepare-wiring.ts";
import { SectionsPanel } from "./sections-panel.tsx";
import { WiringPanel } from "./wiring-panel.tsx";
import { isSilentHost } from "../is-silent-host.ts";

/** One host in full: what it reports, which parts were read, and the health of its VMs. */
export function HostPage({ id }: { id: string }) {
  const { data: host, error, refetch } = useQuery(hostQueries.detail(id));
  if (!host) {
    if (error instanceof ProblemError && error.status === 404) return <HostMissing />;
    if (error)
      return (
        <UnreadableState
          title={<h1>This host could not be loaded</h1>}
          raw={error.message}
          actions={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          The page retries automatically. The host keeps reporting.
        </UnreadableState>
      );
    return <HostPageLoading />;
  }
  return <HostKnown host={host} />;
}

function HostKnown({ host }: { host: HostView }) {
  useCrumb({ name: host.name });
  const isSilent = isSilentHost(host);
  const groups = prepareHostLadders(host);
  return (
    <>
      <HostHead host={host} />
      <HostBanners host={host} />
      <div className="grid grid-cols-1 items-start gap-2.5 p-2.5 pb-7 tablet:gap-3 tablet:px-4 tablet:pt-3 desk:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5 tablet:gap-3 desk:col-span-2">
          <AccelerationPanel technologies={prepareTechnologies(host, groups)} isSilent={isSilent} />
          <WiringPanel plan={prepareWiring(host, groups)} isSilent={isSilent} />
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5 tablet:gap-3">
          <HostFindings host={host} />
          <HostVms host={host} />
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5 tablet:gap-3">
          <SectionsPanel host={host} />
          <AgentPanel host={host} />
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5 tablet:gap-3 desk:col-span-2">
          <HostLadders groups={groups} hostName={host.name} isSilent={isSilent} />
          <NetworkTables host={host} />
          <FactsPanel facts={{ ...host.host, smb: host.smb }} id="facts" of={host.name} />
        </div>
      </div>
    </>
  );
}
