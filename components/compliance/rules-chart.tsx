"use client";

import { Bar, BarChart, CartesianGrid, LabelList, Tooltip, XAxis, YAxis } from "recharts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { AXIS } from "./chart-parts.tsx";
import type { RuleBar, RulesChart as Rules } from "./prepare-rules.ts";
import { useChartSize } from "./use-chart-size.ts";

/** Draws what prepareRules decided. Bars start at 0, worst on top. */
export function RulesChart({ chart, onRule }: { chart: Rules; onRule: (href: string) => void }) {
  const size = useChartSize({ width: 334, height: chart.bars.length * 22 + 24 });
  return (
    <BarChart
      {...size}
      data={[...chart.bars]}
      layout="vertical"
      margin={{ top: 2, right: 34, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      style={{ ...size.style, cursor: "pointer" }}
      barCategoryGap={3}
      onClick={(state) => {
        const bar = chart.bars[Number(state.activeTooltipIndex ?? Number.NaN)];
        if (bar !== undefined) onRule(bar.href);
      }}
    >
      <CartesianGrid horizontal={false} stroke="var(--line)" />
      <XAxis
        {...AXIS}
        type="number"
        domain={[0, "auto"]}
        allowDecimals={false}
        tickFormatter={formatCount}
        axisLine={false}
      />
      <YAxis
        {...AXIS}
        type="category"
        dataKey="name"
        width={size.responsive ? 190 : 176}
        interval={0}
        axisLine={{ stroke: "var(--line-strong)" }}
        tick={{ fontSize: size.responsive ? 12 : 10.5, fill: "var(--ink-2)" }}
      />
      <Bar dataKey="critical" stackId="vms" fill="var(--critical)" isAnimationActive={false}>
        <LabelList dataKey={sumWithoutWarning} {...SUM} />
      </Bar>
      <Bar dataKey="warning" stackId="vms" fill="var(--warning)" isAnimationActive={false}>
        <LabelList dataKey="vms" {...SUM} />
      </Bar>
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: "var(--hover)" }}
        content={<RuleTip chart={chart} />}
      />
    </BarChart>
  );
}

const SUM = { position: "right", fontSize: 12, fill: "var(--ink)" } as const;

/** An empty part is not drawn, and neither is its label: then the part before it carries the sum. */
function sumWithoutWarning({ warning, vms }: RuleBar): number | null {
  return warning === 0 ? vms : null;
}

function RuleTip({ chart, active, label }: { chart: Rules; active?: boolean; label?: unknown }) {
  const bar = active ? chart.bars.find(({ name }) => name === label) : undefined;
  if (bar === undefined) return null;
  return (
    <div className="rounded-sm border border-line-strong bg-panel px-2.5 py-1.5 text-note shadow-float">
      <p className="font-semibold">{bar.name}</p>
      <p>
        {formatPlural(bar.critical, "VM")} critical, {formatCount(bar.warning)} warning
      </p>
    </div>
  );
}
