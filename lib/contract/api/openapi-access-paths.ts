import type { JsonObject } from "../to-json-schema.ts";
import { ID_PARAMETER, jsonOf, refusals } from "./openapi-operation.ts";
import type { SchemaName } from "./openapi-schemas.ts";

interface Listing {
  id: string;
  summary: string;
  answer: SchemaName;
  says: string;
}

const FOR_ADMINISTRATORS = "For an administrator who is signed in.";

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
  /** Whether it acts on one thing that is there, whose id is in the path. */
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

/** Who may post and who may read, by path. */
export const ACCESS_PATHS: JsonObject = {
  "/api/v1/awaited-hosts": {
    get: {
      operationId: "listAwaitedHosts",
      tags: ["Access"],
      summary: "Hosts that enrolled and never reported",
      description: "They are in no other list, since nothing is known of them but that they enrolled.",
      security: [{ apiToken: [] }, { session: [] }],
      responses: {
        "200": { description: "The newest first.", content: jsonOf("AwaitedHosts") },
        ...refusals(["BadRequest", "Unauthenticated", "Busy"]),
      },
    },
  },
  "/api/v1/awaited-hosts/{id}/forget": {
    post: action({
      id: "forgetAwaitedHost",
      summary: "Take a host out that never reported",
      description: "The token that it got ends. It may enrol anew.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "It is forgotten.",
      isOnOne: true,
    }),
  },
  "/api/v1/hosts/{id}/retire": {
    post: action({
      id: "retireHost",
      summary: "Take a host out of the fleet",
      description:
        "Its VMs are gone, but those that another host has as well; what is open of them and of it ends. Nothing is deleted. Its agent's token stays good: its next report brings it back.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "It is retired, or was before.",
      isOnOne: true,
    }),
  },
  "/api/v1/hosts/{id}/restore": {
    post: action({
      id: "restoreHost",
      summary: "Take the retirement of a host back",
      description: "It and its VMs are as they were when it was retired: unknown until it reports.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "It is back, or was never out.",
      isOnOne: true,
    }),
  },
  "/api/v1/waiting-agents": {
    get: listing({
      id: "listWaitingAgents",
      summary: "Second instances of the agent on machines that are known",
      answer: "WaitingAgents",
      says: "Those that wait, oldest first, then those that were refused.",
    }),
  },
  "/api/v1/waiting-agents/{id}/approve": {
    post: action({
      id: "approveAgent",
      summary: "Let a waiting instance enrol",
      description: "It may enrol at its next attempt, and then the token of the instance before it ends.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "It may.",
      isOnOne: true,
    }),
  },
  "/api/v1/waiting-agents/{id}/refuse": {
    post: action({
      id: "refuseAgent",
      summary: "Turn a waiting instance away",
      description: "It is answered 409 however often it asks; it may be approved later.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "It is refused.",
      isOnOne: true,
    }),
  },
  "/api/v1/enrolment-keys": {
    get: listing({
      id: "listEnrolmentKeys",
      summary: "Keys that hosts enrol with",
      answer: "EnrolmentKeys",
      says: "The newest first, without the keys themselves.",
    }),
    post: action({
      id: "makeEnrolmentKey",
      summary: "Make a key that hosts enrol with",
      description:
        "The key is shown this once, and ends by itself: after seven days, where nothing else is said.",
      body: "NewEnrolmentKey",
      answer: "MadeEnrolmentKey",
      says: "Made.",
      isOnOne: false,
    }),
  },
  "/api/v1/enrolment-keys/{id}/revoke": {
    post: action({
      id: "revokeEnrolmentKey",
      summary: "End an enrolment key",
      description: "Nobody enrols with it any more; hosts that did keep their tokens.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "It is revoked, or was before.",
      isOnOne: true,
    }),
  },
  "/api/v1/api-tokens": {
    get: listing({
      id: "listApiTokens",
      summary: "Tokens for scripts that read",
      answer: "ApiTokens",
      says: "The newest first, without the tokens themselves.",
    }),
    post: action({
      id: "makeApiToken",
      summary: "Make a token for a script that reads",
      description: "The token is shown this once.",
      body: "NewApiToken",
      answer: "MadeApiToken",
      says: "Made.",
      isOnOne: false,
    }),
  },
  "/api/v1/api-tokens/{id}/revoke": {
    post: action({
      id: "revokeApiToken",
      summary: "End a token",
      description: "It reads nothing any more.",
      body: "NoDetails",
      answer: "ActedOn",
      says: "It is revoked, or was before.",
      isOnOne: true,
    }),
  },
};
