import type { AgentEvent } from "./agent/agent-options.ts";
import type { Answer } from "./agent/answer.ts";
import type { Fault } from "./agent/faults.ts";

/** Counters of a fleet, in total or for a period. */
export interface Reading {
  readonly posts: number;
  readonly vms: number;
  readonly bytes: number;
  /** By kind of response. */
  readonly answers: Readonly<Partial<Record<Answer["kind"], number>>>;
  /** By HTTP status; posts without a response are not included. */
  readonly statuses: Readonly<Partial<Record<string, number>>>;
  readonly faults: Readonly<Partial<Record<Fault, number>>>;
  readonly enrolled: number;
}

/** Counts the agents' requests and responses. */
export class Meter {
  #posts = 0;
  #vms = 0;
  #bytes = 0;
  #enrolled = 0;
  readonly #answers: Partial<Record<Answer["kind"], number>> = {};
  readonly #statuses: Record<string, number> = {};
  readonly #faults: Partial<Record<Fault, number>> = {};

  count(event: AgentEvent): void {
    switch (event.type) {
      case "enrolled":
        this.#enrolled++;
        return;
      case "fault":
        this.#faults[event.fault] = (this.#faults[event.fault] ?? 0) + 1;
        return;
      case "answer": {
        const { kind, status } = event.answer;
        this.#posts++;
        this.#bytes += event.bytes;
        if (kind === "stored") this.#vms += event.vms;
        this.#answers[kind] = (this.#answers[kind] ?? 0) + 1;
        if (status !== null) this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
        return;
      }
    }
  }

  read(): Reading {
    return {
      posts: this.#posts,
      vms: this.#vms,
      bytes: this.#bytes,
      answers: { ...this.#answers },
      statuses: { ...this.#statuses },
      faults: { ...this.#faults },
      enrolled: this.#enrolled,
    };
  }
}
