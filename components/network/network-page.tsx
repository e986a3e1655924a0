"use client";

import { useQuery } from "@tanstack/react-query";
import { ToFirstHost } from "@/components/enrolment/to-first-host.tsx";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { PageHead } from "@/components/ui/page-head.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import type { NetworkView } from "@/lib/contract/api/network.ts";
import { networkQueries } from "@/lib/query/network.ts";
import { DriftPanel } from "./drift-panel.tsx";
import { FunnelPanel } from "./funnel-panel.tsx";
import { IdlePanel } from "./idle-panel.tsx";
import { NetworkLoading } from "./network-loading.tsx";
import { prepareSentence } from "./prepare-network.ts";
import { RungsPanel } from "./rungs-panel.tsx";
import { TechnologiesPanel } from "./technologies-panel.tsx";

/** A list of up to this many hosts leaves room below it; panels below a longer one would go unnoticed. */
const SHORT_HOSTS = 40;

/** What is accelerated in the fleet's network, what stops the rest, and which capacity is idle. */
export function NetworkPage() {
  const { data: network, error, refetch } = useQuery(networkQueries.view());
  if (network) return <NetworkKnown network={network} />;
  if (!error) return <NetworkLoading />;
  return (
    <UnreadableState
      title={<h1>The network could not be loaded</h1>}
      raw={error.message}
      actions={<Button onClick={() => void refetch()}>Try again</Button>}
    >
      The page retries automatically. Agent reports are not affected.
    </UnreadableState>
  );
}

function NetworkKnown({ network }: { network: NetworkView }) {
  if (network.hosts.length === 0)
    return (
      <>
        <PageHead title="Network" />
        <EmptyState title="No host has reported yet" actions={<ToFirstHost />}>
          Adapters, switches and their technologies appear here after the first report.
        </EmptyState>
      </>
    );
  const isShort = network.hosts.length <= SHORT_HOSTS;
  return (
    <>
      <PageHead title="Network" sentence={<Sentence network={network} />} />
      <div className="grid grid-cols-1 items-start gap-2.5 p-2.5 pb-7 tablet:gap-3 tablet:px-4 tablet:pt-1 desk:grid-cols-[minmax(0,1.55fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5 tablet:gap-3">
          <TechnologiesPanel network={network} />
          {isShort ? <Capacity network={network} /> : null}
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5 tablet:gap-3">
          <RungsPanel network={network} />
          <FunnelPanel network={network} />
          {isShort ? null : <Capacity network={network} />}
        </div>
      </div>
    </>
  );
}

function Capacity({ network }: { network: NetworkView }) {
  return (
    <>
      <IdlePanel network={network} />
      <DriftPanel network={network} />
    </>
  );
}

/** What is configured without effect needs action. */
function Sentence({ network }: { network: NetworkView }) {
  const [words, inVain] = prepareSentence(network).split(": ");
  return inVain === undefined ? (
    words
  ) : (
    <>
      {words}: <b className="font-semibold text-warning-ink">{inVain}</b>
    </>
  );
}
