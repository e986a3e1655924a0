import { createHash, timingSafeEqual } from "node:crypto";
import { AppError } from "@/lib/services/app-error.ts";
import { readProcessCounts } from "@/lib/services/process-counts.ts";
import { bearerOf } from "@/lib/services/tokens/secret-token.ts";
import type { Handler, RequestContext } from "./context.ts";
import type { Gauges } from "./metrics.ts";

const NO_STORE = { "cache-control": "no-store" };

/** The process responds. */
export const getHealth: Handler = () =>
  Promise.resolve(Response.json({ status: "ok" }, { headers: NO_STORE }));

/** The process can serve requests: its database responds. Migrations are complete before the server listens. */
export const getReadiness: Handler = async (_request, context) => {
  const isReady = context.isServing() && !context.databaseGate.isAway && (await context.databaseGate.check());
  return isReady
    ? Response.json({ status: "ready" }, { headers: NO_STORE })
    : Response.json(
        { status: context.isServing() ? "database away" : "stopping" },
        { status: 503, headers: { ...NO_STORE, "retry-after": "2" } },
      );
};

export const getMetrics: Handler = async (request, context) => {
  if (!mayReadMetrics(request, context)) {
    throw new AppError("forbidden", "Metrics are available from this machine, or with the metrics token.");
  }
  return new Response(context.metrics.render(await gaugesOf(context)), {
    headers: { ...NO_STORE, "content-type": "text/plain; version=0.0.4; charset=utf-8" },
  });
};

function mayReadMetrics(request: Request, context: RequestContext): boolean {
  const given = bearerOf(request.headers.get("authorization"));
  if (context.metricsToken !== null && given !== null) return isSame(given, context.metricsToken);
  // A proxy on this machine also connects over loopback, but forwards requests of any client: these are not local.
  return isLoopback(context.peerAddress) && !context.isForwarded;
}

function isLoopback(address: string): boolean {
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}

function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

async function gaugesOf({ admission, databaseGate }: RequestContext): Promise<Gauges> {
  const { admitted, working, waiting, refused } = admission.counts;
  // The other metrics are needed most while the database is unavailable.
  const pool = await databaseGate.guard(readProcessCounts).catch(() => null);
  const memory = process.memoryUsage();
  return {
    innkeeper_ingest_admitted: { help: "Agent requests admitted and not yet answered.", value: admitted },
    innkeeper_ingest_working: { help: "Agent requests being processed.", value: working },
    innkeeper_ingest_waiting: { help: "Agent requests waiting to be processed.", value: waiting },
    innkeeper_ingest_refused_total: {
      help: "Agent requests refused because the queue was full.",
      value: refused,
    },
    innkeeper_database_up: { help: "1 if the database responds, otherwise 0.", value: pool === null ? 0 : 1 },
    innkeeper_database_connections: { help: "Open connections in the pool.", value: pool?.total ?? 0 },
    innkeeper_database_connections_idle: { help: "Idle connections in the pool.", value: pool?.idle ?? 0 },
    innkeeper_database_callers_waiting: {
      help: "Callers waiting for a connection.",
      value: pool?.waiting ?? 0,
    },
    process_resident_memory_bytes: { help: "Resident memory of the process, in bytes.", value: memory.rss },
    nodejs_heap_used_bytes: { help: "Heap in use, in bytes.", value: memory.heapUsed },
    process_uptime_seconds: {
      help: "Seconds since the process started.",
      value: Math.round(process.uptime()),
    },
  };
}
