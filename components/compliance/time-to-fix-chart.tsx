"use client";

import { Bar, BarChart, Cell, LabelList, Tooltip, YAxis } from "recharts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import type { TimeToFix } from "./prepare-time-to-fix.ts";
import { useChartSize } from "./use-chart-size.ts";

const SEVERITIES = ["critical", "warning", "info"] as const;

/** Draws what prepareTimeToFix decided, over the columns of the table below it. */
export function TimeToFixChart({ fixes }: { fixes: TimeToFix }) {
  const size = useChartSize({ width: 231, height: 112 });
  return (
    <BarChart
      {...size}
      data={[...fixes.bands]}
      margin={{ top: 20, right: 0, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      barCategoryGap="14%"
    >
      <YAxis hide domain={[0, fixes.most]} />
      <Bar dataKey="mended" isAnimationActive={false}>
        {fixes.bands.map(({ key, isSlow }) => (
          <Cell key={key} fill={isSlow ? "var(--warning)" : "var(--s1)"} fillOpacity={0.85} />
        ))}
        <LabelList
          dataKey="mended"
          position="top"
          fontSize={12}
          fill="var(--ink)"
          formatter={(count) => (Number(count) === 0 ? "" : formatCount(Number(count)))}
        />
      </Bar>
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: "var(--hover)" }}
        content={<FixTip fixes={fixes} />}
      />
    </BarChart>
  );
}

function FixTip({ fixes, active, label }: { fixes: TimeToFix; active?: boolean; label?: unknown }) {
  const band = active ? fixes.bands[Number(label)] : undefined;
  if (band === undefined) return null;
  return (
    <div className="rounded-sm border border-line-strong bg-panel px-2.5 py-1.5 text-note shadow-float">
      <p className="font-semibold">{band.label}</p>
      <p>
        {formatPlural(band.mended, "finding")}:{" "}
        {SEVERITIES.map((severity) => `${formatCount(band.bySeverity[severity])} ${severity}`).join(", ")}
      </p>
    </div>
  );
}
