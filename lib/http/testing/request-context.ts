import { Admission } from "../admission.ts";
import type { RequestContext } from "../context.ts";
import { DatabaseGate } from "../database-gate.ts";
import { Metrics } from "../metrics.ts";

export const NOW = new Date("2026-11-24T09:00:00.000Z");

/** A handler's context with a database that always responds and a recorded log. */
export function requestContext(
  overrides: Partial<RequestContext> = {},
): RequestContext & { logged: { details: object; message: string }[] } {
  const logged: { details: object; message: string }[] = [];
  const keep = (details: object, message: string) => void logged.push({ details, message });
  return {
    logger: { debug: keep, info: keep, warn: keep, error: keep },
    metrics: new Metrics(),
    admission: new Admission({ workers: 2, queue: 2 }),
    databaseGate: new DatabaseGate({ probe: () => Promise.resolve() }),
    metricsToken: null,
    agentPackageFolder: "no/such/folder",
    reportIntervalSeconds: null,
    isServing: () => true,
    requestId: "request-1",
    peerAddress: "127.0.0.1",
    isForwarded: false,
    clientAddress: "127.0.0.1",
    params: {},
    now: NOW,
    ...overrides,
    logged,
  };
}
