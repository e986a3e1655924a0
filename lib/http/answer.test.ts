import { describe, expect, test } from "vitest";
import { answer } from "./answer.ts";
import type { Handler } from "./context.ts";
import type { Route } from "./match-route.ts";
import { requestContext } from "./testing/request-context.ts";

const echo: Handler = (request, { params }) =>
  Promise.resolve(Response.json({ method: request.method, ...params }));
const ROUTES: readonly Route[] = [
  { path: "/api/v1/vms", methods: { GET: echo } },
  { path: "/api/v1/vms/facets", methods: { GET: echo } },
  { path: "/api/v1/vms/{id}", methods: { GET: echo } },
  { path: "/api/v1/snapshots", methods: { POST: echo } },
  { path: "/api/auth/*", methods: { GET: echo, POST: echo } },
  { path: "/api/v1/broken", methods: { GET: () => Promise.reject(new Error("inside")) } },
];

function ask(method: string, path: string): Promise<Response> {
  return answer(ROUTES, new Request(`http://inn.test${path}`, { method }), requestContext());
}

describe("routing", () => {
  test.each([
    { method: "GET", path: "/api/v1/vms", status: 200 },
    { method: "GET", path: "/api/v1/vms?search=x", status: 200 },
    { method: "HEAD", path: "/api/v1/vms", status: 200 },
    { method: "GET", path: "/api/v1/vms/", status: 404 },
    { method: "GET", path: "/api/v1/vms/a/b", status: 404 },
    { method: "GET", path: "/api/v1/VMS", status: 404 },
    { method: "GET", path: "/api/v1/vms/%E0%A4%A", status: 404 },
    { method: "GET", path: "/api", status: 404 },
    { method: "GET", path: "/api/auth/get-session", status: 200 },
    { method: "POST", path: "/api/auth/sign-in/email", status: 200 },
    { method: "GET", path: "/api/auth", status: 404 },
    { method: "DELETE", path: "/api/v1/vms", status: 405 },
    { method: "GET", path: "/api/v1/snapshots", status: 405 },
    { method: "GET", path: "/api/v1/broken", status: 500 },
  ])("$method $path → $status", async ({ method, path, status }) => {
    expect((await ask(method, path)).status).toBe(status);
  });

  test("a fixed part takes precedence over a variable one, and a variable one is decoded", async () => {
    expect(await (await ask("GET", "/api/v1/vms/facets")).json()).toEqual({ method: "GET" });
    expect(await (await ask("GET", "/api/v1/vms/a%2Fb")).json()).toEqual({ method: "GET", id: "a/b" });
  });

  test.each([
    { path: "/api/v1/vms", method: "POST", allow: "GET, HEAD" },
    { path: "/api/v1/snapshots", method: "GET", allow: "POST" },
  ])("the refusal of $method $path lists the allowed methods", async ({ path, method, allow }) => {
    const response = await ask(method, path);
    expect(response.headers.get("allow")).toBe(allow);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  test("metrics count by pattern, regardless of path and method", async () => {
    const context = requestContext();
    for (const id of ["a", "b"])
      await answer(ROUTES, new Request(`http://inn.test/api/v1/vms/${id}`), context);
    await answer(ROUTES, new Request("http://inn.test/x", { method: "PURGE" }), context);
    const text = context.metrics.render({});
    expect(text).toContain('_count{method="GET",route="/api/v1/vms/{id}",status="200"} 2');
    expect(text).toContain('_count{method="other",route="unknown",status="404"} 1');
  });
});
