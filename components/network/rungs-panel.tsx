"use client";

import Link from "next/link";
import { useState } from "react";
import { GuideLink } from "@/components/guide/guide-link.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { NotKnown } from "@/components/ui/not-known.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { WholeTerms } from "@/components/ui/whole-terms.tsx";
import { toStatusWords } from "@/components/vms/service-words.ts";
import type { NetworkView } from "@/lib/contract/api/network.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { HostNames } from "./host-names.tsx";
import { isAnyReporting } from "./prepare-network.ts";
import { prepareRungs, type RungLine } from "./prepare-rungs.ts";

const SHOWN = 10;

/** Where ladders break first, ranked by what is affected. */
export function RungsPanel({ network }: { network: NetworkView }) {
  const [isWhole, setIsWhole] = useState(false);
  const lines = prepareRungs(network);
  const shown = isWhole ? lines : lines.slice(0, SHOWN);
  return (
    <Panel title="First broken rung, ranked" note="by affected VMs">
      {!isAnyReporting(network) ? (
        <NotKnown />
      ) : lines.length === 0 ? (
        <p className="px-3 py-3 text-ink-2">No ladder of a reporting host is broken.</p>
      ) : (
        <table className="table-plain">
          <caption className="sr-only">First broken rungs, most VMs first</caption>
          <thead>
            <tr>
              <th scope="col" className="w-[30px]">
                <span className="sr-only">Status</span>
              </th>
              <th scope="col" className="w-full">
                Rung
              </th>
              <th scope="col">Affected</th>
              <th scope="col" className="max-tablet:hidden">
                Fix costs
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <Rung key={line.key} line={line} />
            ))}
          </tbody>
        </table>
      )}
      {shown.length === lines.length ? null : (
        <p className="border-t border-line px-3 py-1.5">
          <Button size="small" onClick={() => setIsWhole(true)}>
            Show {formatPlural(lines.length - shown.length, "more rung")}
          </Button>
        </p>
      )}
    </Panel>
  );
}

function Rung({ line }: { line: RungLine }) {
  return (
    <tr>
      <td>
        <Glyph word={line.status} label={toStatusWords(line.status)} />
      </td>
      <th scope="row" className="font-normal!">
        <Link href={line.href} className="font-semibold hover:underline" title={`Requirement: ${line.holds}`}>
          <WholeTerms>{line.title}</WholeTerms>
        </Link>
        <span className="block text-note text-ink-3">
          {line.place} · <HostNames hosts={line.hosts} more={line.moreHosts} /> ·{" "}
          <GuideLink href={line.guide} about={line.title}>
            Guide
          </GuideLink>
        </span>
        {line.cost === null ? null : (
          <span className="block text-note text-ink-2 tablet:hidden">Fix costs: {line.cost}</span>
        )}
      </th>
      <td className="whitespace-nowrap">
        <b className="font-semibold">{formatCount(line.count)}</b> {line.unit}
        <span className="block h-1.5 w-[92px] max-tablet:hidden" aria-hidden>
          <i
            className={`bar-part bar-${line.status} block h-full`}
            style={{ width: `${Math.max(2, line.share * 100)}%` }}
          />
        </span>
      </td>
      <td className="min-w-[84px] text-note text-ink-2 max-tablet:hidden">
        {line.cost ?? (
          <>
            <span className="sr-only">no known fix</span>
            <span aria-hidden title="No known fix">
              –
            </span>
          </>
        )}
      </td>
    </tr>
  );
}
