import { z } from "zod";
import { enrollmentV1, snapshotV1 } from "../agent/snapshot-v1.ts";
import { changePage } from "./changes.ts";
import { finding } from "./findings.ts";
import { fleetView } from "./fleet.ts";
import { vmHistory } from "./history.ts";
import { hostPage, hostView } from "./hosts.ts";
import { pageOf, problem } from "./page.ts";
import { vmFacets, vmPage, vmView } from "./vms.ts";

type Json = Record<string, unknown>;

/** JSON Schema 2020-12 of what goes over the wire: for a body what may be sent, for an answer what comes. */
export function jsonSchemaOf(schema: z.ZodType, side: "input" | "output"): Json {
  return { ...z.toJSONSchema(schema, { io: side, target: "draft-2020-12", unrepresentable: "any" }) };
}

const SCHEMAS = {
  Snapshot: jsonSchemaOf(snapshotV1, "input"),
  Enrolment: jsonSchemaOf(enrollmentV1, "input"),
  VmPage: jsonSchemaOf(vmPage, "output"),
  Vm: jsonSchemaOf(vmView, "output"),
  VmFacets: jsonSchemaOf(vmFacets, "output"),
  VmHistory: jsonSchemaOf(vmHistory, "output"),
  HostPage: jsonSchemaOf(hostPage, "output"),
  Host: jsonSchemaOf(hostView, "output"),
  Fleet: jsonSchemaOf(fleetView, "output"),
  FindingPage: jsonSchemaOf(pageOf(finding), "output"),
  ChangePage: jsonSchemaOf(changePage, "output"),
  Problem: jsonSchemaOf(problem, "output"),
} as const;

const content = (name: keyof typeof SCHEMAS) => ({
  "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
});
const refused = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});
const query = (names: readonly string[]) =>
  names.map((name) => ({ name, in: "query", required: false, schema: { type: "string" } }));
const idInPath = { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } };

function reading(summary: string, schema: keyof typeof SCHEMAS, parameters: readonly Json[] = []): Json {
  return {
    get: {
      summary,
      security: [{ apiToken: [] }, { session: [] }],
      parameters,
      responses: {
        "200": {
          description: "What is known now.",
          content: content(schema),
          headers: { ETag: { schema: { type: "string" } } },
        },
        "304": { description: "Nothing changed since the answer with this ETag." },
        "400": refused("A parameter is wrong; it is named."),
        "401": refused("Nobody is signed in, and no API token came along."),
        "404": refused("There is none of this id."),
        "503": refused("The database is away; Retry-After says when to come again."),
      },
    },
  };
}

function posting(summary: string, schema: keyof typeof SCHEMAS, scheme: string, stored: Json): Json {
  return {
    post: {
      summary,
      security: [{ [scheme]: [] }],
      requestBody: { required: true, content: content(schema) },
      responses: {
        "201": { description: "Stored, and on disk.", content: { "application/json": { schema: stored } } },
        "200": { description: "`duplicate` or `stale`: nothing was stored." },
        "400": refused("The body is not JSON in UTF-8, or not the gzip that it says it is."),
        "401": refused("The token is unknown, or has ended."),
        "403": refused("The token is not for this."),
        "409": refused("Another machine or instance has this identity."),
        "413": refused("Larger than 8 MiB, before or after decompression."),
        "415": refused("A media type or encoding that is not taken."),
        "422": refused("Not this contract; up to 50 errors name the fields by their paths."),
        "503": refused("Busy, or the database is away; Retry-After says when to come again."),
      },
    },
  };
}

const PAGING = ["cursor", "limit"];
const VM_FILTERS = [
  "search",
  "host",
  "cluster",
  "tag",
  "state",
  "health",
  "generation",
  "guestOs",
  "service",
  "acceleration",
  "rule",
  "gone",
];
const text = { type: "string" };
const integer = { type: "integer" };

/** OpenAPI 3.1 of the agents' wire and the read API. */
export function openApi(): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Innkeeper",
      version: "1",
      description:
        "What agents post, and what everybody reads. Errors are problem+json; lists are paged by cursor.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths: {
      "/api/v1/enroll": posting("Trade an enrolment key for an agent's token", "Enrolment", "enrolmentKey", {
        type: "object",
        properties: { hostId: text, token: text },
        required: ["hostId", "token"],
      }),
      "/api/v1/snapshots": posting("Post what one host could read about itself", "Snapshot", "agentToken", {
        type: "object",
        properties: {
          snapshotId: text,
          hostId: text,
          vms: integer,
          changes: integer,
          nextIntervalSeconds: integer,
        },
        required: ["snapshotId", "hostId", "vms", "changes", "nextIntervalSeconds"],
      }),
      "/api/v1/vms": reading(
        "VMs, filtered, sorted, a page at a time",
        "VmPage",
        query([...VM_FILTERS, "sort", ...PAGING]),
      ),
      "/api/v1/vms/facets": reading(
        "How many VMs each value of a filter would show",
        "VmFacets",
        query(VM_FILTERS),
      ),
      "/api/v1/vms/{id}": reading("One VM, whole", "Vm", [idInPath]),
      "/api/v1/vms/{id}/history": reading("What a VM's verdicts were over time", "VmHistory", [
        idInPath,
        ...query(["days"]),
      ]),
      "/api/v1/hosts": reading(
        "Hosts, a page at a time",
        "HostPage",
        query(["search", "cluster", "freshness", "tag", "rule", "sort", ...PAGING]),
      ),
      "/api/v1/hosts/{id}": reading("One host, whole", "Host", [idInPath]),
      "/api/v1/fleet": reading("The fleet in numbers", "Fleet"),
      "/api/v1/findings": reading(
        "Findings, worst first",
        "FindingPage",
        query(["status", "severity", "rule", "host", "vm", "cluster", ...PAGING]),
      ),
      "/api/v1/changes": reading(
        "Everything that changed, in the order of recording",
        "ChangePage",
        query(["since", "kind", "host", "vm", ...PAGING]),
      ),
    },
    components: {
      securitySchemes: {
        enrolmentKey: { type: "http", scheme: "bearer", description: "An enrolment key: ike_…" },
        agentToken: { type: "http", scheme: "bearer", description: "An agent's token: ika_…" },
        apiToken: { type: "http", scheme: "bearer", description: "An API token: ikp_…" },
        session: { type: "apiKey", in: "cookie", name: "innkeeper.session_token" },
      },
      schemas: SCHEMAS,
    },
  };
}
