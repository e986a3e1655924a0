import { randomUUID } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { Server as TlsServer } from "node:tls";
import { answer } from "@/lib/http/answer.ts";
import type { HttpServices } from "@/lib/http/context.ts";
import { isAnsweredHere, ROUTES } from "@/lib/http/routes.ts";
import { PAGE_PATH_HEADER } from "@/lib/http/page-path.ts";
import { CLIENT_ADDRESS_HEADER } from "@/lib/services/auth/auth.ts";
import { answerPage, PAGE_PATIENCE_MS } from "./answer-page.ts";
import {
  contentSecurityPolicy,
  DOCUMENT_HEADERS,
  isPartOfPages,
  makeNonce,
  securityHeaders,
} from "./security-headers.ts";
import { StartError, toReason } from "./start-error.ts";
import { sendResponse, toRequest } from "./to-request.ts";

export type NextHandler = (message: IncomingMessage, reply: ServerResponse) => Promise<void>;

export interface ListenerOptions {
  services: HttpServices;
  next: NextHandler;
  isDevelopment: boolean;
  tls: { certPath: string; keyPath: string } | null;
  publicUrl: string | null;
  /** A trusted proxy is in front, so the client address it reports is used. */
  isTrustedProxy: boolean;
  /** Interval between checks of the certificate files. */
  certificateLookMilliseconds?: number;
  /** How long a page may still render its own error after the database became unavailable. */
  pagePatienceMilliseconds?: number;
  limits?: ConnectionLimits;
}

/** How long a client may take, in milliseconds. Whoever takes longer is disconnected, and holds nothing any more. */
export interface ConnectionLimits {
  headers: number;
  /** From the first byte of a request to the last one of its body. */
  request: number;
  /** Between two requests on one connection. */
  idle: number;
  /** Interval between checks of the first two. */
  check: number;
}

const MINUTE_MS = 60_000;
const LIMITS: ConnectionLimits = { headers: 15_000, request: 2 * MINUTE_MS, idle: 75_000, check: 15_000 };
const CERTIFICATE_LOOK_MS = 10_000;
/** Headers that the listener sets itself. Clients must not set them. */
const OURS = [
  CLIENT_ADDRESS_HEADER,
  "x-nonce",
  PAGE_PATH_HEADER,
  "content-security-policy",
  "x-request-id",
  "x-middleware-subrequest",
];
/** Headers set by proxies. They are evaluated here once and removed before the request is passed on. */
const FORWARDING = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-real-ip",
];
/** Methods that a web `Request` cannot represent and no route supports. */
const REFUSED_METHODS = new Set(["CONNECT", "TRACE", "TRACK"]);

/** The HTTP entry point: answers the API and health paths itself and passes pages to Next, each with its own nonce. */
export async function createListener(options: ListenerOptions): Promise<Server> {
  const onRequest = (message: IncomingMessage, reply: ServerResponse) => {
    handle(options, message, reply).catch((error: unknown) => {
      options.services.logger.error({ err: error }, "A request could not be answered");
      if (!reply.headersSent) reply.writeHead(500).end();
      else reply.destroy();
    });
  };
  const { headers, request, idle, check } = options.limits ?? LIMITS;
  const timeouts: ServerOptions = {
    headersTimeout: headers,
    requestTimeout: request,
    keepAliveTimeout: idle,
    connectionsCheckingInterval: check,
  };
  const server = options.tls
    ? await createTlsServer(options.tls, timeouts, onRequest, options)
    : createHttpServer(timeouts, onRequest);
  server.maxRequestsPerSocket = 0;
  return server;
}

async function createTlsServer(
  paths: { certPath: string; keyPath: string },
  timeouts: ServerOptions,
  onRequest: (message: IncomingMessage, reply: ServerResponse) => void,
  options: ListenerOptions,
): Promise<Server> {
  const server = await readCertificate(paths)
    .then((certificate) => createHttpsServer({ ...timeouts, ...certificate }, onRequest))
    .catch((error: unknown) => {
      throw new StartError(
        `INNKEEPER_TLS_CERT, INNKEEPER_TLS_KEY: the certificate cannot be loaded: ${toReason(error)}`,
      );
    });
  watchCertificate(server, paths, options);
  return server;
}

async function handle(
  options: ListenerOptions,
  message: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  const { services, isDevelopment, tls, isTrustedProxy } = options;
  for (const name of OURS) delete message.headers[name];
  const requestId = randomUUID();
  const peerAddress = message.socket.remoteAddress ?? "";
  const clientAddress = isTrustedProxy ? (forwardedFor(message) ?? peerAddress) : peerAddress;
  const origin = originOf(message, options);
  const hasProxy = isForwarded(message);
  for (const name of FORWARDING) delete message.headers[name];
  const isTls = origin.startsWith("https:");
  setHeaders(reply, securityHeaders(isTls || tls !== null));
  const path = toPath(message.url ?? "/");
  if (path === null) {
    setHeaders(reply, { ...DOCUMENT_HEADERS, "x-request-id": requestId });
    reply.writeHead(400).end();
    return;
  }
  // Next expects a path, not an absolute URL.
  if (!message.url?.startsWith("/")) message.url = path;
  const [pathname = "/"] = path.split("?", 1);
  if (isPartOfPages(pathname) && !REFUSED_METHODS.has(message.method ?? "")) {
    // A page loads a dozen of them: unneeded headers are omitted to keep the first load small.
    await options.next(message, reply);
    return;
  }
  setHeaders(reply, { ...DOCUMENT_HEADERS, "x-request-id": requestId });

  if (REFUSED_METHODS.has(message.method ?? "")) {
    reply.writeHead(405, { allow: "GET, HEAD, POST" }).end();
    return;
  }
  if (isAnsweredHere(pathname)) {
    message.headers[CLIENT_ADDRESS_HEADER] = clientAddress;
    const shown =
      pathname === "/sign-in/once" ? path.replace("/sign-in/once", "/api/auth/sign-in-once") : path;
    const request = toRequest(message, origin, shown);
    const response = await answer(ROUTES, request, {
      ...services,
      requestId,
      peerAddress,
      clientAddress,
      isForwarded: hasProxy,
      now: new Date(),
    });
    await sendResponse(message, reply, response);
    return;
  }
  const nonce = makeNonce();
  const policy = contentSecurityPolicy(nonce, isDevelopment);
  // Next reads the nonce from the request's policy and adds it to its scripts.
  message.headers["content-security-policy"] = policy;
  message.headers["x-nonce"] = nonce;
  message.headers[PAGE_PATH_HEADER] = path;
  reply.setHeader("content-security-policy", policy);
  await answerPage(() => options.next(message, reply), reply, {
    databaseGate: services.databaseGate,
    patienceMilliseconds: options.pagePatienceMilliseconds ?? PAGE_PATIENCE_MS,
  });
}

function setHeaders(reply: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) reply.setHeader(name, value);
}

/** The requested path. HTTP also allows an absolute URL as the target; `null` if the target contains no path. */
function toPath(target: string): string | null {
  if (target.startsWith("/")) return `/${target.replace(/^\/+/, "")}`;
  if (!/^https?:/i.test(target) || !URL.canParse(target)) return null;
  const { pathname, search } = new URL(target);
  return `${pathname}${search}`;
}

function forwardedFor(message: IncomingMessage): string | null {
  const header = message.headers["x-forwarded-for"];
  const last = (Array.isArray(header) ? header.at(-1) : header)?.split(",").at(-1)?.trim();
  return last ? last.slice(0, 64) : null;
}

function isForwarded({ headers }: IncomingMessage): boolean {
  return FORWARDING.some((name) => headers[name] !== undefined);
}

function originOf(message: IncomingMessage, { publicUrl, tls, isTrustedProxy }: ListenerOptions): string {
  if (publicUrl !== null) return publicUrl;
  const isForwardedTls = isTrustedProxy && message.headers["x-forwarded-proto"] === "https";
  const origin = `${tls !== null || isForwardedTls ? "https" : "http"}://${message.headers.host ?? "localhost"}`;
  return URL.canParse(origin) ? new URL(origin).origin : "http://localhost";
}

async function readCertificate({ certPath, keyPath }: { certPath: string; keyPath: string }) {
  const [cert, key] = await Promise.all([readFile(certPath), readFile(keyPath)]);
  return { cert, key };
}

/**
 * Certificates are renewed while the server runs: new files are loaded without a restart, invalid files are logged and
 * ignored.
 */
function watchCertificate(
  server: Server & TlsServer,
  paths: { certPath: string; keyPath: string },
  { services: { logger }, certificateLookMilliseconds = CERTIFICATE_LOOK_MS }: ListenerOptions,
): void {
  const stamp = async () => {
    const stats = await Promise.all([stat(paths.certPath), stat(paths.keyPath)]);
    return stats.map(({ mtimeMs, size }) => `${mtimeMs}:${size}`).join();
  };
  let last: string | null = null;
  const look = async () => {
    const now = await stamp();
    if (last !== null && now !== last) {
      server.setSecureContext(await readCertificate(paths));
      logger.info({}, "The new certificate is now in use");
    }
    last = now;
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) =>
      logger.warn({ err: error }, "The certificate files could not be loaded"),
    );
  }, certificateLookMilliseconds);
  timer.unref();
  server.once("close", () => clearInterval(timer));
  void look().catch(() => undefined);
}
