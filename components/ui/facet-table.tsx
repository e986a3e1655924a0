import type { MouseEvent } from "react";
import { formatCount } from "@/lib/format/count.ts";
import { classes } from "./classes.ts";
import { Glyph } from "./glyph.tsx";

const INKS = {
  failed: "text-critical-ink",
  degraded: "text-warning-ink",
  disabled: "text-ink-2",
  configured: "text-warning-ink",
  blocked: "text-ink-2",
  active: "text-ink-2",
} as const;

/** One line for each service or technology, with its main statuses side by side; each number is a filter. */
export function FacetTable<Status extends keyof typeof INKS>({
  title,
  lines,
  statuses,
  chosen,
  onChoose,
}: {
  title: string;
  lines: readonly { key: string; label: string; counts: Partial<Record<Status, number>> }[];
  statuses: readonly Status[];
  /** The active filters as `key:status`. */
  chosen: readonly string[];
  /** `isAdding` if the value is added to the active ones. */
  onChoose: (value: string, isAdding: boolean) => void;
}) {
  return (
    <section aria-label={title.replace("…", "")} className="pt-1.5">
      <div className="facet-table">
        <h3 className="text-[11.5px] font-semibold text-ink-2">{title}</h3>
        {statuses.map((status) => (
          <span key={status} className="text-right" title={status}>
            <Glyph word={status} size={13} />
          </span>
        ))}
      </div>
      {lines.map(({ key, label, counts }) => (
        <div key={key} className="facet-table">
          <span className="truncate" title={label}>
            {label}
          </span>
          {statuses.map((status) => {
            const count = counts[status] ?? 0;
            const value = `${key}:${status}`;
            const isOn = chosen.includes(value);
            return (
              <button
                key={status}
                type="button"
                aria-pressed={isOn}
                className={classes(
                  "facet-number focus-inside",
                  count === 0 && !isOn ? "text-mute" : INKS[status],
                )}
                onClick={(event: MouseEvent) => onChoose(value, event.ctrlKey || event.metaKey)}
              >
                <span className="sr-only">{`${label} ${status}: ${count === 0 ? "0" : ""}`}</span>
                {count === 0 ? <span aria-hidden>·</span> : formatCount(count)}
              </button>
            );
          })}
        </div>
      ))}
    </section>
  );
}
