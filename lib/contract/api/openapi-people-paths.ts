import type { JsonObject } from "../to-json-schema.ts";
import { jsonOf, refusals } from "./openapi-operation.ts";

/** The first account and the caller, by path. Signing in and out is the sign-in page's own affair. */
export const PEOPLE_PATHS: JsonObject = {
  "/api/v1/setup": {
    get: {
      operationId: "getSetUp",
      tags: ["People"],
      summary: "Whether the first account is still to be made",
      security: [],
      responses: {
        "200": { description: "Whether it is.", content: jsonOf("SetUpState") },
        ...refusals(["Busy"]),
      },
    },
    post: {
      operationId: "setUp",
      tags: ["People"],
      summary: "Make the first account",
      description: "With the one-time code that the server printed at its start. Signs the account in.",
      security: [],
      requestBody: { required: true, content: jsonOf("FirstAccount") },
      responses: {
        "201": { description: "Made, and signed in by a cookie.", content: jsonOf("SetUpDone") },
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
      summary: "Who is calling",
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
      summary: "This description",
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
      summary: "The process answers",
      security: [],
      responses: { "200": { description: "It does.", content: statusOf("ok") } },
    },
  },
  "/readyz": {
    get: {
      operationId: "getReadiness",
      tags: ["Process"],
      summary: "The process can work",
      description: "Its database answers and is migrated, and it has not been asked to stop.",
      security: [],
      responses: {
        "200": { description: "It can.", content: statusOf("ready") },
        "503": {
          description: "The database is away, or the process is stopping.",
          content: statusOf("stopping"),
        },
      },
    },
  },
  "/metrics": {
    get: {
      operationId: "getMetrics",
      tags: ["Process"],
      summary: "Metrics",
      description: "In Prometheus' text format, for callers on the same machine or with the metrics token.",
      security: [{ metricsToken: [] }, {}],
      responses: {
        "200": { description: "Metrics.", content: { "text/plain": { schema: { type: "string" } } } },
        ...refusals(["Forbidden"]),
      },
    },
  },
};
