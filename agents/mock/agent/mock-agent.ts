import { encodeSnapshotInBackground } from "../encode-snapshot.ts";
import { uuidV7 } from "../random.ts";
import type { AgentEvent, AgentOptions } from "./agent-options.ts";
import { toAnswer, type Answer } from "./answer.ts";
import { backoffMs, stretch } from "./backoff.ts";
import { enroll, EnrollmentError, toReason, type Enrolled } from "./enroll.ts";
import { FaultPlan, STORM_POSTS, type Fault } from "./faults.ts";
import { sendErrorAfter } from "./send-error.ts";
import { type SendError, Spool, type SpooledReport } from "./spool.ts";

/** One host's agent: it collects on schedule, keeps unacknowledged reports, and follows the contract. */
export class MockAgent {
  readonly spool = new Spool();
  readonly #options: AgentOptions;
  readonly #faults: FaultPlan;
  readonly #epoch: number;
  #enrolled: Enrolled | null;
  #isEnrolledAnew = false;
  #sequence = 0;
  #intervalSeconds: number;
  #failures = 0;
  #sendAgainAtMs = 0;
  #sendError: SendError | null = null;
  /** Held back until the next report has been sent. */
  #heldBack: SpooledReport | null = null;

  constructor(options: AgentOptions) {
    this.#options = options;
    this.#faults = new FaultPlan(options.faults ?? new Set(), options.random);
    this.#epoch = options.clock.now();
    this.#enrolled = options.enrolled ?? null;
    this.#intervalSeconds = options.intervalSeconds;
  }

  get name(): string {
    return this.#options.host.name;
  }

  /** The current interval, in seconds of the fleet's time: its own, or the one the server last asked for. */
  get intervalSeconds(): number {
    return this.#intervalSeconds;
  }

  /** The earliest time of the next attempt. */
  get sendAgainAtMs(): number {
    return this.#sendAgainAtMs;
  }

  /** The age of its only report, if it fell silent before the fleet was started. */
  get silentForMs(): number {
    return (this.#options.host.silentSinceSeconds ?? 0) * 1000;
  }

  get isEnrolled(): boolean {
    return this.#enrolled !== null;
  }

  /** Obtains a token if there is none. Throws an EnrollmentError if the server does not accept this host. */
  async enroll(signal: AbortSignal): Promise<void> {
    if (this.#enrolled) {
      this.#tell({ type: "enrolled", host: this.name, enrolled: this.#enrolled, isKept: true });
      return;
    }
    const { host, transport, key, clock, random, giveUpEnrollingAfterMs = 120_000 } = this.#options;
    this.#isEnrolledAnew = true;
    this.#enrolled = await enroll(host.enrollment, {
      transport,
      key,
      clock,
      random,
      signal,
      giveUpAfterMs: giveUpEnrollingAfterMs,
    });
    this.#tell({ type: "enrolled", host: this.name, enrolled: this.#enrolled, isKept: false });
    await this.#options.onNewHost?.(host);
  }

  /** Collects a report and adds it to the spool. `agedMs` makes it that old. */
  collect(agedMs = 0): SpooledReport {
    const { clock, random } = this.#options;
    const nowMs = clock.now();
    const report: SpooledReport = {
      snapshotId: uuidV7(nowMs, random),
      tick: this.#tickAt(nowMs),
      sequence: ++this.#sequence,
      collectedAtMs: nowMs - agedMs,
      intervalSeconds: this.#intervalSeconds,
      spool: this.spool.state(),
      sendError: this.#sendError,
    };
    if (this.#heldBack === null && this.#hits("out-of-order")) this.#heldBack = report;
    else this.spool.add(report);
    if (this.#hits("late")) {
      this.#sendAgainAtMs = Math.max(
        this.#sendAgainAtMs,
        nowMs + this.#faults.lateIntervals() * this.#intervalMs(),
      );
    }
    return report;
  }

  /** Makes one attempt with the next report, and handles the response. `null` if nothing is pending. */
  async sendNext(): Promise<Answer | null> {
    const report = this.spool.next();
    if (!report || !this.#enrolled) return null;
    const isStorm = this.#hits("retry-storm");
    const answers = await Promise.all(
      Array.from({ length: isStorm ? STORM_POSTS : 1 }, (_, place) =>
        this.#post(report, { isExtra: place > 0 }),
      ),
    );
    const answer = answers.toSorted((a, b) => RANK[a.kind] - RANK[b.kind])[0] ?? null;
    if (answer) await this.#obey(answer, report);
    return answer;
  }

  /** Runs until the signal aborts: enrols at its time, then collects and sends. */
  async run(signal: AbortSignal, { firstAtMs }: { firstAtMs: number }): Promise<void> {
    const { host, clock, startMs, speed = 1 } = this.#options;
    const enrollsAtMs = startMs + (host.enrollsAtSeconds * 1000) / speed;
    await clock.sleepUntil(Math.max(firstAtMs, enrollsAtMs), signal);
    if (signal.aborted) return;
    await this.enroll(signal);

    if (host.silentSinceSeconds !== null) {
      this.collect(this.silentForMs);
      await this.drain(signal);
      return;
    }
    let lastAtMs = clock.now() - this.#intervalMs();
    while (!signal.aborted) {
      const nowMs = clock.now();
      const link = host.linkAt(this.#tickAt(nowMs));
      const overdueMs = nowMs - lastAtMs - this.#intervalMs();
      if (overdueMs >= 0) {
        if (link !== "off") this.collect();
        // It stays on schedule; intervals missed during a long post are skipped.
        lastAtMs = nowMs - (overdueMs % this.#intervalMs());
      }
      const isWaiting = this.spool.pending > 0 && link !== "off";
      if (isWaiting && nowMs >= this.#sendAgainAtMs) {
        await this.sendNext();
      } else {
        const collectsAtMs = lastAtMs + this.#intervalMs();
        await clock.sleepUntil(
          isWaiting ? Math.min(collectsAtMs, this.#sendAgainAtMs) : collectsAtMs,
          signal,
        );
      }
    }
  }

  /** Sends until nothing is pending. */
  async drain(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    this.#releaseHeldBack();
    while (this.spool.pending > 0 && !signal.aborted) {
      if (clock.now() < this.#sendAgainAtMs) await clock.sleepUntil(this.#sendAgainAtMs, signal);
      else await this.sendNext();
    }
  }

  async #post(report: SpooledReport, kind: { isExtra: boolean }): Promise<Answer> {
    const { gate } = this.#options;
    return gate ? await gate.run(() => this.#postNow(report, kind)) : await this.#postNow(report, kind);
  }

  async #postNow(report: SpooledReport, { isExtra }: { isExtra: boolean }): Promise<Answer> {
    const { host, transport, clock } = this.#options;
    const token = this.#enrolled?.token ?? "";
    const sentAtMs = clock.now();
    const isTorn = !isExtra && this.#hits("torn");
    let answer: Answer;
    let vms = 0;
    let bytes = 0;
    try {
      if (host.linkAt(this.#tickAt(sentAtMs)) !== "up") throw new Error("the way to the server is cut");
      const snapshot = host.snapshotAt(report.tick, { ...report, epoch: this.#epoch, sentAtMs });
      const body = await encodeSnapshotInBackground(snapshot);
      vms = snapshot.vms?.length ?? 0;
      bytes = body.length;
      const response = await transport.post({ path: "/api/v1/snapshots", token, body, isGzip: true, isTorn });
      answer = toAnswer(response, report.snapshotId, clock.now());
    } catch (error) {
      answer = { kind: "unreachable", status: null, reason: toReason(error) };
    }
    this.#tell({ type: "answer", host: this.name, answer, vms, bytes, isExtra });
    return answer;
  }

  async #obey(answer: Answer, report: SpooledReport): Promise<void> {
    this.#sendError = sendErrorAfter(this.#sendError, answer, this.#options.clock.now());
    switch (answer.kind) {
      case "stored":
      case "duplicate":
      case "stale":
        this.spool.forget(report);
        this.#failures = 0;
        this.#sendAgainAtMs = 0;
        if (answer.kind === "stored" && answer.nextIntervalSeconds !== null) {
          this.#intervalSeconds = Math.max(1, Math.round(answer.nextIntervalSeconds));
        }
        if (this.#hits("duplicate")) await this.#post(report, { isExtra: true });
        this.#releaseHeldBack(report);
        return;
      case "refused":
        this.spool.putAside(report, answer.status, answer.reason);
        return;
      case "unwelcome":
        // A token from an earlier run may belong to a server that has been set up again since.
        if (answer.status === 401 && !this.#isEnrolledAnew) {
          this.#enrolled = null;
          await this.enroll(AbortSignal.abort()).catch((error: unknown) => {
            if (!(error instanceof EnrollmentError)) throw error;
            this.#enrolled = this.#options.enrolled ?? null;
          });
          return;
        }
        this.#wait(null);
        return;
      case "busy":
        this.#wait(answer.retryAfterMs);
        return;
      case "unreachable":
        this.#wait(null);
        return;
    }
  }

  #wait(askedMs: number | null): void {
    const { clock, random } = this.#options;
    this.#failures++;
    const waitMs = askedMs === null ? backoffMs(this.#failures, random) : stretch(askedMs, random);
    this.#sendAgainAtMs = clock.now() + waitMs;
  }

  /** Releases the held-back report once a later one has been sent. */
  #releaseHeldBack(sent?: SpooledReport): void {
    if (this.#heldBack && (!sent || sent.sequence > this.#heldBack.sequence)) {
      this.spool.add(this.#heldBack);
      this.#heldBack = null;
    }
  }

  #hits(fault: Fault): boolean {
    const isHit = this.#faults.hits(fault);
    if (isHit) this.#tell({ type: "fault", host: this.name, fault });
    return isHit;
  }

  #intervalMs(): number {
    return (this.#intervalSeconds * 1000) / (this.#options.speed ?? 1);
  }

  #tickAt(atMs: number): number {
    const { startMs, speed = 1, tickSeconds } = this.#options;
    // Timers may fire a few milliseconds early.
    return Math.max(0, Math.floor(((atMs - startMs + 20) * speed) / 1000 / tickSeconds));
  }

  #tell(event: AgentEvent): void {
    this.#options.onEvent?.(event);
  }
}

/** Of several responses to the same report, the decisive one. */
const RANK: Readonly<Record<Answer["kind"], number>> = {
  stored: 0,
  duplicate: 1,
  stale: 2,
  refused: 3,
  unwelcome: 4,
  busy: 5,
  unreachable: 6,
};
