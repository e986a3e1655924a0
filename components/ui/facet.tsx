import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** The title of a group of filters. */
export function FacetHead({ children }: { children: string }) {
  return <h2 className="px-3 pt-[9px] pb-[3px] text-head font-semibold text-ink-2">{children}</h2>;
}

/** A value of a filter: active or not, and its count, with its share drawn behind it. */
export function FacetValue({
  value,
  most,
  glyph,
  onToggle,
  isLong = false,
}: {
  value: { value: string; label?: string; count: number; isChosen: boolean };
  most: number;
  glyph: ReactNode;
  onToggle: () => void;
  /** A sentence rather than a name: it may wrap to a second line. */
  isLong?: boolean;
}) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={value.isChosen}
        onClick={onToggle}
        className={classes(
          "focus-inside relative grid min-h-6 w-full grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-1.5 px-3 text-left text-sub hover:bg-hover",
          value.isChosen && "bg-accent-soft font-semibold",
          value.count === 0 && !value.isChosen && "text-ink-3",
        )}
      >
        {glyph}
        <span className="relative min-w-0">
          {value.isChosen ? null : (
            <i
              className="absolute inset-y-0 left-0 border-b border-line-strong bg-sunken"
              style={{ width: `${(value.count / most) * 100}%` }}
              aria-hidden
            />
          )}
          <span
            className={classes("relative block", isLong ? "line-clamp-2 py-0.5" : "truncate")}
            title={value.label ?? value.value}
          >
            {value.label ?? value.value}
          </span>
        </span>
        <span className="text-note text-ink-2">{value.count}</span>
      </button>
    </li>
  );
}
