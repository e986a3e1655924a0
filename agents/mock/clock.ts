/** The agent's clock. It is passed in, so that tests set the time and never wait. */
export interface Clock {
  /** Unix time in milliseconds. */
  now(): number;
  /** Resolves at that time, or immediately when the signal aborts. It never rejects. */
  sleepUntil(atMs: number, signal: AbortSignal): Promise<void>;
}

/** Longest delay that `setTimeout` supports; longer ones would fire immediately. */
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
