"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button.tsx";
import { downloadCsv } from "@/components/ui/download-csv.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { Menu, MenuAction, MenuChoices } from "@/components/ui/menu.tsx";
import type { ComplianceView } from "@/lib/contract/api/compliance.ts";
import type { TimeToFixView } from "@/lib/contract/api/time-to-fix.ts";
import { formatWholeDay } from "@/lib/format/day.ts";
import { complianceQueries } from "@/lib/query/compliance.ts";
import { type ComplianceUrl, GROUPS, RANGES } from "./compliance-search-params.ts";
import { DayChooser } from "./day-chooser.tsx";
import { prepareCsv, prepareDayCsv, prepareFixCsv } from "./prepare-csv.ts";
import { GROUP_WORDS } from "./prepare-days.ts";

/** The range, the grouping and the exports: a file or a printed page. */
export function ComplianceTools({
  view,
  fixes,
  url,
  today,
  onChange,
}: {
  view: ComplianceView;
  fixes: TimeToFixView | null;
  url: ComplianceUrl;
  today: string;
  onChange: (change: Partial<ComplianceUrl>) => void;
}) {
  const files = () => prepareCsv(view);
  const chosen = url.day === null ? null : { day: url.day < today ? url.day : today, groupBy: url.by };
  const { data: day } = useQuery({
    ...complianceQueries.day(chosen ?? { day: today, groupBy: url.by }),
    enabled: chosen !== null,
  });
  return (
    <div className="no-print flex flex-wrap items-center gap-1.5">
      <fieldset className="flex">
        <legend className="sr-only">Range</legend>
        {RANGES.map((range) => (
          <Button key={range} aria-pressed={url.range === range} onClick={() => onChange({ range })}>
            {range} days
          </Button>
        ))}
      </fieldset>
      <Menu
        align="end"
        trigger={
          <Button>
            <span>
              By: <b>{GROUP_WORDS[url.by].one}</b>
            </span>
          </Button>
        }
      >
        <MenuChoices
          label="Lines and table by"
          value={url.by}
          onChoose={(chosen) => onChange({ by: GROUPS.find((group) => group === chosen) ?? "cluster" })}
          choices={GROUPS.map((group) => ({ value: group, label: GROUP_WORDS[group].title }))}
        />
      </Menu>
      <DayChooser
        day={url.day}
        recordedFrom={view.recordedFrom}
        today={today}
        onDay={(chosenDay) => onChange({ day: chosenDay })}
      />
      <Menu
        align="end"
        trigger={
          <Button>
            <Icon name="download" />
            CSV
          </Button>
        }
      >
        <MenuAction onDo={() => downloadCsv(files().days)}>Days, one column per line</MenuAction>
        <MenuAction onDo={() => downloadCsv(files().groups)}>
          {GROUP_WORDS[view.groupBy].title}s, now and on the first day
        </MenuAction>
        <MenuAction onDo={() => downloadCsv(files().rules)}>Rules, now and on the first day</MenuAction>
        {fixes === null ? null : (
          <MenuAction onDo={() => downloadCsv(prepareFixCsv(fixes))}>Time to fix</MenuAction>
        )}
        {chosen === null || day?.day.day !== chosen.day ? null : (
          <MenuAction onDo={() => downloadCsv(prepareDayCsv(day))}>
            {formatWholeDay(chosen.day)} only
          </MenuAction>
        )}
      </Menu>
      <Button onClick={() => window.print()}>
        <Icon name="print" />
        Print, PDF
      </Button>
    </div>
  );
}
