"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { classes } from "./classes.ts";

export interface Tab {
  value: string;
  label: ReactNode;
}

/**
 * A row of tabs. Arrow keys move along it, Home and End to its ends. The caller renders the panel: `${id}-panel`,
 * labelled by `${id}-tab-${value}`.
 */
export function Tabs({
  id,
  label,
  tabs,
  chosen,
  onChoose,
  size = "medium",
  isOfPage = false,
}: {
  id: string;
  label: string;
  tabs: readonly Tab[];
  chosen: string;
  onChoose: (value: string) => void;
  size?: "small" | "medium";
  /** It spans a whole page, and starts where the page's head does. */
  isOfPage?: boolean;
}) {
  const row = useRef<HTMLDivElement>(null);

  const step = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.value === chosen);
    const to = nextIndex(event.key, at, tabs.length);
    const next = to === null ? undefined : tabs[to];
    if (to === null || !next) return;
    event.preventDefault();
    onChoose(next.value);
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };

  return (
    <div
      ref={row}
      role="tablist"
      aria-label={label}
      className={classes(
        "no-scrollbar flex overflow-x-auto border-b border-line",
        isOfPage && "px-1 tablet:px-4",
      )}
    >
      {tabs.map((tab) => {
        const isChosen = tab.value === chosen;
        return (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-tab-${tab.value}`}
            aria-selected={isChosen}
            aria-controls={`${id}-panel`}
            tabIndex={isChosen ? 0 : -1}
            onClick={() => onChoose(tab.value)}
            onKeyDown={step}
            className={classes(
              "focus-inside whitespace-nowrap",
              size === "small" ? "px-2.5 py-1 text-note" : "px-[11px] py-1.5 text-sub",
              isChosen
                ? "font-semibold text-ink shadow-[inset_0_-2px_var(--accent)]"
                : "text-ink-2 hover:bg-hover",
            )}
          >
            {tab.label}
          </button>
        );
      })}
    </div>
  );
}

function nextIndex(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
