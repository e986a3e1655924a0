import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { asObject, type Json, type JsonObject } from "../to-json-schema.ts";
import { EXAMPLES } from "./openapi-examples.ts";
import { SCHEMAS } from "./openapi-schemas.ts";
import { buildOpenApi } from "./openapi.ts";

const document = buildOpenApi();
const paths = asObject(document["paths"]);
const components = asObject(document["components"]);
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(asObject(item)).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    path,
    operation: asObject(operation),
  })),
);

test("the document is the same every time", () => {
  expect(JSON.stringify(buildOpenApi())).toBe(JSON.stringify(document));
});

test("describes exactly the routes of the listener", () => {
  const routes = readFileSync("lib/http/routes.ts", "utf8");
  const served = [...routes.matchAll(/path: "([^"]+)", methods: \{([^}]*)\}/g)].flatMap(
    ([, path = "", methods = ""]) =>
      [...methods.matchAll(/(GET|POST):/g)].map(([, method = ""]) => `${method} ${path}`),
  );
  // Signing in and out belongs to the library and its own client.
  const described = served.filter((name) => !name.endsWith("/api/auth/*"));
  expect(operations.map(({ name }) => name).toSorted()).toEqual(described.toSorted());
});

test("every reference resolves", () => {
  const broken = referencesIn(document).filter((reference) => resolve(reference) === undefined);
  expect(broken).toEqual([]);
});

test("every schema is used", () => {
  const used = new Set(referencesIn(document));
  const names = Object.keys(asObject(components["schemas"]));
  expect(names.filter((name) => !used.has(`#/components/schemas/${name}`))).toEqual([]);
});

describe("operations", () => {
  test("have unique ids", () => {
    const ids = operations.map(({ operation }) => operation["operationId"]);
    expect(new Set(ids).size).toBe(operations.length);
    expect(ids).not.toContain(undefined);
  });

  test.each(operations)("$name describes its security and its responses", ({ path, operation }) => {
    const security = operation["security"];
    const schemes = Array.isArray(security)
      ? security.flatMap((one) => Object.keys(asObject(one)))
      : ["missing"];
    for (const scheme of schemes) expect(asObject(components["securitySchemes"])).toHaveProperty(scheme);

    const responses = Object.entries(asObject(operation["responses"]));
    expect(responses.some(([status]) => status.startsWith("2"))).toBe(true);
    for (const [, response] of responses) expect(descriptionOf(asObject(response))).toBeTypeOf("string");

    const parameters = Array.isArray(operation["parameters"]) ? operation["parameters"].map(asObject) : [];
    const inPath = parameters.filter((parameter) => parameter["in"] === "path").map((one) => one["name"]);
    expect([...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name)).toEqual(inPath);
  });
});

test.each(Object.entries(EXAMPLES))(
  "the example of %s matches its schema and has no other keys",
  (name, example) => {
    const [, schema] = Object.entries(SCHEMAS).find(([known]) => known === name) ?? [];
    expect(schema?.parse(example)).toMatchObject(example);
  },
);

test.each(operations)("$name shows an example of its body and its answers", ({ operation }) => {
  const bodies = [
    operation["requestBody"],
    ...Object.entries(asObject(operation["responses"]))
      .filter(([status]) => status.startsWith("2"))
      .map(([, response]) => response),
  ].flatMap((body) => Object.entries(asObject(asObject(body ?? {})["content"] ?? {})));
  const bare = bodies.filter(([type, body]) => type === "application/json" && !("example" in asObject(body)));
  expect(bare).toEqual([]);
});

test("a filter is described with its values", () => {
  const { parameters } = asObject(asObject(paths["/api/v1/vms"])["get"]);
  expect(parameters).toContainEqual({
    name: "health",
    in: "query",
    required: false,
    description: "The VM's health.",
    style: "form",
    explode: true,
    schema: {
      type: "array",
      maxItems: 50,
      items: { type: "string", enum: ["critical", "warning", "unknown", "healthy", "inactive"] },
    },
  });
  expect(parameters).toContainEqual({
    name: "limit",
    in: "query",
    required: false,
    description: "Rows per page. Default: 100.",
    schema: { type: "integer", minimum: 1, maximum: 500 },
  });
});

function referencesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === "$ref" && typeof child === "string" ? [child] : referencesIn(child),
  );
}

function resolve(reference: string): Json | undefined {
  let found: Json | undefined = document;
  for (const step of reference.replace("#/", "").split("/")) found = asObject(found)[step];
  return found;
}

function descriptionOf(response: JsonObject): Json | undefined {
  const reference = response["$ref"];
  return typeof reference === "string"
    ? asObject(resolve(reference))["description"]
    : response["description"];
}
