import type { JsonObject } from "../to-json-schema.ts";
import { jsonOf, refusals } from "./openapi-operation.ts";

const CONTENT_ENCODING: JsonObject = {
  name: "Content-Encoding",
  in: "header",
  required: false,
  description: "`gzip`, or absent.",
  schema: { type: "string", enum: ["gzip", "identity"] },
};

/** The agent package, which a host downloads before it has an account. */
const fileOf = (contentType: string, description: string): JsonObject => ({
  "200": { description, content: { [contentType]: { schema: { type: "string" } } } },
  ...refusals(["NotFound"]),
});

/** Endpoints that agents post to and download from, by path. */
export const AGENT_PATHS: JsonObject = {
  "/api/v1/snapshots": {
    post: {
      operationId: "postSnapshot",
      tags: ["Agents"],
      summary: "Post a snapshot of a host",
      description: [
        "Everything a host could read about itself at one moment. The answer is sent once the snapshot is on disk.",
        "The same id is stored once. Snapshots are ordered by (epoch, sequence), never by a clock; `sentAt` is set again at every attempt.",
        "On 400, 413, 415 and 422 the agent sets the snapshot aside and never sends it again; on 401, 403, 409, 429 and 503 it keeps the snapshot.",
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
          description: "Nothing to store: this id, or a newer snapshot, is already stored.",
          content: jsonOf("SnapshotNotNeeded"),
        },
        "201": { description: "Stored on disk.", content: jsonOf("SnapshotStored") },
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
      summary: "Enrol a host",
      description:
        "The host receives its token, which is returned only once. A known machine with a new agent instance waits for approval (409) and is never taken over.",
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
      summary: "Download the installer of the Windows agent",
      security: [],
      responses: fileOf("text/plain", "A script for Windows PowerShell 5.1."),
    },
  },
  "/agent/innkeeper-agent.zip": {
    get: {
      operationId: "getAgentPackage",
      tags: ["Agents"],
      summary: "Download the Windows agent",
      description:
        "The file is the same for every host. Its SHA-256 is available from this API and on the enrolment page.",
      security: [],
      responses: fileOf("application/zip", "The module, the installer and the documentation."),
    },
  },
  "/agent/innkeeper-agent.json": {
    get: {
      operationId: "getAgentPackageFacts",
      tags: ["Agents"],
      summary: "Get the version and SHA-256 of the Windows agent",
      security: [],
      responses: {
        "200": {
          description: "The agent package that this server provides.",
          content: jsonOf("AgentPackage"),
        },
        ...refusals(["NotFound"]),
      },
    },
  },
};
