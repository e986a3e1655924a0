import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import { accepts } from "./accepts.ts";
import { toBodyStream } from "./body-stream.ts";

/** A web request over what Node received. The body is read only when somebody reads it. */
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
/** Smaller ones fit a packet or two anyway. */
const PRESSED_FROM_BYTES = 2048;
const PRESSED_TYPES = /^(?:application\/(?:problem\+)?json|text\/)/;

/**
 * Sends a web response, pressed for who takes that (a list of VMs comes down to a fifteenth), and ends a connection
 * whose body nobody read. Answers of the API are whole in memory anyway.
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
 * Lets what is still on its way go by, for a while. Node cuts a connection as soon as its answer has ended, and a client
 * that is cut off while it writes sees a broken connection in place of the answer.
 */
function passOver(message: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    // A limit and no pause: whoever has sent all of it goes on at once.
    const timer = setTimeout(resolve, LINGER_MS);
    timer.unref();
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    message.once("end", done).once("close", done).once("error", done);
    // Whoever was to read it would hold it up again.
    message.removeAllListeners("data");
    message.resume();
  });
}
