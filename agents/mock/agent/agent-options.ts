import type { Clock } from "../clock.ts";
import type { FleetHost } from "../fleet.ts";
import type { Random } from "../random.ts";
import type { Answer } from "./answer.ts";
import type { Enrolled } from "./enroll.ts";
import type { Fault } from "./faults.ts";
import type { Gate } from "./gate.ts";
import type { Transport } from "./transport.ts";

/** What an agent is given: its host, the way to the server, and everything that is not the same twice. */
export interface AgentOptions {
  readonly host: FleetHost;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly key: string;
  /** What an earlier run was given, if it was kept. */
  readonly enrolled?: Enrolled | null;
  /** Seconds of the fleet's time between two reports, until the server asks for another pace. */
  readonly intervalSeconds: number;
  /** Length of a tick of the fleet, in seconds of its time. */
  readonly tickSeconds: number;
  /** So many seconds of the fleet's time pass in one of the clock's. */
  readonly speed?: number;
  /** When the fleet's time was 0. */
  readonly startMs: number;
  readonly faults?: ReadonlySet<Fault>;
  /** Holds back how many reports of a fleet are written and under way at once. */
  readonly gate?: Gate;
  readonly giveUpEnrollingAfterMs?: number;
  /** What is done once for a host that has just enrolled, before its first report. */
  readonly onNewHost?: (host: FleetHost) => Promise<void>;
  readonly onEvent?: (event: AgentEvent) => void;
}

/** What an agent tells about itself while it lives. It holds a token once: never print it. */
export type AgentEvent =
  | { type: "enrolled"; host: string; enrolled: Enrolled; isKept: boolean }
  | { type: "answer"; host: string; answer: Answer; vms: number; bytes: number; isExtra: boolean }
  | { type: "fault"; host: string; fault: Fault };
