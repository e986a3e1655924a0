import { AppError, type ErrorDetail } from "@/lib/services/app-error.ts";
import type { Handler, RequestContext } from "./context.ts";
import { checkMediaType, readBody } from "./read-body.ts";

/** What a parser of the contract answers. */
export type Parsed<Body> =
  | { ok: true; body: Body }
  | { ok: false; status: 400 | 422; errors: readonly ErrorDetail[] };

/**
 * Every agent endpoint in one order: what kind of body, whether there is room, who is calling, how large it is, what it
 * says, and then the work. Nothing of the body is read before the caller is known.
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
