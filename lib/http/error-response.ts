import { AppError, type ErrorCode } from "@/lib/services/app-error.ts";
import { isDatabaseAway, isPassing } from "@/lib/services/database-away.ts";
import { BodyLost } from "./body-lost.ts";
import type { RequestContext } from "./context.ts";
import { problemResponse } from "./problem-response.ts";

const STATUS = {
  "bad-request": 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "identity-conflict": 409,
  "too-large": 413,
  "unsupported-media-type": 415,
  contract: 422,
  "too-many-requests": 429,
  busy: 503,
  "database-away": 503,
} as const satisfies Record<ErrorCode, number>;

const TITLE = {
  "bad-request": "The request cannot be read",
  unauthenticated: "The caller is not authenticated",
  forbidden: "Not allowed",
  "not-found": "Not found",
  "method-not-allowed": "Method not allowed",
  conflict: "The request conflicts with the current state",
  "identity-conflict": "Another machine claims this identity",
  "too-large": "The body is too large",
  "unsupported-media-type": "The body's type or encoding is not supported",
  contract: "The body does not match the contract",
  "too-many-requests": "Too many requests",
  busy: "The server is busy",
  "database-away": "The database is unavailable",
} as const satisfies Record<ErrorCode, string>;

/** Range of Retry-After, spread so that callers do not all retry at once. */
const RETRY_SECONDS = { least: 2, spread: 6 } as const;
const MAX_ERRORS = 50;

/** Converts an error from a handler into a response. Unexpected errors are logged and answered without their message. */
export function errorResponse(
  error: unknown,
  context: Pick<RequestContext, "logger" | "databaseGate" | "requestId">,
): Response {
  const refusal = toRefusal(error, context);
  if (refusal === null) {
    context.logger.error({ err: error, requestId: context.requestId }, "A request failed");
    return problemResponse({ status: 500, title: "Something went wrong on the server", code: "internal" });
  }
  const status = STATUS[refusal.code];
  const headers: Record<string, string> = {};
  if (status === 503 || status === 429)
    headers["retry-after"] = String(refusal.retryAfterSeconds ?? retryAfter());
  if (status === 401) headers["www-authenticate"] = "Bearer";
  return problemResponse(
    {
      status,
      code: refusal.code,
      title: TITLE[refusal.code],
      detail: refusal.message,
      ...(refusal.errors === undefined ? {} : { errors: refusal.errors.slice(0, MAX_ERRORS) }),
    },
    headers,
  );
}

function toRefusal(
  error: unknown,
  { databaseGate, logger }: Pick<RequestContext, "logger" | "databaseGate">,
): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof BodyLost) {
    const message = "The body ended before it was complete.";
    return new AppError("bad-request", message, { errors: [{ path: "", message }] });
  }
  if (isDatabaseAway(error)) {
    logger.warn({ err: error }, "The database did not respond");
    databaseGate.noteFailure();
    return new AppError("database-away", "The database does not respond. Retry the request.", {
      cause: error,
    });
  }
  if (isPassing(error)) {
    return new AppError("busy", "The database was busy. Retry the request.", { cause: error });
  }
  return null;
}

function retryAfter(): number {
  return RETRY_SECONDS.least + Math.floor(Math.random() * RETRY_SECONDS.spread);
}
