import { AppError } from "@/lib/services/app-error.ts";

/** An admitted request's place. It must be released in every case. */
export interface Ticket {
  /** Waits for a free worker, runs the task, and frees the worker. */
  work<Result>(task: () => Promise<Result>): Promise<Result>;
  leave(): void;
}

/**
 * Runs at most `workers` tasks at a time and queues a few more; all other callers are refused. A refused caller costs
 * nothing, so memory stays flat under any load.
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
      // A finished task hands its worker directly to the next in the queue, so no newcomer can overtake it.
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
