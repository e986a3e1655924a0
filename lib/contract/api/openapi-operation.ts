import { z } from "zod";
import { asObject, plainJson, toJsonSchema, type JsonObject } from "../to-json-schema.ts";
import { EXAMPLES } from "./openapi-examples.ts";
import { refTo, type SchemaName } from "./openapi-schemas.ts";
import { isRepeatable } from "./query.ts";

const PROBLEMS = {
  BadRequest: {
    status: 400,
    says: "The body is not JSON, or a parameter is invalid. `errors` identifies it.",
  },
  Unauthenticated: { status: 401, says: "The token, key or session is unknown, expired or revoked." },
  Forbidden: { status: 403, says: "The caller is authenticated but not allowed to do this." },
  NotFound: { status: 404, says: "Nothing with this id exists." },
  Conflict: { status: 409, says: "The request conflicts with the current state. Nothing was changed." },
  TooLarge: { status: 413, says: "The body exceeds the size limit, before or after decompression." },
  UnsupportedMediaType: {
    status: 415,
    says: "Content-Type is not application/json, or Content-Encoding is neither gzip nor absent.",
  },
  NotThisContract: {
    status: 422,
    says: "The body is JSON but does not match the contract. `errors` lists each path, up to 50.",
  },
  TooManyRequests: { status: 429, says: "Too many requests. Wait for the time given in Retry-After." },
  Busy: {
    status: 503,
    says: "The server is busy, or its database is unavailable. Wait for the time given in Retry-After.",
  },
} as const;

export type ProblemName = keyof typeof PROBLEMS;

const RETRY_AFTER: JsonObject = {
  "Retry-After": { description: "Seconds to wait.", schema: { type: "integer", minimum: 0 } },
};

/** `components.responses`: one response per refusal, shared by all operations. */
export function problemResponses(): JsonObject {
  return Object.fromEntries(
    Object.entries(PROBLEMS).map(([name, { status, says }]) => [
      name,
      {
        description: says,
        ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
        content: {
          "application/problem+json": {
            schema: refTo("Problem"),
            ...(name === "BadRequest" ? exampleOf("Problem") : {}),
          },
        },
      },
    ]),
  );
}

/** The refusals of an operation, by status. */
export function refusals(names: readonly ProblemName[]): JsonObject {
  return Object.fromEntries(
    names.map((name) => [String(PROBLEMS[name].status), { $ref: `#/components/responses/${name}` }]),
  );
}

/** JSON of a named schema, with its example where there is one. */
export function jsonOf(name: SchemaName): JsonObject {
  return { "application/json": { schema: refTo(name), ...exampleOf(name) } };
}

function exampleOf(name: SchemaName): JsonObject {
  const example = EXAMPLES[name];
  return example === undefined ? {} : { example: plainJson(example) };
}

/** The query parameters of a list, from its schema. */
export function queryParameters(schema: z.ZodObject): JsonObject[] {
  return Object.entries<z.core.SomeType>(schema.shape).map(([name, parameter]) => {
    if (!(parameter instanceof z.ZodType))
      throw new TypeError(`${name} was not built by the classic builder`);
    const { description, ...rest } = asObject(toJsonSchema(parameter, "output"));
    return {
      name,
      in: "query",
      required: false,
      ...(description === undefined ? {} : { description }),
      ...(isRepeatable(parameter) ? { style: "form", explode: true } : {}),
      schema: rest,
    };
  });
}

export const ID_PARAMETER: JsonObject = {
  name: "id",
  in: "path",
  required: true,
  description: "The id, as returned by a list.",
  schema: { type: "string", format: "uuid" },
};
