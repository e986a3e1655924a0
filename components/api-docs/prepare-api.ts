import { type FactMap, isFactMap } from "@/components/facts/prepare-facts.ts";
import { readFlag, readText } from "@/components/facts/read-fact.ts";
import { printSchema } from "./print-schema.ts";

export interface ApiParameter {
  name: string;
  where: string;
  isRequired: boolean;
  type: string;
  description: string | null;
}

export interface ApiBody {
  mediaType: string;
  schema: string | null;
  example: string | null;
}

export interface ApiResponse {
  status: string;
  description: string;
  body: ApiBody | null;
}

export interface ApiOperation {
  /** Its anchor on the page. */
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string | null;
  parameters: ApiParameter[];
  body: ApiBody | null;
  /** Responses to a request that was accepted. */
  answers: ApiResponse[];
  /** Responses with a status from 400 on. */
  errors: ApiResponse[];
  /** The request as a shell command. */
  curl: string;
}

export interface ApiDescription {
  title: string;
  version: string;
  description: string | null;
  operations: ApiOperation[];
  schemas: { name: string; text: string }[];
}

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

/** An OpenAPI document as its readers need it. A part that the document lacks is omitted, never guessed. */
export function prepareApi(document: unknown, server: string): ApiDescription | null {
  if (!isFactMap(document) || !isFactMap(document["paths"])) return null;
  const root = document;
  return {
    title: readText(root, "info", "title") ?? "API",
    version: readText(root, "info", "version") ?? "",
    description: readText(root, "info", "description"),
    operations: Object.entries(document["paths"]).flatMap(([path, item]) =>
      isFactMap(item) ? operationsOf(root, path, item, server) : [],
    ),
    schemas: Object.entries(mapOf(mapOf(root["components"])["schemas"])).map(([name, schema]) => ({
      name,
      text: printSchema(schema),
    })),
  };
}

/** Operations that contain every word. */
export function searchOperations(operations: readonly ApiOperation[], search: string): ApiOperation[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return operations.filter((operation) => {
    const names = operation.parameters.map(({ name }) => name).join(" ");
    const text = `${operation.method} ${operation.path} ${operation.summary} ${names}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function operationsOf(root: FactMap, path: string, item: FactMap, server: string): ApiOperation[] {
  return METHODS.flatMap((method) => {
    const operation = item[method];
    if (!isFactMap(operation)) return [];
    const parameters = [...listOf(item["parameters"]), ...listOf(operation["parameters"])].map((each) =>
      toParameter(resolve(root, each)),
    );
    const responses = responsesOf(root, operation["responses"]);
    const body = isFactMap(operation["requestBody"]) ? bodyOf(resolve(root, operation["requestBody"])) : null;
    return [
      {
        id: `${method}${path.replaceAll(/[^a-z0-9]+/gi, "-")}`.replace(/-$/, ""),
        method: method.toUpperCase(),
        path,
        summary: readText(operation, "summary") ?? path,
        description: readText(operation, "description"),
        parameters,
        body,
        answers: responses.filter((response) => !isError(response)),
        errors: responses.filter(isError),
        curl: curlOf(method, path, server, body),
      },
    ];
  });
}

function toParameter(parameter: FactMap): ApiParameter {
  return {
    name: readText(parameter, "name") ?? "",
    where: readText(parameter, "in") ?? "",
    isRequired: readFlag(parameter, "required") === true,
    type: printSchema(parameter["schema"]),
    description: readText(parameter, "description"),
  };
}

function responsesOf(root: FactMap, responses: unknown): ApiResponse[] {
  if (!isFactMap(responses)) return [];
  return Object.entries(responses).map(([status, response]) => {
    const resolved = isFactMap(response) ? resolve(root, response) : {};
    return { status, description: readText(resolved, "description") ?? "", body: bodyOf(resolved) };
  });
}

/** OpenAPI also allows `4XX` and `default`, which are errors in practice. */
function isError({ status }: ApiResponse): boolean {
  return !/^[123]/.test(status);
}

function bodyOf(holder: FactMap): ApiBody | null {
  const content = holder["content"];
  if (!isFactMap(content)) return null;
  const [entry] = Object.entries(content);
  if (!entry || !isFactMap(entry[1])) return null;
  const [mediaType, media] = entry;
  const example = media["example"] ?? firstExample(media["examples"]);
  return {
    mediaType,
    schema: media["schema"] === undefined ? null : printSchema(media["schema"]),
    example: example === undefined ? null : JSON.stringify(example, null, 2),
  };
}

function firstExample(examples: unknown): unknown {
  if (!isFactMap(examples)) return undefined;
  const [first] = Object.values(examples);
  return isFactMap(first) ? first["value"] : undefined;
}

function curlOf(method: string, path: string, server: string, body: ApiBody | null): string {
  const verb = method === "get" ? "" : ` -X ${method.toUpperCase()}`;
  const token = path.endsWith("/enroll")
    ? "ike_…"
    : path.endsWith("/snapshots")
      ? "<the host’s token>"
      : "ikp_…";
  const data = body === null ? "" : ` \\\n  -H 'Content-Type: ${body.mediaType}' --data-binary @body.json`;
  return `curl -sS${verb} '${server}${path}' \\\n  -H 'Authorization: Bearer ${token}'${data}`;
}

/** Follows a reference inside the document; a dangling one is left as it is. */
function resolve(root: FactMap, part: FactMap): FactMap {
  const reference = readText(part, "$ref");
  if (reference === null || !reference.startsWith("#/")) return part;
  let found: unknown = root;
  for (const key of reference.slice(2).split("/")) found = isFactMap(found) ? found[key] : undefined;
  return isFactMap(found) ? found : part;
}

function listOf(value: unknown): FactMap[] {
  return Array.isArray(value) ? value.filter(isFactMap) : [];
}

function mapOf(value: unknown): FactMap {
  return isFactMap(value) ? value : {};
}
