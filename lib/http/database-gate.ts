import { AppError } from "@/lib/services/app-error.ts";

/**
 * While the database is unavailable, no request waits for it: new requests are refused at once, requests already waiting
 * are rejected, and a probe checks until the database responds again.
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

  /** Called by code that encountered a connection error. */
  noteFailure(): void {
    if (this.#isAway || this.#isClosed) return;
    this.#isAway = true;
    for (const letGo of this.#waiting) letGo(away());
    this.#waiting.clear();
    this.#onChange(true);
    this.#probeLater();
  }

  /** Returns the work's result, or rejects as soon as the database is unavailable. @throws AppError `database-away` */
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

  /** Whether the database responds now. */
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

  /** Probes the database while requests wait: a hanging database sends no error. */
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
