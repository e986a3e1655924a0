"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EventList } from "@/components/changes/event-list.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { useIsHydrated, useNow } from "@/components/ui/now.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import type { ChangePage } from "@/lib/contract/api/changes.ts";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { Lanes } from "./lanes.tsx";
import { prepareLanes } from "./prepare-lanes.ts";
import { isSilent } from "./prepare-statements.ts";

const HOUR_MS = 3_600_000;
const SPANS = [
  { hours: 48, title: "Last 48 hours", label: "48 hours" },
  { hours: 14 * 24, title: "Last 14 days", label: "14 days" },
] as const;

/** What each service was, as lanes, and under them everything that changed, by day. */
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
        <History vm={vm} page={data} hours={span.hours} />
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

function History({ vm, page, hours }: { vm: VmView; page: ChangePage; hours: number }) {
  const now = useNow(60_000);
  const isHydrated = useIsHydrated();
  const fromMs = now - hours * HOUR_MS;
  const oldest = page.items.at(-1);
  // A log that goes on is known back to the oldest entry that is here, and no further.
  const loggedFromMs = page.nextCursor !== null && oldest ? Date.parse(oldest.at) : 0;
  const lanes = prepareLanes({
    changes: page.items,
    services: vm.services,
    fromMs,
    toMs: now,
    knownFromMs: Math.max(loggedFromMs, Date.parse(vm.firstSeenAt)),
    silentFromMs: isSilent(vm) || vm.gone ? Date.parse(vm.lastReportedAt) : null,
  });
  return (
    <>
      <Lanes lanes={lanes} fromMs={fromMs} toMs={now} />
      {isHydrated ? (
        <EventList
          changes={page.items}
          empty="Nothing changed since this VM was first seen."
          more={page.nextCursor === null ? null : "Older changes are in the log."}
        />
      ) : (
        <LoadingRows rows={Math.min(6, Math.max(1, page.items.length))} />
      )}
    </>
  );
}
