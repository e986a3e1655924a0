/** Time as an agent sees it. It is passed in, so that tests decide how late it is and never wait. */
export interface Clock {
  /** Unix time in milliseconds. */
  now(): number;
  /** Resolves when the time has come, or at once when the signal aborts. It never rejects. */
  sleepUntil(atMs: number, signal: AbortSignal): Promise<void>;
}

/** Longest delay that `setTimeout` takes; longer ones would fire at once. */
const MAX_TIMER_MS = 2_147_483_647;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleepUntil: (atMs, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const finish = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", finish);
        resolve();
      };
      const timer = setTimeout(finish, Math.min(MAX_TIMER_MS, Math.max(0, atMs - Date.now())));
      signal.addEventListener("abort", finish, { once: true });
    }),
};
