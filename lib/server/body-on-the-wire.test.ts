import { createServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agentRoute } from "@/lib/http/agent-route.ts";
import { answer } from "@/lib/http/answer.ts";
import type { Route } from "@/lib/http/match-route.ts";
import { requestContext } from "@/lib/http/testing/request-context.ts";
import { AppError } from "@/lib/services/app-error.ts";
import { sendResponse, toRequest } from "./to-request.ts";
import { portOf } from "./testing/port-of.ts";

const MEBIBYTE = 1024 * 1024;
const LIMIT = 8 * MEBIBYTE;

/** Sizes of the bodies that reached the work. */
let served: number[] = [];
let server: Server;
const context = requestContext();

const ROUTES: readonly Route[] = [
  {
    path: "/in",
    methods: {
      POST: agentRoute({
        authenticate: (authorization) =>
          authorization === "Bearer right"
            ? Promise.resolve("agent")
            : Promise.reject(new AppError("unauthenticated", "Who?")),
        parse: (bytes) => {
          try {
            return {
              ok: true,
              body: { size: bytes.byteLength, value: JSON.parse(Buffer.from(bytes).toString()) },
            };
          } catch {
            return { ok: false, status: 400, errors: [{ path: "", message: "is not JSON" }] };
          }
        },
        handle: ({ body }) => {
          served.push(body.size);
          return Promise.resolve(Response.json({ size: body.size }, { status: 201 }));
        },
      }),
    },
  },
];

beforeAll(async () => {
  server = createServer((message, reply) => {
    const request = toRequest(message, "http://inn.test", message.url ?? "/");
    void answer(ROUTES, request, context).then((response) => sendResponse(message, reply, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  served = [];
});

interface Sent {
  headers?: Record<string, string>;
  body?: Buffer;
}

function socket(): Socket {
  const port = portOf(server.address());
  return connect(port, "127.0.0.1");
}

function head(headers: Record<string, string>): string {
  const all = {
    host: "inn.test",
    authorization: "Bearer right",
    "content-type": "application/json",
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `POST /in HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`;
}

/** The server's output until it closes the connection or its answer is complete. */
function readAnswer(from: Socket, { keepOpen = false } = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    let text = "";
    const look = () => {
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      const isWhole = /\r\n\r\n[\s\S]*[}]/.test(text);
      if (status !== undefined && isWhole) {
        if (!keepOpen) from.destroy();
        resolve({ status: Number(status), text });
      }
    };
    from.setEncoding("utf8");
    from.on("data", (part: string) => {
      text += part;
      look();
    });
    from.on("error", (error) => reject(error));
    from.on("end", () => reject(new Error(`ended early: ${text}`)));
  });
}

async function post({
  headers = {},
  body = Buffer.alloc(0),
}: Sent): Promise<{ status: number; text: string }> {
  const client = socket();
  const answered = readAnswer(client);
  client.write(head({ "content-length": String(body.byteLength), ...headers }));
  client.write(body);
  return answered;
}

/** A JSON string that is exactly as many bytes long. */
function jsonOf(bytes: number): Buffer {
  return Buffer.from(`"${"a".repeat(bytes - 2)}"`);
}

describe("a body on the wire", () => {
  const gzip = { "content-encoding": "gzip" };
  const whole = gzipSync(jsonOf(1000));
  test.each<Sent & { name: string; status: number }>([
    { name: "plain", body: jsonOf(10), status: 201 },
    { name: "gzip", body: whole, headers: gzip, status: 201 },
    { name: "gzip by its old name", body: whole, headers: { "content-encoding": "X-GZIP" }, status: 201 },
    { name: "exactly the limit", body: jsonOf(LIMIT), status: 201 },
    { name: "one byte above the limit", body: jsonOf(LIMIT + 1), status: 413 },
    {
      name: "exactly the limit after decompression",
      body: gzipSync(jsonOf(LIMIT)),
      headers: gzip,
      status: 201,
    },
    {
      name: "the limit in a gzip that is larger than the limit",
      body: gzipSync(jsonOf(LIMIT), { level: 0 }),
      headers: gzip,
      status: 201,
    },
    { name: "more than a gzip of the limit can be", body: jsonOf(LIMIT * 2), headers: gzip, status: 413 },
    {
      name: "one byte above the limit after decompression",
      body: gzipSync(jsonOf(LIMIT + 1)),
      headers: gzip,
      status: 413,
    },
    { name: "a bomb of 512 MiB", body: gzipSync(Buffer.alloc(512 * MEBIBYTE)), headers: gzip, status: 413 },
    { name: "invalid gzip", body: jsonOf(100), headers: gzip, status: 400 },
    { name: "truncated gzip", body: whole.subarray(0, -9), headers: gzip, status: 400 },
    {
      name: "gzip with a wrong checksum",
      body: Buffer.concat([whole.subarray(0, -8), Buffer.alloc(8)]),
      headers: gzip,
      status: 400,
    },
    { name: "empty gzip", body: Buffer.alloc(0), headers: gzip, status: 400 },
    { name: "empty", body: Buffer.alloc(0), status: 400 },
    { name: "invalid JSON", body: Buffer.from("{"), status: 400 },
    { name: "another type", headers: { "content-type": "text/plain" }, body: jsonOf(10), status: 415 },
    { name: "no type", headers: { "content-type": "" }, body: jsonOf(10), status: 415 },
    {
      name: "JSON of another charset",
      headers: { "content-type": "application/json; charset=utf-16" },
      body: jsonOf(10),
      status: 415,
    },
    {
      name: "JSON declared as UTF-8",
      headers: { "content-type": 'application/json; charset="UTF-8"' },
      body: jsonOf(10),
      status: 201,
    },
    { name: "brotli", headers: { "content-encoding": "br" }, body: jsonOf(10), status: 415 },
    { name: "gzip twice", headers: { "content-encoding": "gzip, gzip" }, body: jsonOf(10), status: 415 },
    { name: "a stranger", headers: { authorization: "Bearer wrong" }, body: jsonOf(10), status: 401 },
    {
      name: "a stranger with too much",
      headers: { authorization: "x" },
      body: jsonOf(LIMIT * 2),
      status: 401,
    },
  ])("$name → $status", async ({ status, ...sent }) => {
    const answered = await post(sent);
    expect(answered.status).toBe(status);
    expect(served).toHaveLength(status === 201 ? 1 : 0);
    // The contract requires a list of errors for these; errors of the whole body have an empty path.
    const isTold = /"errors":\[\{"path":"","message":".+"\}\]/.test(answered.text);
    expect(isTold).toBe([400, 413, 415].includes(status));
  });

  test.each<{ name: string; headers: Record<string, string>; status: number }>([
    { name: "too much", headers: {}, status: 413 },
    { name: "a stranger", headers: { authorization: "Bearer wrong" }, status: 401 },
    { name: "another type", headers: { "content-type": "text/plain" }, status: 415 },
  ])(
    "$name: a client that is still sending can finish, and then receives $status",
    async ({ headers, status }) => {
      const client = socket();
      const answered = readAnswer(client, { keepOpen: true });
      const isWritten = new Promise<void>((resolve, reject) => {
        client.once("finish", resolve).once("error", reject);
      });
      client.write(head({ "content-length": String(LIMIT * 3), ...headers }));
      client.end(Buffer.alloc(LIMIT * 3, 97));
      expect((await answered).status).toBe(status);
      await isWritten;
      client.destroy();
    },
  );

  test("with a too large announced size it is refused before its first byte arrives", async () => {
    const client = socket();
    client.write(head({ "content-length": String(LIMIT + 1) }));
    expect((await readAnswer(client)).status).toBe(413);
  });

  test("without an announced size it is refused while it is still arriving", async () => {
    const client = socket();
    const answered = readAnswer(client);
    client.write(head({ "transfer-encoding": "chunked" }));
    const piece = Buffer.concat([Buffer.from("100000\r\n"), Buffer.alloc(MEBIBYTE, 97), Buffer.from("\r\n")]);
    // Never ended: the answer arrives although the body is incomplete.
    for (let count = 0; count < 9; count += 1) client.write(piece);
    expect((await answered).status).toBe(413);
  });

  test("a client that disconnects releases its place", async () => {
    const client = socket();
    client.write(head({ "content-length": "1000" }));
    client.write("[");
    await new Promise<void>((resolve) => {
      const look = () => (context.admission.counts.admitted === 1 ? resolve() : setImmediate(look));
      look();
    });
    client.destroy();
    await new Promise<void>((resolve) => {
      const look = () => (context.admission.counts.admitted === 0 ? resolve() : setImmediate(look));
      look();
    });
    expect(served).toEqual([]);
  });

  test("a request without a free place is refused before its body is read", async () => {
    const slow = Array.from({ length: 4 }, () => {
      const client = socket();
      client.write(head({ "content-length": "1000" }));
      return client;
    });
    await new Promise<void>((resolve) => {
      const look = () => (context.admission.counts.admitted === 4 ? resolve() : setImmediate(look));
      look();
    });
    const answered = await post({ body: jsonOf(MEBIBYTE) });
    expect(answered.status).toBe(503);
    expect(answered.text).toMatch(/retry-after: \d+/i);
    for (const client of slow) client.destroy();
  });
});
