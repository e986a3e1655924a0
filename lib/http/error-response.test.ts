import { describe, expect, test } from "vitest";
import { AppError, ERROR_CODES } from "@/lib/services/app-error.ts";
import { errorResponse } from "./error-response.ts";
import { requestContext } from "./testing/request-context.ts";

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
};

describe("errors as responses", () => {
  test.each(ERROR_CODES.map((code) => ({ code, status: STATUS[code] })))(
    "$code → $status",
    async ({ code, status }) => {
      const response = errorResponse(new AppError(code, "Said to the caller."), requestContext());
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(await response.json()).toMatchObject({
        type: `urn:innkeeper:problem:${code}`,
        status,
        detail: "Said to the caller.",
      });
      expect(response.headers.has("retry-after")).toBe(status === 503 || status === 429);
    },
  );

  test("at most 50 errors are reported", async () => {
    const errors = Array.from({ length: 80 }, (_, index) => ({ path: `vms[${index}]`, message: "is wrong" }));
    const response = errorResponse(new AppError("contract", "No.", { errors }), requestContext());
    expect(await response.json()).toHaveProperty("errors.length", 50);
  });

  test("unexpected errors are logged and their messages are not returned", async () => {
    const context = requestContext();
    const response = errorResponse(new Error("password=hunter2"), context);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("hunter2");
    expect(context.logged).toHaveLength(1);
  });

  const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
  test.each([
    { name: "connection refused", error: refused, isAway: true },
    { name: "wrapped by a mapper", error: new Error("Invalid call", { cause: refused }), isAway: true },
    { name: "all addresses refused", error: new AggregateError([refused], ""), isAway: true },
    { name: "Prisma cannot reach it", error: Object.assign(new Error("x"), { code: "P1001" }), isAway: true },
    {
      name: "a pool with all connections in use",
      error: new Error("timeout exceeded when trying to connect"),
      isAway: false,
    },
    { name: "a deadlock", error: Object.assign(new Error("x"), { code: "40P01" }), isAway: false },
  ])("$name is a 503 that closes the gate: $isAway", ({ error, isAway }) => {
    const context = requestContext();
    const response = errorResponse(error, context);
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(context.databaseGate.isAway).toBe(isAway);
    context.databaseGate.close();
  });
});
