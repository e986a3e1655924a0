import { z } from "zod";
import { newApiToken, noDetails } from "@/lib/contract/api/access.ts";
import { newEnrolmentKey } from "@/lib/contract/api/people.ts";
import { decideOnAgent } from "@/lib/services/agents/decide-on-agent.ts";
import { forgetAwaitedHost } from "@/lib/services/agents/forget-awaited-host.ts";
import { listAwaitedHosts } from "@/lib/services/agents/list-awaited-hosts.ts";
import { listWaitingAgents } from "@/lib/services/agents/list-waiting-agents.ts";
import { restoreHost } from "@/lib/services/hosts/restore-host.ts";
import { retireHost } from "@/lib/services/hosts/retire-host.ts";
import { requireAdmin, type Viewer } from "@/lib/services/read-session.ts";
import { createApiToken } from "@/lib/services/tokens/create-api-token.ts";
import { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
import { listApiTokens } from "@/lib/services/tokens/list-api-tokens.ts";
import { listEnrolmentKeys } from "@/lib/services/tokens/list-enrolment-keys.ts";
import { revokeApiToken, revokeEnrolmentKey } from "@/lib/services/tokens/revoke.ts";
import type { Handler, RequestContext } from "./context.ts";
import { readForm } from "./form.ts";
import { readRoute } from "./read-route.ts";

const KEY_VALID_HOURS = 7 * 24;
const HOUR_MILLISECONDS = 3_600_000;
const NO_STORE = { "cache-control": "no-store" };

/** Readable by every viewer: hosts that have not reported yet are part of the fleet's state. */
export const getAwaitedHosts = readRoute({ query: z.object({}), handle: () => listAwaitedHosts() });

export const postAwaitedHostForgotten = adminActs(noDetails, ({ context }) =>
  forgetAwaitedHost(idOf(context)),
);

export const postHostRetirement = adminActs(noDetails, async ({ context, viewer }) => {
  const { id } = await retireHost(idOf(context), { name: viewer.name, at: context.now });
  return { id };
});

export const postHostRestoration = adminActs(noDetails, async ({ context }) => {
  const { id } = await restoreHost(idOf(context), context.now);
  return { id };
});

export const getWaitingAgents = adminReads((context) => listWaitingAgents(context.now));
export const getEnrolmentKeys = adminReads((context) => listEnrolmentKeys(context.now));
export const getApiTokens = adminReads(() => listApiTokens());

export const postAgentApproval = adminActs(noDetails, ({ context, viewer }) =>
  decideOnAgent(idOf(context), "approved", { name: viewer.name, at: context.now }),
);

export const postAgentRefusal = adminActs(noDetails, ({ context, viewer }) =>
  decideOnAgent(idOf(context), "refused", { name: viewer.name, at: context.now }),
);

/** Creates an enrolment key, which always expires. */
export const postEnrolmentKey = adminActs(
  newEnrolmentKey,
  async ({ form, context, viewer }) => {
    const validHours = form.validHours ?? KEY_VALID_HOURS;
    const expiresAt = new Date(context.now.getTime() + validHours * HOUR_MILLISECONDS);
    const { key } = await createEnrolmentKey({
      name: form.name,
      tags: form.tags ?? [],
      uses: form.uses ?? null,
      expiresAt,
      madeBy: viewer.name,
    });
    return { key, expiresAt: expiresAt.toISOString() };
  },
  201,
);

export const postKeyRevocation = adminActs(noDetails, ({ context }) =>
  revokeEnrolmentKey(idOf(context), context.now),
);

export const postApiToken = adminActs(
  newApiToken,
  ({ form, viewer }) => createApiToken({ name: form.name, role: "viewer", madeBy: viewer.name }),
  201,
);

export const postTokenRevocation = adminActs(noDetails, ({ context }) =>
  revokeApiToken(idOf(context), context.now),
);

function idOf({ params }: RequestContext): string {
  return params["id"] ?? "";
}

/** A read for administrators only. It depends on more than the fleet's version, so it is not cached. */
function adminReads<View>(read: (context: RequestContext) => Promise<View>): Handler {
  return (request, context) =>
    context.databaseGate.guard(async () => {
      await requireAdmin(request.headers, context.now);
      return Response.json(await read(context), { headers: NO_STORE });
    });
}

/** An action for administrators only: authenticates the caller, then checks origin and content of the form, then acts. */
function adminActs<Schema extends z.ZodType, View>(
  schema: Schema,
  act: (call: { form: z.output<Schema>; context: RequestContext; viewer: Viewer }) => Promise<View>,
  status: 200 | 201 = 200,
): Handler {
  return async (request, context) => {
    const viewer = await context.databaseGate.guard(() => requireAdmin(request.headers, context.now));
    const form = await readForm(schema, request);
    const view = await context.databaseGate.guard(() => act({ form, context, viewer }));
    return Response.json(view, { status, headers: NO_STORE });
  };
}
