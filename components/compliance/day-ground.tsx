import { CartesianGrid, ReferenceArea, XAxis } from "recharts";
import { AXIS, Hatch, tickAt } from "./chart-parts.tsx";
import type { Tick } from "./prepare-days.ts";

/** The background of every chart over days: its days along the axis, and a hatch where there is no data. */
export function DayGround({
  chart,
  hatch,
}: {
  chart: {
    domain: readonly [number, number];
    ticks: readonly Tick[];
    gaps: readonly { from: number; to: number }[];
  };
  /** The id of its hatch, which the page assigns. */
  hatch: string;
}) {
  return (
    <>
      <defs>
        <Hatch id={hatch} />
      </defs>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        {...AXIS}
        dataKey="at"
        type="number"
        scale="time"
        domain={[...chart.domain]}
        ticks={chart.ticks.map(({ at }) => at)}
        tickFormatter={tickAt(chart.ticks)}
        axisLine={{ stroke: "var(--line-strong)" }}
      />
      {chart.gaps.map(({ from, to }) => (
        <ReferenceArea
          key={from}
          x1={from}
          x2={to}
          fill={`url(#${hatch})`}
          fillOpacity={1}
          ifOverflow="hidden"
        />
      ))}
    </>
  );
}
