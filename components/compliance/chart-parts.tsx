import { formatWholeDay } from "@/lib/format/day.ts";
import type { Tick } from "./prepare-days.ts";

/** How every axis looks: no tick marks, small quiet words. */
export const AXIS = {
  tickLine: false,
  tick: { fontSize: 11, fill: "var(--ink-3)" },
  tickMargin: 5,
  minTickGap: 4,
} as const;

export const SERIES_COLOURS = [
  "var(--s1)",
  "var(--s2)",
  "var(--s3)",
  "var(--s4)",
  "var(--s5)",
  "var(--s6)",
] as const;
export const SERIES_DASHES = ["", "7 3", "2 3", "9 3 2 3", "4 2", "1 2"] as const;

/** The background of days without data. */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0v6" stroke="var(--unknown)" strokeWidth="1.4" strokeOpacity="0.45" />
    </pattern>
  );
}

export function tickAt(ticks: readonly Tick[]): (at: number) => string {
  const labels = new Map(ticks.map(({ at, label }) => [at, label]));
  return (at) => labels.get(at) ?? "";
}

/** The day under the pointer, by the chart's own index. */
export function dayAtClick(
  points: readonly { day: string }[],
  index: unknown,
  onDay: (day: string) => void,
): void {
  const point = index === undefined || index === null ? undefined : points[Number(index)];
  if (point !== undefined) onDay(point.day);
}

export function ChartTip({
  day,
  note,
  lines,
}: {
  day: string;
  note: string;
  lines: readonly { key: string; name: string; value: string; colour: string }[];
}) {
  return (
    <div className="rounded-sm border border-line-strong bg-panel px-2.5 py-1.5 text-note shadow-float">
      <p className="font-semibold">{formatWholeDay(day)}</p>
      <p className="text-ink-3">{note}</p>
      {lines.length === 0 ? null : (
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4">
          {lines.map(({ key, name, value, colour }) => (
            <div key={key} className="contents">
              <dt className="flex items-center gap-1.5">
                <i className="size-2 flex-none" style={{ background: colour }} />
                {name}
              </dt>
              <dd className="text-right font-semibold">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
