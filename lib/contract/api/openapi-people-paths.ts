import type { JsonObject } from "../to-json-schema.ts";
import { jsonOf, refusals } from "./openapi-operation.ts";

/** The first account and the caller, by path. Signing in and out is internal to the sign-in page. */
export const PEOPLE_PATHS: JsonObject = {
  "/api/v1/setup": {
    get: {
      operationId: "getSetUp",
      tags: ["People"],
      summary: "Check whether the first account must be created",
      security: [],
      responses: {
        "200": { description: "Whether the first account must be created.", content: jsonOf("SetUpState") },
        ...refusals(["Busy"]),
      },
    },
    post: {
      operationId: "setUp",
      tags: ["People"],
      summary: "Create the first account",
      description: "Requires the one-time code that the server printed at startup. Signs the account in.",
      security: [],
      requestBody: { required: true, content: jsonOf("FirstAccount") },
      responses: {
        "201": {
          description: "The account was created and signed in with a cookie.",
          content: jsonOf("SetUpDone"),
        },
        ...refusals([
          "BadRequest",
          "Forbidden",
          "Conflict",
          "TooLarge",
          "UnsupportedMediaType",
          "NotThisContract",
          "Busy",
        ]),
      },
    },
  },
  "/api/v1/session": {
    get: {
      operationId: "getSession",
      tags: ["People"],
      summary: "Get the caller",
      security: [{ apiToken: [] }, { session: [] }],
      responses: {
        "200": { description: "The person or script.", content: jsonOf("SessionPerson") },
        ...refusals(["Unauthenticated", "Busy"]),
      },
    },
  },
};

function statusOf(example: string): JsonObject {
  return {
    "application/json": {
      schema: { type: "object", properties: { status: { type: "string" } }, required: ["status"] },
      example: { status: example },
    },
  };
}

/** For load balancers and monitoring, by path. */
export const PROCESS_PATHS: JsonObject = {
  "/api/v1/openapi.json": {
    get: {
      operationId: "getOpenApi",
      tags: ["Process"],
      summary: "Get this API description",
      security: [],
      responses: {
        "200": {
          description: "OpenAPI 3.1.",
          content: {
            "application/json": {
              schema: { type: "object" },
              example: { openapi: "3.1.0", info: { title: "Innkeeper", version: "1.0.0" }, paths: {} },
            },
          },
        },
      },
    },
  },
  "/healthz": {
    get: {
      operationId: "getHealth",
      tags: ["Process"],
      summary: "Check that the process responds",
      security: [],
      responses: { "200": { description: "The process responds.", content: statusOf("ok") } },
    },
  },
  "/readyz": {
    get: {
      operationId: "getReadiness",
      tags: ["Process"],
      summary: "Check that the process can serve requests",
      description: "The database responds and is migrated, and the process is not stopping.",
      security: [],
      responses: {
        "200": { description: "The process can serve requests.", content: statusOf("ready") },
        "503": {
          description: "The database is unavailable, or the process is stopping.",
          content: statusOf("stopping"),
        },
      },
    },
  },
  "/metrics": {
    get: {
      operationId: "getMetrics",
      tags: ["Process"],
      summary: "Get metrics",
      description:
        "Metrics in Prometheus text format, for callers on the same machine or with the metrics token.",
      security: [{ metricsToken: [] }, {}],
      responses: {
        "200": { description: "Metrics.", content: { "text/plain": { schema: { type: "string" } } } },
        ...refusals(["Forbidden"]),
      },
    },
  },
};
