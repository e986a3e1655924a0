import { describe, expect, test } from "vitest";
import { prepareApi, searchOperations } from "./prepare-api.ts";
import { printSchema } from "./print-schema.ts";

describe("a schema as an outline", () => {
  test.each([
    { schema: { type: "string" }, text: "text" },
    { schema: { type: "string", format: "uuid" }, text: "uuid" },
    {
      schema: { type: "string", minLength: 1, maxLength: 200 },
      text: "text (at least 1, at most 200 characters)",
    },
    { schema: { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 }, text: "integer" },
    { schema: { type: ["string", "null"] }, text: "text | null" },
    { schema: { anyOf: [{ type: "string" }, { type: "null" }] }, text: "text | null" },
    { schema: { enum: ["a", "b"] }, text: '"a" | "b"' },
    { schema: { const: 1 }, text: "1" },
    { schema: { type: "array", items: { enum: ["a", "b"] }, maxItems: 3 }, text: '("a" | "b")[] at most 3' },
    { schema: { $ref: "#/components/schemas/VmRow" }, text: "VmRow" },
    { schema: { type: "object" }, text: "object" },
    {
      schema: { type: "object", additionalProperties: { type: "integer" } },
      text: "{\n  [name]: integer\n}",
    },
    {
      schema: {
        type: "object",
        required: ["id"],
        properties: {
          id: { type: "string" },
          host: { type: "object", properties: { name: { type: "string" } } },
        },
      },
      text: "{\n  id: text\n  host?: {\n    name?: text\n  }\n}",
    },
    { schema: undefined, text: "anything" },
  ])("$text", ({ schema, text }) => expect(printSchema(schema)).toBe(text));

  test("a recursive one ends", () => {
    const schema: Record<string, unknown> = { type: "object" };
    schema["properties"] = { self: schema };
    expect(printSchema(schema)).toContain("…");
  });
});

describe("a description of the API", () => {
  const document = {
    info: { title: "Innkeeper", version: "1" },
    paths: {
      "/api/v1/vms/{id}": {
        parameters: [{ $ref: "#/components/parameters/id" }],
        get: {
          summary: "One VM",
          responses: {
            "200": {
              description: "The VM",
              content: { "application/json": { schema: { $ref: "#/x/VmView" }, example: { id: 1 } } },
            },
            "404": { description: "There is none" },
          },
        },
      },
      "/api/v1/enroll": {
        post: {
          requestBody: { content: { "application/json": { schema: { type: "object" } } } },
          responses: {},
        },
      },
    },
    components: {
      parameters: {
        id: { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } },
      },
      schemas: { VmView: { type: "object", properties: { name: { type: "string" } } } },
    },
  };
  const api = prepareApi(document, "https://server");

  test("lists operations with parameters, responses and a sample request", () => {
    expect(api?.operations.map(({ id, summary }) => [id, summary])).toEqual([
      ["get-api-v1-vms-id", "One VM"],
      ["post-api-v1-enroll", "/api/v1/enroll"],
    ]);
    const [one, enroll] = api?.operations ?? [];
    expect(one?.parameters).toEqual([
      { name: "id", where: "path", isRequired: true, type: "uuid", description: null },
    ]);
    expect(one?.answers[0]?.body).toEqual({
      mediaType: "application/json",
      schema: "VmView",
      example: '{\n  "id": 1\n}',
    });
    expect(one?.errors).toEqual([{ status: "404", description: "There is none", body: null }]);
    expect(one?.curl).toContain("ikp_…");
    expect(enroll?.curl).toContain("-X POST");
    expect(api?.schemas).toEqual([{ name: "VmView", text: "{\n  name?: text\n}" }]);
  });

  test("is searched by path, words and parameters", () => {
    expect(searchOperations(api?.operations ?? [], "vm id")).toHaveLength(1);
    expect(searchOperations(api?.operations ?? [], "")).toHaveLength(2);
    expect(searchOperations(api?.operations ?? [], "nothing")).toHaveLength(0);
  });

  test("a malformed description is none", () => {
    expect(prepareApi(null, "")).toBeNull();
    expect(prepareApi({ paths: 3 }, "")).toBeNull();
  });
});
