import { systemClock, type Clock } from "../clock.ts";

/** A clock that runs a thousand times faster than the machine's, for whole runs whose pauses are long. */
export function fastClock(): Clock {
  const startMs = systemClock.now();
  const factor = 1000;
  return {
    now: () => startMs + (systemClock.now() - startMs) * factor,
    sleepUntil: async (atMs, signal) => {
      await systemClock.sleepUntil(startMs + Math.ceil((atMs - startMs) / factor), signal);
    },
  };
}
