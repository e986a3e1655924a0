import { once } from "node:events";
import * as http from "node:http";
import { gunzipSync } from "node:zlib";
import { snapshotV1, type SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";

/** A received request. A body that did not arrive completely is never recorded. */
export interface Received {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly encoding: string | undefined;
  readonly contentType: string | undefined;
  readonly body: Buffer;
}

/** The reply: a status with a body, or a network failure. */
export type Reply =
  | { status: number; headers?: Record<string, string>; body?: unknown }
  | "close-without-answer"
  | "close-within-answer"
  | "never-answer";

/** A server on the loopback that responds as a test specifies. */
export class LoopbackServer {
  readonly received: Received[] = [];
  /** Posts whose connection broke before the body was complete. */
  broken = 0;
  readonly #server: http.Server;
  #reply: (request: Received) => Reply;

  private constructor(reply: (request: Received) => Reply) {
    this.#reply = reply;
    this.#server = http.createServer((request, response) => void this.#handle(request, response));
  }

  static async start(reply: (request: Received) => Reply): Promise<LoopbackServer> {
    const server = new LoopbackServer(reply);
    server.#server.listen(0, "127.0.0.1");
    await once(server.#server, "listening");
    return server;
  }

  get url(): URL {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("the server does not listen");
    return new URL(`http://127.0.0.1:${address.port}`);
  }

  answerWith(reply: (request: Received) => Reply): void {
    this.#reply = reply;
  }

  /** Drops keep-alive connections, as a server does after they were idle for too long. */
  closeKeptConnections(): void {
    this.#server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  /** Errors thrown by a test's own checks become a response, so that the client does not wait forever. */
  #replyTo(received: Received): Reply {
    try {
      return this.#reply(received);
    } catch (error) {
      return { status: 500, body: { title: String(error) } };
    }
  }

  async #handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    } catch {
      this.broken++;
      return;
    }
    const received: Received = {
      path: request.url ?? "",
      authorization: request.headers.authorization,
      encoding: request.headers["content-encoding"],
      contentType: request.headers["content-type"],
      body: Buffer.concat(chunks),
    };
    this.received.push(received);
    const reply = this.#replyTo(received);
    if (reply === "never-answer") return;
    if (reply === "close-without-answer") {
      request.socket.destroy();
      return;
    }
    if (reply === "close-within-answer") {
      response.writeHead(201, { "content-length": "500" });
      response.write('{"snapshotId":"', () => request.socket.destroy());
      return;
    }
    response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
    const { body = {} } = reply;
    response.end(typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body));
  }
}

/** The report in a body, parsed as the server does: throws if it does not conform to the contract. */
export function readReport({ body, encoding }: Pick<Received, "body" | "encoding">): SnapshotV1 {
  const text = (encoding === "gzip" ? gunzipSync(body) : body).toString("utf8");
  return snapshotV1.parse(JSON.parse(text));
}

/** Responds as a healthy server: a token for every host, each report stored once, in order. */
export function wellServer(): (request: Received) => Reply {
  const newest = new Map<string, { epoch: number; sequence: number }>();
  const stored = new Set<string>();
  return (request) => {
    if (request.path === "/api/v1/enroll") {
      return { status: 201, body: { hostId: `host-${stored.size}`, token: "ika_test" } };
    }
    const { snapshotId, epoch, sequence, host, vms, agent } = readReport(request);
    if (stored.has(snapshotId)) return { status: 200, body: { duplicate: true } };
    const last = newest.get(host.machineId);
    if (last && (epoch < last.epoch || (epoch === last.epoch && sequence <= last.sequence))) {
      return { status: 200, body: { stale: true } };
    }
    stored.add(snapshotId);
    newest.set(host.machineId, { epoch, sequence });
    return {
      status: 201,
      body: {
        snapshotId,
        hostId: "h",
        vms: vms?.length ?? 0,
        changes: 0,
        nextIntervalSeconds: agent.intervalSeconds,
      },
    };
  };
}
