import type { JsonObject } from "../to-json-schema.ts";
import { ID_PARAMETER, jsonOf, refusals } from "./openapi-operation.ts";
import type { SchemaName } from "./openapi-schemas.ts";

interface Listing {
  id: string;
  summary: string;
  answer: SchemaName;
  says: string;
}

const FOR_ADMINISTRATORS = "Requires a signed-in administrator.";

function listing({ id, summary, answer, says }: Listing): JsonObject {
  return {
    operationId: id,
    tags: ["Access"],
    summary,
    description: FOR_ADMINISTRATORS,
    security: [{ session: [] }],
    responses: {
      "200": { description: says, content: jsonOf(answer) },
      ...refusals(["Unauthenticated", "Forbidden", "Busy"]),
    },
  };
}

interface Action extends Listing {
  description: string;
  body: SchemaName;
  /** Whether the action applies to one existing object, whose id is in the path. */
  isOnOne: boolean;
}

function action({ id, summary, description, body, answer, says, isOnOne }: Action): JsonObject {
  return {
    operationId: id,
    tags: ["Access"],
    summary,
    description: `${FOR_ADMINISTRATORS} ${description}`,
    security: [{ session: [] }],
    ...(isOnOne ? { parameters: [ID_PARAMETER] } : {}),
    requestBody: { required: true, content: jsonOf(body) },
    responses: {
      [isOnOne ? "200" : "201"]: { description: says, content: jsonOf(answer) },
      ...refusals([
        "BadRequest",
        "Unauthenticated",
        "Forbidden",
        ...(isOnOne ? (["NotFound"] as const) : []),
        "TooLarge",
        "UnsupportedMediaType",
        "NotThisContract",
        "Busy",
      ]),
    },
  };
}

/** Access of agents and scripts, by path. */
export const ACCESS_PATHS: JsonObject = {
  "/api/v1/awaited-hosts": {
    get: {
      operationId: "listAwaitedHosts",
      tags: ["Access"],
      summary: "List hosts that enrolled but never reported",
      description: "These hosts appear in no other list, because only their enrolment is known.",
      security: [{ apiToken: [] }, { session: [] }],
      responses: {
        "200": { description: "Hosts, newest first.", content: jsonOf("AwaitedHosts") },
        ...refusals(["BadRequest", "Unauthenticated", "Busy"]),
      },
    },
  },
  "/api/v1/awaited-hosts/{id}/forget": {
    post: action({
      id: "forgetAwaitedHost",
      summary: "Remove a host that never reported",
      description: "The token of the host is revoked. The host may enrol again.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "The host is removed.",
      isOnOne: true,
    }),
  },
  "/api/v1/hosts/{id}/retire": {
    post: action({
      id: "retireHost",
      summary: "Retire a host",
      description:
        "Its VMs are marked as gone, except those that another host also lists. Open findings of the host and these VMs are closed. Nothing is deleted. The agent's token remains valid: the next report restores the host.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "The host is retired, or already was.",
      isOnOne: true,
    }),
  },
  "/api/v1/hosts/{id}/restore": {
    post: action({
      id: "restoreHost",
      summary: "Restore a retired host",
      description:
        "The host and its VMs return as they were when the host was retired. They are unknown until it reports.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "The host is restored, or was not retired.",
      isOnOne: true,
    }),
  },
  "/api/v1/waiting-agents": {
    get: listing({
      id: "listWaitingAgents",
      summary: "List new agent instances on known machines",
      answer: "WaitingAgents",
      says: "Waiting instances, oldest first, followed by refused ones.",
    }),
  },
  "/api/v1/waiting-agents/{id}/approve": {
    post: action({
      id: "approveAgent",
      summary: "Approve a waiting agent instance",
      description:
        "The instance may enrol at its next attempt. The token of the previous instance is then revoked.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "The instance is approved.",
      isOnOne: true,
    }),
  },
  "/api/v1/waiting-agents/{id}/refuse": {
    post: action({
      id: "refuseAgent",
      summary: "Refuse a waiting agent instance",
      description: "Every enrolment attempt of the instance is answered with 409. It can be approved later.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "The instance is refused.",
      isOnOne: true,
    }),
  },
  "/api/v1/enrolment-keys": {
    get: listing({
      id: "listEnrolmentKeys",
      summary: "List enrolment keys",
      answer: "EnrolmentKeys",
      says: "Enrolment keys, newest first, without the keys themselves.",
    }),
    post: action({
      id: "makeEnrolmentKey",
      summary: "Create an enrolment key",
      description: "The key is shown only once and expires automatically, by default after seven days.",
      body: "NewEnrolmentKey",
      answer: "MadeEnrolmentKey",
      says: "The key was created.",
      isOnOne: false,
    }),
  },
  "/api/v1/enrolment-keys/{id}/revoke": {
    post: action({
      id: "revokeEnrolmentKey",
      summary: "Revoke an enrolment key",
      description:
        "No host can enrol with it any longer. Hosts that have enrolled with it keep their tokens.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "It is revoked, or was before.",
      isOnOne: true,
    }),
  },
  "/api/v1/api-tokens": {
    get: listing({
      id: "listApiTokens",
      summary: "List API tokens",
      answer: "ApiTokens",
      says: "API tokens, newest first, without the tokens themselves.",
    }),
    post: action({
      id: "makeApiToken",
      summary: "Create a read-only API token",
      description: "The token is shown only once.",
      body: "NewApiToken",
      answer: "MadeApiToken",
      says: "The token was created.",
      isOnOne: false,
    }),
  },
  "/api/v1/api-tokens/{id}/revoke": {
    post: action({
      id: "revokeApiToken",
      summary: "Revoke an API token",
      description: "The token can no longer read anything.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "It is revoked, or was before.",
      isOnOne: true,
    }),
  },
};
