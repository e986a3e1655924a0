"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { lazily } from "@/components/ui/lazily.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { ScrollFrame } from "@/components/ui/scroll-frame.tsx";
import type { ComplianceView } from "@/lib/contract/api/compliance.ts";
import { formatCount } from "@/lib/format/count.ts";
import { guideHref } from "@/lib/format/guide-href.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { prepareRules, type RuleBar } from "./prepare-rules.ts";

const RulesChart = lazily(() => import("./rules-chart.tsx").then((module) => module.RulesChart));

const ROW_HEIGHT = 24;
const AXIS_HEIGHT = 30;

/** The rules that make VMs non-compliant, most VMs first. */
export function RulesPanel({ view }: { view: ComplianceView }) {
  const router = useRouter();
  const chart = prepareRules(view);
  return (
    <Panel title="Worst rules" note="VMs with an open finding of warning or worse">
      {chart.bars.length + chart.mended.length === 0 ? (
        <p className="px-3 py-3 text-ink-2">
          {view.days.some(({ ratio }) => ratio !== null)
            ? "No rule made a VM non-compliant on any day in this range."
            : "No data for any day in this range: no VM ran on a reporting host."}
        </p>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] desk:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] print:grid-cols-1">
          <div className="px-1 py-2 desk:border-r desk:border-line">
            {chart.bars.length === 0 ? (
              <p className="px-2 py-1 text-ink-2">No rule makes a VM non-compliant now.</p>
            ) : (
              <ChartFigure
                summary={chart.summary}
                style={{ height: chart.bars.length * ROW_HEIGHT + AXIS_HEIGHT }}
              >
                <RulesChart chart={chart} onRule={(href) => router.push(href)} />
              </ChartFigure>
            )}
          </div>
          <ScrollFrame label="Worst rules by affected VMs" className="max-h-[320px] print:hidden">
            <table className="table-plain">
              <caption className="sr-only">Worst rules, most VMs first</caption>
              <thead className="sticky top-0 z-1 bg-panel">
                <tr>
                  <th scope="col">Rule</th>
                  <th scope="col" className="number">
                    Critical
                  </th>
                  <th scope="col" className="number">
                    Warning
                  </th>
                  <th scope="col" className="number">
                    Passing
                  </th>
                  <th scope="col" className="number">
                    Change
                  </th>
                </tr>
              </thead>
              <tbody>
                {[...chart.bars, ...chart.mended].map((bar) => (
                  <RuleRow key={bar.rule} bar={bar} />
                ))}
              </tbody>
            </table>
          </ScrollFrame>
        </div>
      )}
    </Panel>
  );
}

function RuleRow({ bar }: { bar: RuleBar }) {
  return (
    <tr>
      <th scope="row">
        <Link href={bar.href} prefetch={false} className="hover:underline">
          {bar.name}
        </Link>{" "}
        <Link
          href={guideHref("rules", bar.rule)}
          prefetch={false}
          className="font-mono text-[11px] text-ink-3 hover:underline"
          title="This rule in the guide"
        >
          {bar.rule}
        </Link>
      </th>
      <td className="number">{formatCount(bar.critical)}</td>
      <td className="number">{formatCount(bar.warning)}</td>
      <td className="number whitespace-nowrap">{bar.percent === null ? "–" : `${bar.percent} %`}</td>
      <td className={`number ${bar.isWorse ? "text-critical-ink" : "text-ink-2"}`}>{bar.points ?? "–"}</td>
    </tr>
  );
}
