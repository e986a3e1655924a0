import * as http from "node:http";
import * as https from "node:https";
import type { Transport, WireRequest, WireResponse } from "./transport.ts";

const MAX_ANSWER_BYTES = 1_048_576;

/** Posts over HTTP or HTTPS. NODE_EXTRA_CA_CERTS adds the certificates of a private authority. */
export class HttpTransport implements Transport {
  readonly #server: URL;
  readonly #agent: http.Agent;
  readonly #timeoutMs: number;

  constructor(
    server: URL,
    { timeoutMs = 60_000, maxSockets = 64 }: { timeoutMs?: number; maxSockets?: number } = {},
  ) {
    this.#server = server;
    this.#timeoutMs = timeoutMs;
    const options = { keepAlive: true, maxSockets };
    this.#agent = server.protocol === "https:" ? new https.Agent(options) : new http.Agent(options);
  }

  async post(request: WireRequest): Promise<WireResponse> {
    try {
      return await this.#send(request);
    } catch (error) {
      // The server had just closed a keep-alive connection: it has not read the body, so retry immediately.
      if (error instanceof StaleConnectionError) return await this.#send(request);
      throw error;
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  async #send({ path, token, body, isGzip, isTorn = false }: WireRequest): Promise<WireResponse> {
    return await new Promise((resolve, reject) => {
      const url = new URL(this.#server);
      url.pathname = `${url.pathname.replace(/\/$/, "")}${path}`;
      const request = (url.protocol === "https:" ? https : http).request(url, {
        method: "POST",
        agent: this.#agent,
        signal: AbortSignal.timeout(this.#timeoutMs),
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "content-length": body.length,
          ...(isGzip ? { "content-encoding": "gzip" } : {}),
        },
      });
      request.on("error", (error: NodeJS.ErrnoException) => {
        const isStale = request.reusedSocket && error.code === "ECONNRESET" && !isTorn;
        reject(isStale ? new StaleConnectionError() : error);
      });
      request.on("response", (response) => {
        readAnswer(response).then(resolve, reject);
      });
      if (isTorn) {
        request.write(body.subarray(0, Math.floor(body.length / 2)), () => {
          request.destroy(new Error("the connection was torn on purpose"));
        });
      } else {
        request.end(body);
      }
    });
  }
}

class StaleConnectionError extends Error {}

async function readAnswer(response: http.IncomingMessage): Promise<WireResponse> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new Error("the answer is too long");
    chunks.push(chunk);
  }
  return {
    status: response.statusCode ?? 0,
    retryAfter: response.headers["retry-after"] ?? null,
    body: Buffer.concat(chunks).toString("utf8"),
  };
}
