import type { JsonObject } from "../to-json-schema.ts";
import { ACCESS_PATHS } from "./openapi-access-paths.ts";
import { AGENT_PATHS } from "./openapi-agent-paths.ts";
import { problemResponses } from "./openapi-operation.ts";
import { PEOPLE_PATHS, PROCESS_PATHS } from "./openapi-people-paths.ts";
import { READ_PATHS } from "./openapi-read-paths.ts";
import { componentSchemas } from "./openapi-schemas.ts";

/** The whole API as OpenAPI 3.1. The same from the same sources, byte for byte. */
export function buildOpenApi(): JsonObject {
  return {
    openapi: "3.1.0",
    info: {
      title: "Innkeeper",
      version: "1",
      description: [
        "Agents on Hyper-V hosts post snapshots; the server judges them; people and scripts read verdicts.",
        "Errors are problem+json (RFC 9457) and name the key or parameter.",
        "Lists come in pages: where `nextCursor` is not null, send it as `cursor` for the next one.",
        "A parameter that is repeated means any of its values; one that is not known is refused.",
        "Answers of reading endpoints carry an ETag: ask with If-None-Match, and 304 says that nothing changed.",
      ].join(" "),
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/", description: "This server" }],
    tags: [
      { name: "Agents", description: "What agents on hosts send." },
      { name: "Reading", description: "What the fleet is like." },
      { name: "People", description: "The first account, and who is calling." },
      { name: "Access", description: "Which agents may post, and which scripts may read." },
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
    description: "The token that a host got when it enrolled. It posts for that host and reads nothing.",
  },
  enrolmentKey: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "ike_…",
    description:
      "A key that an administrator made. It enrols as many hosts as it has uses, until it expires.",
  },
  apiToken: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "ikp_…",
    description: "A token for scripts. It reads.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "innkeeper.session_token",
    description: "The cookie of a person who signed in; over TLS its name begins with `__Secure-`.",
  },
  metricsToken: {
    type: "http",
    scheme: "bearer",
    description: "The token of the setting INNKEEPER_METRICS_TOKEN.",
  },
};
