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
  // What is still on its way is not read on: the answer goes out, then the connection ends.
  const isUnread = !message.complete;
  reply.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== "set-cookie") reply.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.setHeader("set-cookie", cookies);
  if (isUnread) reply.setHeader("connection", "close");
  if (response.status !== 304 && response.status !== 204) reply.setHeader("content-length", body.byteLength);
  reply.end(message.method === "HEAD" ? undefined : body);
  if (isUnread) letGo(message);
}

const LINGER_MS = 1_000;

/** The client gets its answer before the connection is cut: a cut under way would throw the answer away with it. */
function letGo(message: IncomingMessage): void {
  const { socket } = message;
  message.resume();
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  timer.unref();
  socket.once("close", () => clearTimeout(timer));
}
