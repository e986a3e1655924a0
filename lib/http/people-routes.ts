import { z } from "zod";
import { AUTH_PATH, getAuth } from "@/lib/services/auth/auth.ts";
import { isSetUpNeeded, newAccount, setUp } from "@/lib/services/auth/set-up.ts";
import { requireViewer } from "@/lib/services/read-session.ts";
import type { Handler } from "./context.ts";
import { readForm } from "./form.ts";
import { readBody } from "./read-body.ts";

const MAX_FORM_BYTES = 64 * 1024;
const NO_STORE = { "cache-control": "no-store" };

const setUpForm = newAccount.extend({ code: z.string().min(1, "is missing").max(64) });

/** Whether the first account must still be created. Available without authentication. */
export const getSetUp: Handler = (_request, context) =>
  context.databaseGate.guard(async () =>
    Response.json({ needed: await isSetUpNeeded() }, { headers: NO_STORE }),
  );

/** Creates the first account and signs it in. */
export const postSetUp: Handler = async (request, context) => {
  const { code, ...account } = await readForm(setUpForm, request);
  return context.databaseGate.guard(async () => {
    await setUp(code, account, context.now);
    const headers = new Headers(request.headers);
    for (const name of ["content-length", "content-encoding", "cookie"]) headers.delete(name);
    const signIn = await getAuth().handle(
      new Request(new URL(`${AUTH_PATH}/sign-in/email`, request.url), {
        method: "POST",
        headers,
        body: JSON.stringify({ email: account.email, password: account.password }),
      }),
    );
    const response = Response.json({ signedIn: signIn.ok }, { status: 201, headers: NO_STORE });
    for (const cookie of signIn.headers.getSetCookie()) response.headers.append("set-cookie", cookie);
    return response;
  });
};

/** Returns the caller. */
export const getSession: Handler = (request, context) =>
  context.databaseGate.guard(async () =>
    Response.json(await requireViewer(request.headers, context.now), { headers: NO_STORE }),
  );

/** Signing in and out, done by the library. It reads bodies itself, so their size is limited before. */
export const anyAuth: Handler = async (request, context) => {
  const bytes = request.method === "POST" ? await readBody(request, "identity", MAX_FORM_BYTES) : null;
  const measured = new Request(request.url, {
    method: request.method,
    headers: request.headers,
    ...(bytes === null || bytes.byteLength === 0 ? {} : { body: Buffer.from(bytes) }),
  });
  return context.databaseGate.guard(() => getAuth().handle(measured));
};
