import { AppError } from "@/lib/services/app-error.ts";

/**
 * While the database is away nobody waits for it: who comes is refused at once, and a probe looks for its return.
 * Who was waiting when its absence was noticed is let go as well.
 */
export class DatabaseGate {
  readonly #probe: () => Promise<void>;
  readonly #probeEveryMilliseconds: number;
  readonly #onChange: (isAway: boolean) => void;
  readonly #waiting = new Set<(error: AppError) => void>();
  #isAway = false;
  #timer: NodeJS.Timeout | undefined;
  #watching: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: {
    probe: () => Promise<void>;
    probeEveryMilliseconds?: number;
    onChange?: (isAway: boolean) => void;
  }) {
    this.#probe = options.probe;
    this.#probeEveryMilliseconds = options.probeEveryMilliseconds ?? 250;
    this.#onChange = options.onChange ?? (() => undefined);
  }

  get isAway(): boolean {
    return this.#isAway;
  }

  /** Told by whoever met an error of the connection. */
  noteFailure(): void {
    if (this.#isAway || this.#isClosed) return;
    this.#isAway = true;
    for (const letGo of this.#waiting) letGo(away());
    this.#waiting.clear();
    this.#onChange(true);
    this.#probeLater();
  }

  /** The work's result, or a refusal as soon as the database is found to be away. @throws AppError `database-away` */
  async guard<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#isAway) throw away();
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.add(reject);
      this.#watch();
      work()
        .then(resolve, reject)
        .finally(() => this.#waiting.delete(reject));
    });
  }

  /** Whether the database answers now. */
  async check(): Promise<boolean> {
    try {
      await this.guard(this.#probe);
      return true;
    } catch {
      this.noteFailure();
      return false;
    }
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#watching);
  }

  /** While somebody waits, the database is asked: one that hangs sends no error. */
  #watch(): void {
    if (this.#watching !== undefined || this.#isClosed) return;
    this.#watching = setTimeout(() => void this.#ask(), this.#probeEveryMilliseconds);
    this.#watching.unref();
  }

  async #ask(): Promise<void> {
    try {
      if (this.#waiting.size > 0 && !this.#isAway) await this.#probe();
    } catch {
      this.noteFailure();
    }
    this.#watching = undefined;
    if (this.#waiting.size > 0) this.#watch();
  }

  #probeLater(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => void this.#look(), this.#probeEveryMilliseconds);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    try {
      await this.#probe();
    } catch {
      this.#probeLater();
      return;
    }
    if (this.#isClosed) return;
    this.#isAway = false;
    this.#onChange(false);
  }
}

function away(): AppError {
  return new AppError("database-away", "The database does not respond. Retry the request.");
}
