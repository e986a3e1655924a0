/** A report that waits. Its facts are written down when it is sent, for a mock fleet can write any moment again. */
export interface SpooledReport {
  readonly snapshotId: string;
  readonly tick: number;
  readonly sequence: number;
  readonly collectedAtMs: number;
  readonly intervalSeconds: number;
  /** The spool as it was when this was collected. */
  readonly spool: { readonly pending: number; readonly dropped: number; readonly oldestAt: string | null };
}

/** A report that the server will never take, and why. */
interface SetAside {
  readonly report: SpooledReport;
  readonly status: number;
  readonly reason: string;
}

/** Up to this many wait for an outage that leaves no hole behind; beyond it the present matters more than the past. */
const OLDEST_FIRST_UP_TO = 30;
const MAX_PENDING = 2_880;
const MAX_SET_ASIDE_KEPT = 20;

/** What an agent has collected and the server has not acknowledged. */
export class Spool {
  /** In the order in which they were collected. */
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

  /** How many never reached the server because there was no room. */
  get dropped(): number {
    return this.#dropped;
  }

  /** How many the server refused for good. */
  get refused(): number {
    return this.#refused;
  }

  /** The last ones that were refused. */
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

  /** Keeps a report; the oldest one gives way when there is no room. */
  add(report: SpooledReport): void {
    this.#waiting.push(report);
    if (this.#waiting.length > this.#capacity) {
      this.#waiting.shift();
      this.#dropped++;
    }
  }

  /** The one to send now: the oldest, or the newest when so many wait that the old ones are history. */
  next(): SpooledReport | null {
    const place = this.#waiting.length > OLDEST_FIRST_UP_TO ? -1 : 0;
    return this.#waiting.at(place) ?? null;
  }

  /** Forgets what the server acknowledged. */
  forget(report: SpooledReport): void {
    const place = this.#waiting.indexOf(report);
    if (place >= 0) this.#waiting.splice(place, 1);
  }

  /** Takes out of the line what the server will never take. */
  putAside(report: SpooledReport, status: number, reason: string): void {
    this.forget(report);
    this.#refused++;
    this.#setAside.push({ report, status, reason });
    if (this.#setAside.length > MAX_SET_ASIDE_KEPT) this.#setAside.shift();
  }
}
