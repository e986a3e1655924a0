"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { ToFirstHost } from "@/components/enrolment/to-first-host.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { useNow } from "@/components/ui/now.tsx";
import { PageHead } from "@/components/ui/page-head.tsx";
import { UnreadableState } from "@/components/ui/unreadable-state.tsx";
import type { ComplianceView } from "@/lib/contract/api/compliance.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { DAY_MS, formatDays, formatWholeDay, toDay } from "@/lib/format/day.ts";
import { complianceQueries } from "@/lib/query/compliance.ts";
import { ComplianceLoading } from "./compliance-loading.tsx";
import { complianceSearchParams, toComplianceListing } from "./compliance-search-params.ts";
import { ComplianceTools } from "./compliance-tools.tsx";
import { DayPanel } from "./day-panel.tsx";
import { Figures } from "./figures.tsx";
import { GroupsPanel } from "./groups-panel.tsx";
import { HealthPanel } from "./health-panel.tsx";
import { GROUP_WORDS } from "./prepare-days.ts";
import { DEFINITION, sayRange } from "./prepare-figures.ts";
import { FIX_DEFINITION, prepareTimeToFix } from "./prepare-time-to-fix.ts";
import { RulesPanel } from "./rules-panel.tsx";
import { TimeToFixPanel } from "./time-to-fix-panel.tsx";

/** Compliance for the people who are accountable for it: now, by day and by group, on screen and in print. */
export function CompliancePage() {
  const [url, setUrl] = useQueryStates(complianceSearchParams, { history: "replace" });
  const today = toDay(useNow(DAY_MS));
  const listing = toComplianceListing(url, today);
  const { data: fixes } = useQuery(complianceQueries.timeToFix(listing.from));
  const { data: view, error, refetch, isPlaceholderData } = useQuery(complianceQueries.view(listing));
  if (!view) {
    if (!error) return <ComplianceLoading />;
    return (
      <UnreadableState
        title={<h1>Compliance could not be loaded</h1>}
        raw={error.message}
        actions={<Button onClick={() => void refetch()}>Try again</Button>}
      >
        The page retries automatically. Daily figures are still recorded.
      </UnreadableState>
    );
  }
  const onDay = (day: string | null) => void setUrl({ day });
  return (
    <>
      <PageHead
        title="Compliance"
        sentence={<Scope view={view} />}
        actions={
          isEmpty(view) ? undefined : (
            <ComplianceTools
              view={view}
              fixes={fixes ?? null}
              url={url}
              today={today}
              onChange={(change) => void setUrl(change)}
            />
          )
        }
      />
      {error && !isPlaceholderData ? (
        <Banner kind="late" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          The latest figures could not be loaded: {error.message}. The figures shown are older.
        </Banner>
      ) : null}
      {isEmpty(view) ? (
        <EmptyState title="No host has reported yet" actions={<ToFirstHost />}>
          Compliant VMs are counted here from the first report, and by day from the first midnight UTC.
        </EmptyState>
      ) : (
        <div aria-busy={isPlaceholderData} className={isPlaceholderData ? "opacity-60" : undefined}>
          <Figures view={view} fixes={fixes ? prepareTimeToFix(fixes) : null} />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-2.5 p-2.5 tablet:gap-3 tablet:p-4 print:grid-cols-[minmax(0,1fr)_minmax(0,2fr)] print:gap-2 print:p-0 print:pt-2 print:*:break-inside-avoid">
            {url.day === null ? null : (
              <DayPanel
                day={url.day < today ? url.day : today}
                today={today}
                groupBy={url.by}
                onDay={onDay}
              />
            )}
            <HealthPanel view={view} day={url.day} onDay={onDay} />
            <GroupsPanel view={view} day={url.day} onDay={onDay} />
            <RulesPanel view={view} />
            <TimeToFixPanel from={listing.from} />
            <p className="max-w-[760px] text-note text-ink-3 print:col-span-2 print:max-w-none">
              {DEFINITION}
              <span className="hidden print:inline"> {FIX_DEFINITION}</span>
            </p>
          </div>
        </div>
      )}
    </>
  );
}

/** Date and scope, which a printed page must state. */
function Scope({ view }: { view: ComplianceView }) {
  const note = sayRange(view);
  return (
    <>
      {formatDays(view.from, view.to)}, by {GROUP_WORDS[view.groupBy].one}
      {note === null ? null : <span className="text-ink-3"> · {note}</span>}
      <span className="hidden print:inline">
        {" "}
        · the whole fleet, {formatPlural(view.days.at(-1)?.hosts ?? 0, "host")} · printed on{" "}
        {formatWholeDay(view.to)}
      </span>
    </>
  );
}

function isEmpty({ days, now }: ComplianceView): boolean {
  return (
    now.compliant + now.notCompliant + now.unknown + now.inactive === 0 &&
    days.every(({ state, hosts }) => state === "none" || (state === "today" && hosts === 0))
  );
}
