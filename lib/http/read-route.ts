import { createHash } from "node:crypto";
import { fleetSignature } from "@/lib/services/fleet-directory.ts";
import type { z } from "zod";
import { parseQuery } from "@/lib/contract/api/query.ts";
import { AppError } from "@/lib/services/app-error.ts";
import { requireViewer } from "@/lib/services/read-session.ts";
import type { Handler, RequestContext } from "./context.ts";

/**
 * Every reading endpoint in one order: who is calling, what is asked, whether the caller has that answer already, and
 * only then the query.
 */
export function readRoute<Schema extends z.ZodObject, View>(route: {
  query: Schema;
  /** What the answer hangs on beside the fleet's version. */
  version?(now: Date): Promise<string>;
  /** `version` is what `version` answered, empty without it. */
  handle(call: { query: z.output<Schema>; context: RequestContext; version: string }): Promise<View>;
}): Handler {
  return (request, context) =>
    context.databaseGate.guard(async () => {
      const viewer = await requireViewer(request.headers, context.now);
      const url = new URL(request.url);
      const query = readQuery(route.query, url);
      // Who may see what hangs on the role, and an answer on nothing that is not in the fleet's version or the clock.
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

/** Compared weakly, as `If-None-Match` is: a proxy may have taken the `W/` away. */
function isKnown(header: string | null, etag: string): boolean {
  const opaque = etag.replace(/^W\//, "");
  return (header ?? "")
    .split(",")
    .map((known) => known.trim())
    .some((known) => known.replace(/^W\//, "") === opaque || known === "*");
}
