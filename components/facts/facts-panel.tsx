"use client";

import { Search } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { Panel } from "@/components/ui/panel.tsx";
import { formatCount } from "@/lib/format/count.ts";
import { countFacts, type FactLine, type FactMap, prepareFacts, searchFacts } from "./prepare-facts.ts";

/** Groups that are open from the start; the rest opens on request or by a search. */
const OPEN_GROUPS = 1;

const MANY = 12;

/** Every reported fact, in the wire's own words, with a search over names and values. */
export function FactsPanel({ facts, id, of }: { facts: FactMap; id?: string; of: string }) {
  const [search, setSearch] = useState("");
  const groups = useMemo(() => prepareFacts(facts), [facts]);
  const found = useMemo(() => searchFacts(groups, search), [groups, search]);
  const fieldId = useId();
  const isSearched = search.trim() !== "";
  const count = countFacts(found);

  return (
    <Panel
      {...(id === undefined ? {} : { id })}
      title="Facts as reported"
      note={`${formatCount(countFacts(groups))} facts about ${of}, exactly as the agent reported them`}
    >
      <div className="flex items-center gap-2 border-b border-line px-3 py-1.5">
        <label htmlFor={fieldId} className="sr-only">
          Search facts
        </label>
        <Search className="icon text-ink-3" aria-hidden />
        <input
          id={fieldId}
          type="search"
          className="field-input max-w-[320px]"
          placeholder="Name or value"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <output className="text-note text-ink-3">{isSearched ? `${formatCount(count)} found` : null}</output>
      </div>
      {found.length === 0 ? (
        <p className="px-3 py-3 text-ink-2">
          {isSearched
            ? `No fact contains “${search.trim()}” in its name or value.`
            : "Nothing has been reported yet."}
        </p>
      ) : null}
      {found.map((group, index) => (
        // A search opens its results; a new key makes the browser forget which groups were folded.
        <details
          key={`${group.name} ${isSearched}`}
          open={isSearched || index < OPEN_GROUPS}
          className="border-b border-line last:border-b-0"
        >
          <summary className="focus-inside flex cursor-pointer gap-2 px-3 py-1.5 hover:bg-hover">
            <span className="min-w-0 font-medium wrap-anywhere">{group.name}</span>
            <span className="ml-auto text-note text-ink-3">{formatCount(group.lines.length)}</span>
          </summary>
          <div className="border-t border-line desk:grid desk:auto-cols-fr desk:grid-flow-col">
            {inColumns(group.lines).map((lines, column) => (
              <FactTable
                key={lines[0]?.path}
                name={column === 0 ? group.name : `${group.name}, continued`}
                lines={lines}
              />
            ))}
          </div>
        </details>
      ))}
    </Panel>
  );
}

/** Many facts are shown in two columns, each read downwards. */
function inColumns(lines: readonly FactLine[]): (readonly FactLine[])[] {
  const half = Math.ceil(lines.length / 2);
  return lines.length < MANY ? [lines] : [lines.slice(0, half), lines.slice(half)];
}

function FactTable({ name, lines }: { name: string; lines: readonly FactLine[] }) {
  return (
    <div className="min-w-0 not-first:border-line max-desk:not-first:border-t desk:not-first:border-l">
      <table className="table-plain table-fixed">
        <caption className="sr-only">{`${name}, as reported`}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col" className="w-[42%]">
              Fact
            </th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.path}>
              <th scope="row" className="align-top">
                <code className="wrap-anywhere text-ink-2">{line.path}</code>
              </th>
              <td className="align-top wrap-anywhere">
                {line.isRead ? <code>{line.value}</code> : <span className="text-unknown">{line.value}</span>}
                {line.inWords === null ? null : (
                  <span className="pl-2 text-note text-ink-3">{line.inWords}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
