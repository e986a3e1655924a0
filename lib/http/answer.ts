import { AppError } from "@/lib/services/app-error.ts";
import type { RequestContext } from "./context.ts";
import { errorResponse } from "./error-response.ts";
import { matchRoute, type Method, type Route } from "./match-route.ts";

/** Answers a request using the route table. Never throws. */
export async function answer(
  routes: readonly Route[],
  request: Request,
  context: Omit<RequestContext, "params">,
): Promise<Response> {
  const started = performance.now();
  const { pathname } = new URL(request.url);
  const match = matchRoute(routes, pathname);
  const route = match.found === "route" ? match.route.path : "unknown";
  let response: Response;
  try {
    if (match.found === "nothing") throw new AppError("not-found", `No endpoint exists at ${pathname}.`);
    response = await run(match.route, request, { ...context, params: match.params });
  } catch (error) {
    response = errorResponse(error, context);
  }
  context.metrics.observe({
    // The client chooses the method: only supported methods get a series of their own.
    method: ["GET", "HEAD", "POST"].includes(request.method) ? request.method : "other",
    route,
    status: response.status,
    seconds: (performance.now() - started) / 1000,
  });
  return response;
}

async function run(route: Route, request: Request, context: RequestContext): Promise<Response> {
  // HEAD is GET without a body; the listener omits the body.
  const method = request.method === "HEAD" ? "GET" : request.method;
  const handler = isServed(route, method) ? route.methods[method] : undefined;
  if (handler) return handler(request, context);
  const allowed = Object.keys(route.methods).flatMap((name) => (name === "GET" ? ["GET", "HEAD"] : [name]));
  const refusal = errorResponse(
    new AppError("method-not-allowed", `Allowed methods: ${allowed.join(", ")}.`),
    context,
  );
  refusal.headers.set("allow", allowed.join(", "));
  return refusal;
}

function isServed(route: Route, method: string): method is Method {
  return Object.hasOwn(route.methods, method);
}
