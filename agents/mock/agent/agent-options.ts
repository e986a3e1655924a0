import type { Clock } from "../clock.ts";
import type { FleetHost } from "../fleet.ts";
import type { Random } from "../random.ts";
import type { Answer } from "./answer.ts";
import type { Enrolled } from "./enroll.ts";
import type { Fault } from "./faults.ts";
import type { Gate } from "./gate.ts";
import type { Transport } from "./transport.ts";

/** The agent's inputs: its host, the transport to the server, and all sources of variation. */
export interface AgentOptions {
  readonly host: FleetHost;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly key: string;
  /** The enrolment from an earlier run, if it was kept. */
  readonly enrolled?: Enrolled | null;
  /** Seconds of the fleet's time between two reports, until the server asks for a different interval. */
  readonly intervalSeconds: number;
  /** Length of a tick of the fleet, in seconds of its time. */
  readonly tickSeconds: number;
  /** Seconds of the fleet's time per second of the clock. */
  readonly speed?: number;
  /** When the fleet's time was 0. */
  readonly startMs: number;
  readonly faults?: ReadonlySet<Fault>;
  /** Limits how many reports of a fleet are rendered and in progress concurrently. */
  readonly gate?: Gate;
  readonly giveUpEnrollingAfterMs?: number;
  /** Called once for a host that has just enrolled, before its first report. */
  readonly onNewHost?: (host: FleetHost) => Promise<void>;
  readonly onEvent?: (event: AgentEvent) => void;
}

/** Events of an agent. One of them contains a token: never print it. */
export type AgentEvent =
  | { type: "enrolled"; host: string; enrolled: Enrolled; isKept: boolean }
  | { type: "answer"; host: string; answer: Answer; vms: number; bytes: number; isExtra: boolean }
  | { type: "fault"; host: string; fault: Fault };
