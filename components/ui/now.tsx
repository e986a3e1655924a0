"use client";

import { createContext, type ReactNode, use, useSyncExternalStore } from "react";

/** Time for everything that shows an age. The server's clock counts: it is the one that judged. */
export interface Clock {
  /** Milliseconds, steady between two ticks. */
  read: () => number;
  /** What the server drew with, so that the first draw in the browser is the same. */
  readFirst: () => number;
  subscribe: (listener: () => void) => () => void;
}

const ClockContext = createContext<Clock | null>(null);

export function ClockProvider({ clock, children }: { clock: Clock; children: ReactNode }) {
  return <ClockContext value={clock}>{children}</ClockContext>;
}

/** Now, in ms, in steps: what shows an age draws again when a step is over, not at every tick. Keep it low in the tree. */
export function useNow(stepMs = 5000): number {
  const clock = use(ClockContext);
  if (!clock) throw new Error("useNow needs a ClockProvider above it");
  const read = () => Math.floor(clock.read() / stepMs) * stepMs;
  return useSyncExternalStore(clock.subscribe, read, clock.readFirst);
}

/** Whether the page has been taken over by the browser, whose zone and size are then known. */
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
