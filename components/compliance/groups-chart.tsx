"use client";

import { useId } from "react";
import { Line, LineChart, ReferenceDot, ReferenceLine, Tooltip, YAxis } from "recharts";
import { AXIS, ChartTip, dayAtClick, SERIES_COLOURS, SERIES_DASHES } from "./chart-parts.tsx";
import { DayGround } from "./day-ground.tsx";
import { placeOfDay } from "./prepare-days.ts";
import type { GroupsChart as Groups } from "./prepare-groups.ts";
import { useChartSize } from "./use-chart-size.ts";

/** Draws what prepareGroupsChart decided. A missing day stays a gap; a single day between two gaps is a dot. */
export function GroupsChart({
  chart,
  day,
  onDay,
}: {
  chart: Groups;
  day: string | null;
  onDay: (day: string) => void;
}) {
  const hatch = useId();
  const size = useChartSize({ width: 232, height: 214 });
  return (
    <LineChart
      {...size}
      data={chart.points}
      margin={{ top: 8, right: 6, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      style={{ ...size.style, cursor: "pointer" }}
      onClick={(state) => dayAtClick(chart.points, state.activeTooltipIndex, onDay)}
    >
      <DayGround chart={chart} hatch={hatch} />
      <YAxis
        {...AXIS}
        domain={[chart.floor, 100]}
        ticks={[...chart.levels]}
        width={48}
        interval={0}
        tickFormatter={(level) => `${String(level)} %`}
        axisLine={false}
      />
      {chart.series.map(({ key, place }) => {
        const colour = SERIES_COLOURS[place] ?? "var(--s1)";
        return (
          <Line
            key={key}
            dataKey={(point: Groups["points"][number]) => point.shares[place] ?? null}
            type="linear"
            connectNulls={false}
            isAnimationActive={false}
            stroke={colour}
            strokeWidth={1.6}
            strokeDasharray={SERIES_DASHES[place] ?? ""}
            activeDot={{ r: 2.5, fill: colour, stroke: "none" }}
            dot={false}
          />
        );
      })}
      {chart.marks.map(({ key, place, at, share }) => (
        <ReferenceDot
          key={key}
          x={at}
          y={share}
          r={2.8}
          fill={SERIES_COLOURS[place] ?? "var(--s1)"}
          stroke="none"
        />
      ))}
      {day === null ? null : <ReferenceLine x={placeOfDay(day)} stroke="var(--ink)" strokeDasharray="3 3" />}
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--ink-3)" }}
        content={<GroupsTip chart={chart} />}
      />
    </LineChart>
  );
}

function GroupsTip({ chart, active, label }: { chart: Groups; active?: boolean; label?: unknown }) {
  const point = active ? chart.points.find(({ at }) => at === label) : undefined;
  if (point === undefined) return null;
  return (
    <ChartTip
      day={point.day}
      note={point.shares.every((share) => share === null) ? "no data" : "compliant, worst first"}
      lines={chart.series
        .flatMap(({ key, place, name }) => {
          const share = point.shares[place];
          return typeof share === "number" ? [{ key, place, name, share }] : [];
        })
        .toSorted((left, right) => left.share - right.share)
        .map(({ key, place, name, share }) => ({
          key,
          name,
          value: `${share.toFixed(1)} %`,
          colour: SERIES_COLOURS[place] ?? "var(--s1)",
        }))}
    />
  );
}
