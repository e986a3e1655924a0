import type { JsonObject } from "../to-json-schema.ts";
import { ACCESS_PATHS } from "./openapi-access-paths.ts";
import { AGENT_PATHS } from "./openapi-agent-paths.ts";
import { problemResponses } from "./openapi-operation.ts";
import { PEOPLE_PATHS, PROCESS_PATHS } from "./openapi-people-paths.ts";
import { READ_PATHS } from "./openapi-read-paths.ts";
import { componentSchemas } from "./openapi-schemas.ts";

/** The whole API as OpenAPI 3.1. The same sources produce the same bytes. */
export function buildOpenApi(): JsonObject {
  return {
    openapi: "3.1.0",
    info: {
      title: "Innkeeper",
      version: "1",
      description: [
        "Agents on Hyper-V hosts post snapshots, the server evaluates them, and people and scripts read the verdicts.",
        "Errors are problem+json (RFC 9457) and identify the key or parameter.",
        "Lists are paged: if `nextCursor` is not null, send it as `cursor` to get the next page.",
        "A repeated parameter matches any of its values; an unknown parameter is refused.",
        "Read endpoints return an ETag: send it in If-None-Match, and 304 means that nothing changed.",
      ].join(" "),
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/", description: "This server" }],
    tags: [
      { name: "Agents", description: "Endpoints for agents on hosts." },
      { name: "Reading", description: "The state of the fleet." },
      { name: "People", description: "The first account and the caller." },
      { name: "Access", description: "Agents that may post and scripts that may read." },
      { name: "Process", description: "For load balancers and monitoring." },
    ],
    paths: { ...AGENT_PATHS, ...READ_PATHS, ...PEOPLE_PATHS, ...ACCESS_PATHS, ...PROCESS_PATHS },
    components: {
      schemas: componentSchemas(),
      responses: problemResponses(),
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}

const SECURITY_SCHEMES: JsonObject = {
  agentToken: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "ika_…",
    description: "The token that a host received at enrolment. It posts for that host only and cannot read.",
  },
  enrolmentKey: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "ike_…",
    description:
      "A key created by an administrator. It enrols as many hosts as it has uses, until it expires.",
  },
  apiToken: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "ikp_…",
    description: "A read-only token for scripts.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "innkeeper.session_token",
    description: "The cookie of a signed-in person. Over TLS its name begins with `__Secure-`.",
  },
  metricsToken: {
    type: "http",
    scheme: "bearer",
    description: "The token set in INNKEEPER_METRICS_TOKEN.",
  },
};
