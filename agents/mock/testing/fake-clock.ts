import type { Clock } from "../clock.ts";

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

/** A clock that stands still until a test advances it, and then stops at every requested wake-up time. */
export class FakeClock implements Clock {
  #nowMs: number;
  readonly #sleepers = new Set<Sleeper>();

  constructor(startsAt: Date) {
    this.#nowMs = startsAt.getTime();
  }

  now(): number {
    return this.#nowMs;
  }

  sleepUntil(atMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted || atMs <= this.#nowMs) {
        resolve();
        return;
      }
      const sleeper = {
        atMs,
        wake: () => {
          this.#sleepers.delete(sleeper);
          signal.removeEventListener("abort", sleeper.wake);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      signal.addEventListener("abort", sleeper.wake, { once: true });
    });
  }

  /** Advances the clock while `lives` continue, and returns when it is `untilMs` and all of them sleep or have ended. */
  async run(lives: readonly Promise<unknown>[], untilMs: number): Promise<void> {
    let ended = 0;
    const countEnd = () => {
      ended++;
    };
    for (const life of lives) life.then(countEnd, countEnd);
    for (;;) {
      // Real work such as compression continues between two checks; time does not.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#sleepers.size + ended < lives.length) continue;
      const next = [...this.#sleepers].toSorted((a, b) => a.atMs - b.atMs)[0];
      if (!next || next.atMs > untilMs) break;
      this.#nowMs = next.atMs;
      next.wake();
    }
    this.#nowMs = Math.max(this.#nowMs, untilMs);
  }
}
