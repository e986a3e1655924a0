"use client";

import { useQuery } from "@tanstack/react-query";
import { FactsPanel } from "@/components/facts/facts-panel.tsx";
import { useCrumb } from "@/components/shell/crumb.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { ProblemError } from "@/lib/query/fetch-json.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { CapabilitiesPanel } from "./capabilities-panel.tsx";
import { ConversionPanel } from "./conversion-panel.tsx";
import { FindingsPanel } from "./findings-panel.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import { LaddersPanel } from "./ladders-panel.tsx";
import { PlacementPanel } from "./placement-panel.tsx";
import { isSilent } from "./is-silent.ts";
import { sayName } from "./say-name.ts";
import { ServicesPanel } from "./services-panel.tsx";
import { VmHead } from "./vm-head.tsx";
import { VmMissing } from "./vm-missing.tsx";
import { VmPageLoading } from "./vm-page-loading.tsx";

/** One VM in full. Unknown parts are marked; the rest of the page stays usable. */
export function VmPage({ id }: { id: string }) {
  const { data: vm, error, refetch } = useQuery(vmQueries.detail(id));
  if (!vm) {
    if (error instanceof ProblemError && error.status === 404) return <VmMissing />;
    if (error)
      return (
        <UnreadableState
          title={<h1>This VM could not be loaded</h1>}
          raw={error.message}
          actions={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          The page retries automatically.
        </UnreadableState>
      );
    return <VmPageLoading />;
  }
  return <VmKnown vm={vm} />;
}

function VmKnown({ vm }: { vm: VmView }) {
  useCrumb({ name: sayName(vm.name) });
  const isStale = isSilent(vm);
  return (
    <>
      <VmHead vm={vm} />
      {vm.gone ? (
        <Banner kind="gone">
          {vm.freshness === "retired" ? (
            <>
              <b className="font-semibold">{vm.host.name} is retired, and no other host lists this VM.</b> If
              the host reports again, the VM is back.
            </>
          ) : (
            <>
              <b className="font-semibold">{vm.host.name} no longer lists this VM.</b> Two complete reports
              did not include it.
            </>
          )}{" "}
          The page shows data from <Moment at={vm.lastReportedAt} />; its history is kept.
        </Banner>
      ) : null}
      {isStale && !vm.gone ? (
        <Banner kind="stale" link={{ href: `/hosts/${vm.host.id}`, label: "Why the host is silent" }}>
          <b className="font-semibold">
            Unknown since <Moment at={vm.lastReportedAt} />, <TimeAgo at={vm.lastReportedAt} />.
          </b>{" "}
          The page shows the last known values.
        </Banner>
      ) : null}
      <div className="grid grid-cols-1 items-start gap-2.5 p-2.5 pb-7 tablet:gap-3 tablet:px-4 tablet:pt-3 desk:grid-cols-[minmax(0,1.42fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5 tablet:gap-3">
          <FindingsPanel vm={vm} />
          <ServicesPanel vm={vm} />
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5 tablet:gap-3">
          <HistoryPanel vm={vm} />
          <PlacementPanel vm={vm} />
          <ConversionPanel vm={vm} />
          <CapabilitiesPanel vm={vm} />
        </div>
        <div className="min-w-0 desk:col-span-2">
          <LaddersPanel vm={vm} />
        </div>
        <div className="min-w-0 desk:col-span-2">
          <FactsPanel facts={vm.facts} id="facts" of={sayName(vm.name)} />
        </div>
      </div>
    </>
  );
}
