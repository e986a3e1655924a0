"use client";

import { useId } from "react";
import { Area, AreaChart, ReferenceArea, ReferenceLine, Tooltip, YAxis } from "recharts";
import { formatCount } from "@/lib/format/count.ts";
import { AXIS, ChartTip, dayAtClick } from "./chart-parts.tsx";
import { DayGround } from "./day-ground.tsx";
import { placeOfDay } from "./prepare-days.ts";
import { type HealthChart as Health, KIND_WORDS, KINDS, type Kind } from "./prepare-health.ts";
import { useChartSize } from "./use-chart-size.ts";

const FILLS: Record<Kind, string> = {
  compliant: "var(--ok-fill)",
  notCompliant: "var(--warning)",
  unknown: "var(--unknown)",
  inactive: "var(--line-strong)",
};

/** Draws what prepareHealth decided. A day without reports is a gap with a hatch in it, never a line across. */
export function HealthChart({
  chart,
  day,
  onDay,
}: {
  chart: Health;
  day: string | null;
  onDay: (day: string) => void;
}) {
  const hatch = useId();
  const size = useChartSize({ width: 338, height: 178 });
  return (
    <AreaChart
      {...size}
      data={chart.points}
      margin={{ top: 8, right: 14, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      style={{ ...size.style, cursor: "pointer" }}
      onClick={(state) => dayAtClick(chart.points, state.activeTooltipIndex, onDay)}
    >
      <DayGround chart={chart} hatch={hatch} />
      <YAxis
        {...AXIS}
        domain={[0, chart.most]}
        width={48}
        tickCount={5}
        tickFormatter={formatCount}
        axisLine={false}
      />
      {KINDS.map((kind) => (
        <Area
          key={kind}
          dataKey={kind}
          stackId="vms"
          type="linear"
          connectNulls={false}
          isAnimationActive={false}
          activeDot={false}
          stroke="var(--panel)"
          strokeWidth={0.5}
          fill={FILLS[kind]}
          fillOpacity={0.9}
        />
      ))}
      {chart.alone.map(({ key, kind, at, from, to }) => (
        <ReferenceLine
          key={key}
          segment={[
            { x: at, y: from },
            { x: at, y: to },
          ]}
          stroke={FILLS[kind]}
          strokeWidth={3}
        />
      ))}
      {chart.holes.map(({ from, to }) => (
        <ReferenceArea
          key={from}
          x1={from}
          x2={to}
          y1={0}
          y2={chart.most / 45}
          fill="var(--unknown)"
          fillOpacity={1}
          ifOverflow="hidden"
        />
      ))}
      {day === null ? null : <ReferenceLine x={placeOfDay(day)} stroke="var(--ink)" strokeDasharray="3 3" />}
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--ink-3)" }}
        content={<HealthTip points={chart.points} />}
      />
    </AreaChart>
  );
}

function HealthTip({
  points,
  active,
  label,
}: {
  points: Health["points"];
  active?: boolean;
  label?: unknown;
}) {
  const point = active ? points.find(({ at }) => at === label) : undefined;
  if (point === undefined) return null;
  return (
    <ChartTip
      day={point.day}
      note={point.reports}
      lines={KINDS.flatMap((kind) => {
        const count = point[kind];
        return count === null
          ? []
          : [{ key: kind, name: KIND_WORDS[kind], value: formatCount(count), colour: FILLS[kind] }];
      })}
    />
  );
}
