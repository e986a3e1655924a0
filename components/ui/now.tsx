"use client";

import { createContext, type ReactNode, use, useSyncExternalStore } from "react";

/** The time for everything that shows an age. The server's clock counts, because verdicts are based on it. */
export interface Clock {
  /** Milliseconds, constant between two ticks. */
  read: () => number;
  /** The time with which the server rendered, so that the first render in the browser is the same. */
  readFirst: () => number;
  subscribe: (listener: () => void) => () => void;
}

const ClockContext = createContext<Clock | null>(null);

export function ClockProvider({ clock, children }: { clock: Clock; children: ReactNode }) {
  return <ClockContext value={clock}>{children}</ClockContext>;
}

/**
 * The current time in ms, in steps: a component that shows an age renders again after a step, not at every tick. Use it
 * low in the tree.
 */
export function useNow(stepMs = 5000): number {
  const clock = use(ClockContext);
  if (!clock) throw new Error("useNow needs a ClockProvider above it");
  const read = () => Math.floor(clock.read() / stepMs) * stepMs;
  return useSyncExternalStore(clock.subscribe, read, clock.readFirst);
}

/** Whether the browser has hydrated the page: then its time zone and size are known. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    subscribeNever,
    () => true,
    () => false,
  );
}

function subscribeNever() {
  return () => undefined;
}
