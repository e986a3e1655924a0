import type { Clock } from "@/components/ui/now.tsx";

const TICK_MS = 1000;
/** Below this the difference is network latency, not a wrong clock. */
const SKEW_MS = 5000;

/** A clock that ticks every second while the page is visible, and follows the server's time where the two differ. */
export function makeClock(serverNowMs: number): Clock {
  const difference = serverNowMs - Date.now();
  const offset = Math.abs(difference) > SKEW_MS ? difference : 0;
  const listeners = new Set<() => void>();
  let current = Date.now() + offset;
  let timer: ReturnType<typeof setInterval> | undefined;

  const tick = () => {
    current = Date.now() + offset;
    for (const listener of listeners) listener();
  };

  return {
    read: () => current,
    readFirst: () => serverNowMs,
    subscribe(listener) {
      listeners.add(listener);
      timer ??= setInterval(tick, TICK_MS);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
