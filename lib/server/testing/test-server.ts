import type { Server } from "node:http";
import { afterAll, beforeAll } from "vitest";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import type { RequestContext } from "@/lib/http/context.ts";
import { DatabaseGate } from "@/lib/http/database-gate.ts";
import { requestContext } from "@/lib/http/testing/request-context.ts";
import { closeProber, pingDatabase } from "@/lib/data/access/database-state.ts";
import { createListener } from "../listener.ts";
import { portOf } from "./port-of.ts";

export interface TestServer {
  readonly url: string;
  /** The server's log entries. */
  readonly logged: { details: object; message: string }[];
}

/** The real listener on a database of the test file's own, assembled as in the process but without pages. */
export function withTestServer(
  overrides: Pick<Partial<RequestContext>, "agentPackageFolder" | "reportIntervalSeconds"> = {},
): TestServer {
  useTestDatabase();
  // On a busy machine the database may respond slowly; no test of this server depends on that.
  const databaseGate = new DatabaseGate({ probe: () => pingDatabase(60_000) });
  const services = requestContext({ databaseGate, ...overrides });
  let server: Server | null = null;
  let url = "";
  beforeAll(async () => {
    const started = await createListener({
      services,
      next: (_message, reply) => Promise.resolve(void reply.writeHead(404).end()),
      isDevelopment: false,
      tls: null,
      publicUrl: null,
      isTrustedProxy: false,
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${portOf(started.address())}`;
  });
  afterAll(async () => {
    databaseGate.close();
    await closeProber();
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
  });
  return {
    get url() {
      return url;
    },
    logged: services.logged,
  };
}
