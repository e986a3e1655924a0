import type { Admission } from "./admission.ts";
import type { DatabaseGate } from "./database-gate.ts";
import type { HttpLogger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";

/** Services that live as long as the process and are shared by all handlers. */
export interface HttpServices {
  logger: HttpLogger;
  metrics: Metrics;
  admission: Admission;
  databaseGate: DatabaseGate;
  metricsToken: string | null;
  /** Folder of the agent package that hosts download. */
  agentPackageFolder: string;
  /** The interval that agents on hosts are asked for; `null`: each keeps its own. */
  reportIntervalSeconds: number | null;
  /** False once the process has been asked to stop. */
  isServing(): boolean;
}

/** Context of one request, in addition to the request itself. */
export interface RequestContext extends HttpServices {
  requestId: string;
  /** Remote address of the connection. */
  peerAddress: string;
  /** Whether the request came through a proxy, trusted or not. */
  isForwarded: boolean;
  /** The client's address: the peer's, or the one given by a trusted proxy. */
  clientAddress: string;
  /** Values of the `{name}` parts of the route's path. */
  params: Readonly<Record<string, string>>;
  /** Arrival time of the request. The clock is read here and passed down as an argument. */
  now: Date;
}

export type Handler = (request: Request, context: RequestContext) => Promise<Response>;
