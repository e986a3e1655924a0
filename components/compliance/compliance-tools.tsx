"use client";

import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { Menu, MenuAction, MenuChoices } from "@/components/ui/menu.tsx";
import type { ComplianceView } from "@/lib/contract/api/compliance.ts";
import { type ComplianceUrl, GROUPS, RANGES } from "./compliance-search-params.ts";
import { type CsvFile, prepareCsv } from "./prepare-csv.ts";
import { GROUP_WORDS } from "./prepare-days.ts";

/** Over how many days, by what, and what is taken away: a file or a sheet. */
export function ComplianceTools({
  view,
  url,
  onChange,
}: {
  view: ComplianceView;
  url: ComplianceUrl;
  onChange: (change: Partial<ComplianceUrl>) => void;
}) {
  const files = () => prepareCsv(view);
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
      <Menu
        align="end"
        trigger={
          <Button>
            <Icon name="download" />
            CSV
          </Button>
        }
      >
        <MenuAction onDo={() => download(files().days)}>Days, with a column for each line</MenuAction>
        <MenuAction onDo={() => download(files().groups)}>
          {GROUP_WORDS[view.groupBy].title}s now and then
        </MenuAction>
        <MenuAction onDo={() => download(files().rules)}>Rules now and then</MenuAction>
      </Menu>
      <Button onClick={() => window.print()}>
        <Icon name="print" />
        Print, PDF
      </Button>
    </div>
  );
}

/** Hands a file to the browser: it is made here, from what is seen. */
function download({ name, text }: CsvFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
