import { AppError } from "@/lib/services/app-error.ts";

/** A place among those who are served. It must be given back, whatever happens. */
export interface Ticket {
  /** Waits for a place at work, runs, and frees the place. */
  work<Result>(task: () => Promise<Result>): Promise<Result>;
  leave(): void;
}

/**
 * At most `workers` tasks at work, a short queue behind them, and nobody beyond: a refused caller costs nothing, so
 * memory stays flat however many come.
 */
export class Admission {
  readonly #workers: number;
  readonly #places: number;
  readonly #queue: (() => void)[] = [];
  #taken = 0;
  #working = 0;
  #refused = 0;

  constructor({ workers, queue }: { workers: number; queue: number }) {
    this.#workers = workers;
    this.#places = workers + queue;
  }

  get counts(): { admitted: number; working: number; waiting: number; refused: number } {
    return {
      admitted: this.#taken,
      working: this.#working,
      waiting: this.#queue.length,
      refused: this.#refused,
    };
  }

  /** Takes a place before the body is read. @throws AppError `busy` */
  enter(): Ticket {
    if (this.#taken >= this.#places) {
      this.#refused += 1;
      throw new AppError("busy", "More reports are arriving than can be stored. Retry the request.");
    }
    this.#taken += 1;
    let isHeld = true;
    return {
      work: (task) => this.#work(task),
      leave: () => {
        if (isHeld) this.#taken -= 1;
        isHeld = false;
      },
    };
  }

  async #work<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#working >= this.#workers) {
      // Whoever leaves hands its place on, so nobody slips in between.
      await new Promise<void>((resolve) => this.#queue.push(resolve));
    } else {
      this.#working += 1;
    }
    try {
      return await task();
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#working -= 1;
    }
  }
}
