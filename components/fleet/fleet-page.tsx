"use client";

import { useQuery } from "@tanstack/react-query";
import { FirstRun } from "@/components/enrolment/first-run.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";
import { AccelerationPanel } from "./acceleration-panel.tsx";
import { CausesPanel } from "./causes-panel.tsx";
import { ChangesPanel } from "./changes-panel.tsx";
import { FleetLead } from "./fleet-lead.tsx";
import { FleetLoading } from "./fleet-loading.tsx";
import { HostMapPanel } from "./host-map-panel.tsx";
import { ServicesPanel } from "./services-panel.tsx";
import { SilentHostsPanel } from "./silent-hosts-panel.tsx";

/** Current health, open causes, VMs by host, and changes. Without hosts it explains how to enrol the first one. */
export function FleetPage() {
  const { data: fleet, error, refetch } = useQuery(fleetQueries.view());
  if (!fleet)
    return error ? (
      <UnreadableState
        title={<h1>The fleet could not be loaded</h1>}
        raw={error.message}
        actions={<Button onClick={() => void refetch()}>Try again</Button>}
      >
        The page retries automatically. Agent reports are not affected.
      </UnreadableState>
    ) : (
      <FleetLoading />
    );
  return fleet.hosts === 0 ? <FirstRun /> : <FleetKnown fleet={fleet} />;
}

function FleetKnown({ fleet }: { fleet: FleetView }) {
  return (
    <>
      <FleetLead fleet={fleet} />
      <div className="grid grid-cols-1 gap-2.5 p-2.5 tablet:gap-3 tablet:px-4 tablet:py-3 desk:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <CausesPanel fleet={fleet} />
        <div className="grid content-start gap-2.5 tablet:gap-3">
          <HostMapPanel fleet={fleet} />
          <SilentHostsPanel fleet={fleet} />
        </div>
      </div>
      <div className="grid grid-cols-1 gap-2.5 p-2.5 pt-0 tablet:gap-3 tablet:px-4 tablet:pb-6 desk:grid-cols-2 min-[1320px]:grid-cols-3 desk:max-[1319px]:[&>:last-child]:col-span-2">
        <ServicesPanel fleet={fleet} />
        <AccelerationPanel fleet={fleet} />
        <ChangesPanel changes={fleet.changes} />
      </div>
    </>
  );
}
