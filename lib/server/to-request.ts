import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import { accepts } from "./accepts.ts";
import { toBodyStream } from "./body-stream.ts";

/** Wraps a Node message in a web request. The body is read only on demand. */
export function toRequest(message: IncomingMessage, origin: string, path: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one);
    else if (value !== undefined && !name.startsWith(":")) headers.set(name, value);
  }
  const method = message.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? toBodyStream(message) : null;
  return new Request(new URL(path, origin), { method, headers, body, duplex: "half" } as RequestInit);
}

const press = promisify(gzip);
/** Smaller bodies fit into one or two packets anyway. */
const PRESSED_FROM_BYTES = 2048;
const PRESSED_TYPES = /^(?:application\/(?:problem\+)?json|text\/)/;

/**
 * Sends a web response, compressed if the client accepts it (a list of VMs shrinks to a fifteenth), and closes a
 * connection whose body was not read. API responses are in memory anyway.
 */
export async function sendResponse(
  message: IncomingMessage,
  reply: ServerResponse,
  response: Response,
): Promise<void> {
  const plain = Buffer.from(await response.arrayBuffer());
  const mayPress = mayBePressed(response, plain);
  const isPressed = mayPress && accepts(message.headers["accept-encoding"], "gzip");
  const body = isPressed ? await press(plain, { level: constants.Z_BEST_SPEED }) : plain;
  const isUnread = !message.complete;
  reply.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== "set-cookie") reply.setHeader(name, value);
  if (mayPress) reply.appendHeader("vary", "accept-encoding");
  if (isPressed) reply.setHeader("content-encoding", "gzip");
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.setHeader("set-cookie", cookies);
  if (response.status !== 304 && response.status !== 204) reply.setHeader("content-length", body.byteLength);
  if (isUnread) {
    reply.setHeader("connection", "close");
    reply.flushHeaders();
    if (message.method !== "HEAD") reply.write(body);
    await passOver(message);
  }
  reply.end(isUnread || message.method === "HEAD" ? undefined : body);
}

function mayBePressed({ headers }: Response, body: Buffer): boolean {
  return body.byteLength >= PRESSED_FROM_BYTES && PRESSED_TYPES.test(headers.get("content-type") ?? "");
}

const LINGER_MS = 10_000;

/**
 * Discards incoming data for a while. Node closes a connection as soon as its response has ended, and a client that is
 * disconnected while sending sees a broken connection instead of the response.
 */
function passOver(message: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    // An upper limit: a client that has sent everything continues at once.
    const timer = setTimeout(resolve, LINGER_MS);
    timer.unref();
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    message.once("end", done).once("close", done).once("error", done);
    // The previous reader would pause the stream again.
    message.removeAllListeners("data");
    message.resume();
  });
}
