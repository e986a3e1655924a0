import type { IncomingMessage, ServerResponse } from "node:http";
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

/** Sends a web response, and ends a connection whose body nobody read. Answers of the API are whole in memory anyway. */
export async function sendResponse(
  message: IncomingMessage,
  reply: ServerResponse,
  response: Response,
): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const isUnread = !message.complete;
  reply.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== "set-cookie") reply.setHeader(name, value);
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
