import type { JsonObject } from "../to-json-schema.ts";
import { jsonOf, refusals } from "./openapi-operation.ts";

const CONTENT_ENCODING: JsonObject = {
  name: "Content-Encoding",
  in: "header",
  required: false,
  description: "`gzip`, or left out.",
  schema: { type: "string", enum: ["gzip", "identity"] },
};

/** The agent's package, which a host fetches before it has an account. */
const fileOf = (contentType: string, description: string): JsonObject => ({
  "200": { description, content: { [contentType]: { schema: { type: "string" } } } },
  ...refusals(["NotFound"]),
});

/** What agents post and fetch, by path. */
export const AGENT_PATHS: JsonObject = {
  "/api/v1/snapshots": {
    post: {
      operationId: "postSnapshot",
      tags: ["Agents"],
      summary: "A snapshot of a host",
      description: [
        "Everything that a host could read about itself at one moment. Answered when it is on disk.",
        "The same id is stored once. Order is (epoch, sequence), never a clock; `sentAt` is written anew at every attempt.",
        "On 400, 413, 415 and 422 the snapshot is set aside and never sent again; on 401, 403, 409, 429 and 503 it is kept.",
      ].join(" "),
      security: [{ agentToken: [] }],
      parameters: [CONTENT_ENCODING],
      requestBody: {
        required: true,
        description:
          "At most 8 MiB after decompression, 16 levels deep, 1,024 VMs. UTF-8 without a byte order mark.",
        content: jsonOf("Snapshot"),
      },
      responses: {
        "200": {
          description: "Nothing to store: this id is stored, or a newer snapshot is.",
          content: jsonOf("SnapshotNotNeeded"),
        },
        "201": { description: "Stored, and on disk.", content: jsonOf("SnapshotStored") },
        ...refusals([
          "BadRequest",
          "Unauthenticated",
          "Forbidden",
          "Conflict",
          "TooLarge",
          "UnsupportedMediaType",
          "NotThisContract",
          "TooManyRequests",
          "Busy",
        ]),
      },
    },
  },
  "/api/v1/enroll": {
    post: {
      operationId: "enrollHost",
      tags: ["Agents"],
      summary: "A host asks for its token",
      description:
        "The token is told once. A known machine under a new instance is held for approval (409), never taken over.",
      security: [{ enrolmentKey: [] }],
      parameters: [CONTENT_ENCODING],
      requestBody: { required: true, content: jsonOf("Enrolment") },
      responses: {
        "201": { description: "Enrolled.", content: jsonOf("HostEnrolled") },
        ...refusals([
          "BadRequest",
          "Unauthenticated",
          "Conflict",
          "TooLarge",
          "UnsupportedMediaType",
          "NotThisContract",
          "TooManyRequests",
          "Busy",
        ]),
      },
    },
  },
  "/agent/install.ps1": {
    get: {
      operationId: "getAgentInstaller",
      tags: ["Agents"],
      summary: "The installer of the Windows agent",
      security: [],
      responses: fileOf("text/plain", "A script for Windows PowerShell 5.1."),
    },
  },
  "/agent/innkeeper-agent.zip": {
    get: {
      operationId: "getAgentPackage",
      tags: ["Agents"],
      summary: "The Windows agent",
      description:
        "The same bytes for everybody: their SHA-256 is told beside it, and on the page that enrols.",
      security: [],
      responses: fileOf("application/zip", "Module, installer and documents."),
    },
  },
  "/agent/innkeeper-agent.json": {
    get: {
      operationId: "getAgentPackageFacts",
      tags: ["Agents"],
      summary: "Version and SHA-256 of the Windows agent",
      security: [],
      responses: {
        "200": { description: "What this server hands out.", content: jsonOf("AgentPackage") },
        ...refusals(["NotFound"]),
      },
    },
  },
};
