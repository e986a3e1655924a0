import type { Admission } from "./admission.ts";
import type { DatabaseGate } from "./database-gate.ts";
import type { HttpLogger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";

/** What lives as long as the process and every handler shares. */
export interface HttpServices {
  logger: HttpLogger;
  metrics: Metrics;
  admission: Admission;
  databaseGate: DatabaseGate;
  metricsToken: string | null;
  /** Where the packaged agent lies, which hosts fetch. */
  agentPackageFolder: string;
  /** False once the process has been asked to stop. */
  isServing(): boolean;
}

/** What a handler knows of one request beside the request itself. */
export interface RequestContext extends HttpServices {
  requestId: string;
  /** The address that the connection comes from. */
  peerAddress: string;
  /** Whether a proxy stands between, whose word on the address may or may not be trusted. */
  isForwarded: boolean;
  /** The client's address: the peer's, or what a trusted proxy says. */
  clientAddress: string;
  /** Values of the `{name}` parts of the route's path. */
  params: Readonly<Record<string, string>>;
  /** When the request arrived. Clocks start here and travel down as arguments. */
  now: Date;
}

export type Handler = (request: Request, context: RequestContext) => Promise<Response>;
