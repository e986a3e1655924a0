import { AppError, type ErrorDetail } from "@/lib/services/app-error.ts";
import type { Handler, RequestContext } from "./context.ts";
import { checkMediaType, readBody } from "./read-body.ts";

/** Result of a contract parser. */
export type Parsed<Body> =
  | { ok: true; body: Body }
  | { ok: false; status: 400 | 422; errors: readonly ErrorDetail[] };

/**
 * Handles every agent endpoint in the same order: media type, admission, authentication, body size, parsing, and then the
 * work. The body is not read before the caller is authenticated.
 */
export function agentRoute<Caller, Body>(route: {
  authenticate(authorization: string | null, now: Date): Promise<Caller>;
  parse(body: Buffer): Parsed<Body>;
  handle(call: { caller: Caller; body: Body; context: RequestContext }): Promise<Response>;
}): Handler {
  return async (request, context) => {
    const encoding = checkMediaType(request.headers);
    const ticket = context.admission.enter();
    try {
      const caller = await context.databaseGate.guard(() =>
        route.authenticate(request.headers.get("authorization"), context.now),
      );
      const bytes = await readBody(request, encoding);
      return await ticket.work(async () => {
        const parsed = route.parse(bytes);
        if (!parsed.ok) throw refusalOf(parsed);
        return context.databaseGate.guard(() => route.handle({ caller, body: parsed.body, context }));
      });
    } finally {
      ticket.leave();
    }
  };
}

function refusalOf({ status, errors }: { status: 400 | 422; errors: readonly ErrorDetail[] }): AppError {
  return status === 400
    ? new AppError("bad-request", "The body is not valid JSON.", { errors })
    : new AppError("contract", "The body is JSON but does not match the contract.", { errors });
}
