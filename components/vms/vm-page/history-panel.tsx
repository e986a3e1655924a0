"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EventList } from "@/components/changes/event-list.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { useIsHydrated } from "@/components/ui/now.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import type { VmHistory } from "@/lib/contract/api/history.ts";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { Lanes } from "./lanes.tsx";
import { prepareLanes } from "./prepare-lanes.ts";

const HOUR_MS = 3_600_000;
const SPANS = [
  { hours: 48, title: "Last 48 hours", label: "48 hours" },
  { hours: 14 * 24, title: "Last 14 days", label: "14 days" },
] as const;

/** The status of each service over time, as lanes, and below them every change, by day. */
export function HistoryPanel({ vm }: { vm: VmView }) {
  const { data, isError, error, refetch } = useQuery(vmQueries.history(vm.id));
  const [chosen, setChosen] = useState(0);
  const span = SPANS[chosen] ?? SPANS[0];
  return (
    <Panel
      id="history"
      title={span.title}
      actions={SPANS.map((each, index) => (
        <Button
          key={each.label}
          look="quiet"
          size="small"
          className="-my-1"
          aria-pressed={index === chosen}
          onClick={() => setChosen(index)}
        >
          {each.label}
        </Button>
      ))}
    >
      {data ? (
        <History vm={vm} history={data} hours={span.hours} />
      ) : isError ? (
        <UnreadableState
          title="The history could not be loaded"
          raw={error.message}
          actions={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          The rest of the page is current.
        </UnreadableState>
      ) : (
        <LoadingRows rows={8} label="Loading the history" />
      )}
    </Panel>
  );
}

function History({ vm, history, hours }: { vm: VmView; history: VmHistory; hours: number }) {
  const isHydrated = useIsHydrated();
  const toMs = Date.parse(history.to);
  const span = { fromMs: toMs - hours * HOUR_MS, toMs };
  return (
    <>
      <Lanes lanes={prepareLanes(history, span, Date.parse(vm.firstSeenAt))} span={span} />
      {isHydrated ? (
        <EventList
          changes={history.changes}
          empty="Nothing changed in the last 14 days, or since this VM was first seen."
          more={null}
        />
      ) : (
        <LoadingRows rows={Math.min(6, Math.max(1, history.changes.length))} />
      )}
    </>
  );
}
