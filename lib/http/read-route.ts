import { createHash } from "node:crypto";
import { fleetSignature } from "@/lib/services/fleet-directory.ts";
import type { z } from "zod";
import { parseQuery } from "@/lib/contract/api/query.ts";
import { AppError } from "@/lib/services/app-error.ts";
import { requireViewer } from "@/lib/services/read-session.ts";
import type { Handler, RequestContext } from "./context.ts";

/**
 * Handles every read endpoint in the same order: authentication, parameters, ETag, and only then the query.
 */
export function readRoute<Schema extends z.ZodObject, View>(route: {
  query: Schema;
  /** Version of other data that the answer depends on, in addition to the fleet's version. */
  version?(now: Date): Promise<string>;
  /** `version` is the result of `version`, or empty without it. */
  handle(call: { query: z.output<Schema>; context: RequestContext; version: string }): Promise<View>;
}): Handler {
  return (request, context) =>
    context.databaseGate.guard(async () => {
      const viewer = await requireViewer(request.headers, context.now);
      const url = new URL(request.url);
      const query = readQuery(route.query, url);
      // Visibility depends on the role. Nothing else outside the fleet's version and the clock affects an answer.
      const version = route.version ? await route.version(context.now) : "";
      const etag = toEtag([
        await fleetSignature(context.now),
        version,
        viewer.role,
        url.pathname,
        url.search,
      ]);
      const headers = { etag, "cache-control": "private, no-cache", vary: "cookie, authorization" };
      if (isKnown(request.headers.get("if-none-match"), etag))
        return new Response(null, { status: 304, headers });
      return Response.json(await route.handle({ query, context, version }), { headers });
    });
}

function readQuery<Schema extends z.ZodObject>(schema: Schema, url: URL): z.output<Schema> {
  const parsed = parseQuery(schema, url.searchParams);
  if (parsed.ok) return parsed.query;
  const names = parsed.errors.map(({ path }) => path).join(", ");
  throw new AppError("bad-request", `These parameters are invalid: ${names}.`, { errors: parsed.errors });
}

function toEtag(parts: readonly string[]): string {
  return `W/"${createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 22)}"`;
}

/** Weak comparison, as defined for `If-None-Match`: a proxy may have removed the `W/`. */
function isKnown(header: string | null, etag: string): boolean {
  const opaque = etag.replace(/^W\//, "");
  return (header ?? "")
    .split(",")
    .map((known) => known.trim())
    .some((known) => known.replace(/^W\//, "") === opaque || known === "*");
}
