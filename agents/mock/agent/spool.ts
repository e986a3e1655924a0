/** The last failed attempt, as of the collection of a report. */
export interface SendError {
  readonly text: string;
  readonly atMs: number;
  /** Whether a later attempt has succeeded. */
  readonly isOver: boolean;
}

/** A pending report. Its facts are rendered when it is sent, because a mock fleet can render any time again. */
export interface SpooledReport {
  readonly snapshotId: string;
  readonly tick: number;
  readonly sequence: number;
  readonly collectedAtMs: number;
  readonly intervalSeconds: number;
  /** The spool as it was when this was collected. */
  readonly spool: { readonly pending: number; readonly dropped: number; readonly oldestAt: string | null };
  /** Why an attempt before it failed, if one did. */
  readonly sendError: SendError | null;
}

/** A report that the server will never accept, and why. */
interface SetAside {
  readonly report: SpooledReport;
  readonly status: number;
  readonly reason: string;
}

/** Up to this many pending reports are sent oldest first, which leaves no gap; beyond it the present matters more. */
const OLDEST_FIRST_UP_TO = 30;
const MAX_PENDING = 2_880;
const MAX_SET_ASIDE_KEPT = 20;

/** Reports that the agent has collected and the server has not acknowledged. */
export class Spool {
  /** In the order of collection. */
  readonly #waiting: SpooledReport[] = [];
  readonly #setAside: SetAside[] = [];
  #dropped = 0;
  #refused = 0;
  readonly #capacity: number;

  constructor(capacity: number = MAX_PENDING) {
    this.#capacity = capacity;
  }

  get pending(): number {
    return this.#waiting.length;
  }

  /** Number of reports dropped because the spool was full. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Number of reports that the server permanently refused. */
  get refused(): number {
    return this.#refused;
  }

  /** The last refused reports. */
  get setAside(): readonly SetAside[] {
    return this.#setAside;
  }

  get oldestAt(): string | null {
    const oldest = this.#waiting[0];
    return oldest ? new Date(oldest.collectedAtMs).toISOString() : null;
  }

  state(): SpooledReport["spool"] {
    return { pending: this.pending, dropped: this.dropped, oldestAt: this.oldestAt };
  }

  /** Adds a report; drops the oldest one if the spool is full. */
  add(report: SpooledReport): void {
    this.#waiting.push(report);
    if (this.#waiting.length > this.#capacity) {
      this.#waiting.shift();
      this.#dropped++;
    }
  }

  /** The next one to send: the oldest, or the newest if too many are pending. */
  next(): SpooledReport | null {
    const place = this.#waiting.length > OLDEST_FIRST_UP_TO ? -1 : 0;
    return this.#waiting.at(place) ?? null;
  }

  /** Removes an acknowledged report. */
  forget(report: SpooledReport): void {
    const place = this.#waiting.indexOf(report);
    if (place >= 0) this.#waiting.splice(place, 1);
  }

  /** Removes a report that the server will never accept. */
  putAside(report: SpooledReport, status: number, reason: string): void {
    this.forget(report);
    this.#refused++;
    this.#setAside.push({ report, status, reason });
    if (this.#setAside.length > MAX_SET_ASIDE_KEPT) this.#setAside.shift();
  }
}
