import type { Transport, WireRequest, WireResponse } from "../agent/transport.ts";
import type { Received, Reply } from "./loopback-server.ts";

/** Equivalent to a server on the loopback, without a network: responds immediately, and can be unavailable. */
export class FakeTransport implements Transport {
  readonly received: Received[] = [];
  isAway = false;
  readonly #reply: (request: Received) => Reply;

  constructor(reply: (request: Received) => Reply) {
    this.#reply = reply;
  }

  async post({ path, token, body, isGzip, isTorn }: WireRequest): Promise<WireResponse> {
    await Promise.resolve();
    if (this.isAway || isTorn) throw new Error("connect ECONNREFUSED");
    const received: Received = {
      path,
      authorization: `Bearer ${token}`,
      encoding: isGzip ? "gzip" : undefined,
      contentType: "application/json",
      body,
    };
    this.received.push(received);
    const reply = this.#reply(received);
    if (typeof reply === "string") throw new Error(reply);
    return {
      status: reply.status,
      retryAfter: reply.headers?.["retry-after"] ?? null,
      body: typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body ?? {}),
    };
  }

  close(): void {
    // There is no connection.
  }
}
